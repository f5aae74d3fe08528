import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { checkSlides } from "../../slides/check.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import type { TextMetrics } from "../../src/course/text-metrics.ts";
import { cut, lesson, read } from "./cut.ts";

let metrics: TextMetrics;
beforeAll(async () => void (metrics = await loadTextMetrics(process.cwd())));

const words = [
  "red",
  "nodo",
  "sistema",
  "distribuido",
  "mensaje",
  "fallo",
  "de",
  "la",
  "que",
  "transparencia",
  "κ",
  "x-y",
  "1,75",
];
const sentence = (most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((list) => list.join(" "));

// Every block carries a mark (‹n›) that is then looked for: once, and in order.
const block = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(sentence(60), fc.constantFrom(".", ":")).map(([text, end]) => `<p>@ ${text}${end}</p>`),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(sentence(16), { minLength: 1, maxLength: 12 }), fc.constantFrom("ul", "ol"))
      .map(([list, tag]) => `<${tag}>${list.map((text) => `<li>@ ${text}</li>`).join("")}</${tag}>`),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(sentence(3), sentence(6)), { minLength: 1, maxLength: 10 })
      .map(
        (rows) =>
          `<div data-bloque="tabla"><table><thead><tr><th>Clave</th><th>Dato</th></tr></thead><tbody>${rows.map(([a, b]) => `<tr><td>@ ${a}</td><td>${b}</td></tr>`).join("")}</tbody></table></div>`,
      ),
  },
  {
    weight: 2,
    arbitrary: sentence(30).map(
      (text) =>
        `<section class="definicion" data-bloque="definicion" id="def-#"><p class="nombre"><dfn>Término</dfn></p><div class="texto">@ ${text}</div></section>`,
    ),
  },
  { weight: 1, arbitrary: sentence(30).map((text) => `<aside data-bloque="precision"><p>@ ${text}</p></aside>`) },
  {
    weight: 1,
    arbitrary: sentence(30).map(
      (text) =>
        `<figure class="cita" data-bloque="cita"><blockquote class="texto">@ ${text}</blockquote><figcaption class="quien"><strong>Autora</strong></figcaption></figure>`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 20 })
      .map(
        (count) =>
          `<div data-bloque="codigo"><pre><code>${`<span class="renglon">linea\n</span>`.repeat(count)}</code></pre></div>`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 200, max: 640 }), fc.integer({ min: 100, max: 340 }))
      .map(
        ([width, height]) =>
          `<figure data-bloque="figura"><svg width="${width}" height="${height}"><text font-size="16">a</text></svg><figcaption>@ epígrafe</figcaption></figure>`,
      ),
  },
);
const section = fc.tuple(fc.constantFrom(2, 3), fc.array(block, { maxLength: 7 }));
const lessonHtml = fc.array(section, { minLength: 1, maxLength: 4 }).map((sections) => {
  let mark = 0;
  let id = 0;
  const html = sections
    .map(([depth, blocks], index) => `<h${depth} id="s${index}">Tema ${index}</h${depth}>${blocks.join("")}`)
    .join("");
  return html.replace(/@/gu, () => `‹${(mark += 1)}›`).replace(/def-#/gu, () => `def-${(id += 1)}`);
});

function marksOf(text: string): number[] {
  return [...text.matchAll(/‹(\d+)›/gu)].map(([, mark]) => Number(mark));
}

test("nothing of a lesson is lost, nothing comes twice, and every slide holds what it shows", () => {
  fc.assert(
    fc.property(lessonHtml, (html) => {
      const deck = cut(html, metrics);
      const slides = read(deck, metrics);
      const expected = marksOf(html);
      const found = slides.flatMap(({ shown, said }) => [...marksOf(shown), ...marksOf(said)]);
      expect(found.sort((a, b) => a - b)).toEqual(expected);
      for (const { shown, said } of slides) {
        for (const marks of [marksOf(shown), marksOf(said)]) expect(marks).toEqual([...marks].sort((a, b) => a - b));
      }
      const shownInOrder = slides.flatMap(({ shown }) => marksOf(shown));
      expect(shownInOrder).toEqual([...shownInOrder].sort((a, b) => a - b));

      const ids = deck.slides.flatMap(({ id, anchors }) => [id, ...anchors]);
      expect(new Set(ids).size).toBe(ids.length);

      const reported = checkSlides(deck.slides, lesson, metrics).length;
      const bad = deck.slides.filter(
        (slide) => slide.kind === "content" && (slide.fits === undefined || slide.words > 70),
      );
      expect(bad.length).toBe(reported);
      for (const slide of deck.slides) {
        if (slide.kind !== "content" || slide.fits === undefined) continue;
        for (const { used, available } of Object.values(slide.fits)) expect(used).toBeLessThanOrEqual(available);
      }
    }),
    { numRuns: 60 },
  );
});
