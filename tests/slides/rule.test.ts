import { beforeAll, describe, expect, test } from "vitest";
import { checkSlides } from "../../slides/check.ts";
import { drawDeck, slideNumbers, toDeck, toJointDeck } from "../../slides/deck.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import type { TextMetrics } from "../../src/course/text-metrics.ts";
import { cut, lesson, notesOf, read } from "./cut.ts";

let metrics: TextMetrics;
beforeAll(async () => void (metrics = await loadTextMetrics(process.cwd())));
const slidesOf = (html: string) => read(cut(html, metrics), metrics);
const long = Array.from({ length: 40 }, (_, index) => `palabra${index}`).join(" ");
const items = (count: number, words = "un ítem de la lista") =>
  Array.from({ length: count }, (_, index) => `<li>${words} ${index + 1}</li>`).join("");
const heading = `<h2 id="tema"><a class="numero-de-seccion">1.1</a>Tema<span class="herramientas-de-seccion">Copiar</span></h2>`;

function lines(count: number, name: string): string {
  return Array.from({ length: count }, (_, index) => `<span class="renglon">${name}${index}\n</span>`).join("");
}

function stepped(name: string, steps: string): string {
  return `<span class="renglon activo" data-pasos="${steps}">${name}\n</span>`;
}

describe("what is shown and what is said", () => {
  test("a list is shown, prose is said, and a heading loses the tools of the page", () => {
    const [title, slide] = slidesOf(
      `<p>Antes de todo.</p>${heading}<p>${long}</p><ul>${items(2)}</ul><p>Después ${long}</p>`,
    );
    expect(title).toMatchObject({ id: "inicio", title: "Prueba", said: "Antes de todo." });
    expect(slide).toMatchObject({ id: "tema", title: "Tema", shown: "un ítem de la lista 1 un ítem de la lista 2" });
    expect(slide!.said).toBe(`${long} Después ${long}`);
  });

  test("a sentence that introduces stays with what follows; a short first sentence stays; others do not", () => {
    const [, slide] = slidesOf(
      `${heading}<p>Breve y primera.</p><p>Otra breve.</p><p>Son dos:</p><aside data-bloque="precision"><p class="rotulo">Precisión</p><p>Matiz.</p></aside><ul>${items(2)}</ul>`,
    );
    expect(slide!.shown).toBe("Breve y primera. Son dos: un ítem de la lista 1 un ítem de la lista 2");
    expect(slide!.said).toBe("Otra breve. Precisión Matiz.");
  });

  test("the only sentence of a section is shown", () => {
    const [, slide] = slidesOf(`${heading}<p>${long}</p>`);
    expect(slide).toMatchObject({ shown: long, said: "" });
  });

  test("corrections are said unless the author wants them shown", () => {
    const [, slide] = slidesOf(
      `${heading}<ul>${items(1)}</ul><aside data-bloque="precision" data-en-diapositiva><p class="rotulo">Precisión</p><p>A la vista.</p></aside><aside data-bloque="nota"><p>Oculta.</p></aside>`,
    );
    expect(slide!.shown).toContain("A la vista.");
    expect(slide!.said).toBe("Oculta.");
  });

  test("a question is asked, its answer said", () => {
    const question = `<section data-bloque="pregunta" id="preg-p-01"><p class="rotulos"><span>Pregunta</span></p><p class="enunciado">¿Qué?</p><details><summary>Ver</summary><div class="respuesta"><p>Esto.</p></div></details></section>`;
    const deck = cut(`${heading}<ul>${items(2)}</ul>${question}`, metrics);
    const [, first, second] = read(deck, metrics);
    expect(first!.shown).not.toContain("¿Qué?");
    expect(second).toMatchObject({ id: "tema-2", title: "Tema (2/2)", said: "Respuesta. Esto." });
    expect(slideNumbers(deck).get("preg-p-01")).toBe(3);
  });

  test("the author's words on where things go are kept", () => {
    const [, first, second] = slidesOf(
      `${heading}<ul>${items(2)}</ul><div data-bloque="solo-notas">Para quien habla.</div><div data-bloque="corte"></div><div data-bloque="solo-diapositiva"><p>Solo acá.</p></div>`,
    );
    expect(first).toMatchObject({ shown: "un ítem de la lista 1 un ítem de la lista 2", said: "Para quien habla." });
    expect(second!.shown).toBe("Solo acá.");
  });

  test("margin notes are read in order, and a pause makes what follows appear later", () => {
    const html = drawDeck(
      cut(
        `${heading}<div class="anotado"><ul>${items(1)}</ul><div class="margen"><aside data-bloque="nota"><p>Al margen.</p></aside></div></div><div data-bloque="pausa"></div><ul>${items(1, "tarde")}</ul>`,
        metrics,
      ),
      { base: "/sd/", courseName: "Curso", metrics },
    );
    expect(html).toMatch(/class="fragment" data-fragment-index="1">tarde/u);
    expect(html).not.toContain("Al margen.");
  });

  test("an explicit slide has its own title, and the section goes on after it", () => {
    const slides = slidesOf(
      `${heading}<ul>${items(1)}</ul><div data-bloque="diapositiva" data-titulo="Aparte"><p>Uno.</p><p>Dos.</p></div><ul>${items(1, "sigue")}</ul>`,
    );
    expect(slides.map(({ id, title }) => [id, title])).toEqual([
      ["inicio", "Prueba"],
      ["tema", "Tema"],
      ["aparte", "Aparte"],
      ["tema-2", "Tema"],
    ]);
    expect(slides[2]!.shown).toBe("Uno. Dos.");
  });
});

describe("cutting", () => {
  test("a heading over headings becomes a divider with the sections of the lesson", () => {
    const html = drawDeck(
      cut(
        `${heading}<p>${long}</p><h3 id="uno">Uno</h3><ul>${items(2)}</ul><h2 id="otro">Otro</h2><ul>${items(2)}</ul>`,
        metrics,
      ),
      { base: "/sd/", courseName: "Curso", metrics },
    );
    expect(html).toMatch(/id="tema"[^>]*data-forma="divisora"/u);
    expect(html).toContain(`<li class="aca">Tema</li><li>Otro</li>`);
  });

  test("an ordered list goes on counting, and a table repeats its head", () => {
    const rows = Array.from({ length: 9 }, (_, index) => `<tr><td>fila ${index}</td><td>valor</td></tr>`).join("");
    const table = `<div data-bloque="tabla" id="tabla-t"><p class="leyenda"><strong>Tabla 1.1</strong> <span>Leyenda</span></p><table><thead><tr><th>Clave</th><th>Dato</th></tr></thead><tbody>${rows}</tbody></table></div>`;
    const html = drawDeck(cut(`${heading}<ol>${items(9)}</ol><h2 id="t">Tabla</h2>${table}`, metrics), {
      base: "/sd/",
      courseName: "Curso",
      metrics,
    });
    expect(html).toMatch(/<ol start="[3-7]">/u);
    expect(html.match(/<th>Clave<\/th>/gu)).toHaveLength(2);
    expect(html.match(/id="tabla-t"/gu)).toHaveLength(1);
    expect(html.match(/Tabla 1\.1/gu)).toHaveLength(2);
    expect(notesOf(cut(table, metrics))).toContain("Leyenda");
  });

  test("the rest of a long item repeats its words where it opens a slide", () => {
    const inner = Array.from({ length: 12 }, (_, index) => `<li>detalle ${index} con seis palabras más acá</li>`);
    const slides = slidesOf(`${heading}<ul><li>Lo que abarca<ul>${inner.join("")}</ul></li></ul>`).slice(1);
    expect(slides.length).toBeGreaterThan(1);
    for (const { shown } of slides) expect(shown).toMatch(/^Lo que abarca detalle/u);
    expect(slides.map(({ shown }) => shown.match(/detalle \d+/gu) ?? []).flat()).toHaveLength(12);
  });

  test("a listing is cut after a blank line, and never above 14 lines", () => {
    const listing = `<div data-bloque="codigo"><div class="listado-titulo"><code>a.yaml</code><button class="copiar-codigo">Copiar</button></div><pre><code>${lines(9, "a")}<span class="renglon">\n</span>${lines(9, "b")}</code></pre></div>`;
    const [, first, second, third] = slidesOf(`${heading}${listing}`);
    expect(first!.shown.split(" ")).toHaveLength(9);
    expect(second!.shown).toMatch(/^b0 .* b8$/u);
    expect(third).toBeUndefined();
  });

  test("a figure that cannot be read is named, with its size, what its letters reach and the largest it may be", () => {
    const deck = cut(
      `${heading}<figure data-bloque="figura" id="fig-f"><svg width="1400" height="300" viewBox="0 0 1400 300"><text font-size="15">chico</text></svg><figcaption><strong>Figura 1.1</strong> Ancha.</figcaption></figure>`,
      metrics,
    );
    const [issue] = checkSlides(deck.slides, lesson, metrics);
    expect(issue).toMatchObject({
      line: 7,
      message: expect.stringMatching(/^Figura 1\.1 mide 1400 × 300 .* de 15 px llega a 9,2 px/u),
      remedy: expect.stringContaining("648 × 352"),
    });
  });

  test("a slide with nothing but its title, or with too many words, is reported", () => {
    expect(checkSlides(cut(heading, metrics).slides, lesson, metrics)[0]?.message).toContain("solo el título");
    const text = Array.from({ length: 80 }, () => "palabra").join(" ");
    const example = `<aside data-bloque="ejemplo"><p class="rotulo">Ejemplo</p><p>${text}</p></aside>`;
    expect(checkSlides(cut(heading + example, metrics).slides, lesson, metrics)[0]?.message).toContain("palabras");
  });

  test("in a deck of several lessons every id begins with its lesson, inside drawings too", () => {
    const drawing = `<figure data-bloque="figura" id="fig-f"><svg width="300" height="200" viewBox="0 0 300 200" aria-labelledby="fig-f-titulo"><title id="fig-f-titulo">T</title><defs><marker id="m"/></defs><line marker-end="url(#m)"/><text font-size="16">a</text></svg></figure>`;
    const lessons = ["una", "otra"].map((slug) => ({
      lesson: { ...lesson, slug },
      part: "Parte",
      html: heading + drawing,
    }));
    const options = { base: "/sd/", courseName: "Curso", metrics };
    const html = drawDeck(toJointDeck("Parte", "", lessons, options), options);
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toContain('marker-end="url(#una--m)"');
    expect(html).toContain('aria-labelledby="otra--fig-f-titulo"');
    expect(html).toContain('href="/sd/lecciones/otra/#tema"');
  });
});

describe("the items of an incremental lesson", () => {
  const lists = `<h2 id="a">A</h2><p>Son tres:</p><ul><li>uno</li><li>dos</li><li>tres</li></ul><ol><li>cuatro</li><li>cinco</li></ol>`;
  const indices = (incremental: boolean) => {
    const options = { base: "/", courseName: "", metrics };
    const html = drawDeck(toDeck({ lesson: { ...lesson, incremental }, part: "", html: lists }, options), options);
    return [...html.matchAll(/<li(?: class="fragment" data-fragment-index="(\d)")?>/gu)].map(
      ([, index]) => index ?? "",
    );
  };

  test("appear one after the other, after the first", () => {
    expect(indices(true)).toEqual(["", "1", "2", "3", "4"]);
    expect(indices(false)).toEqual(["", "", "", "", ""]);
  });
});

test("a listing in steps has a mark for every step after the first that its part of the listing has", () => {
  const html = `<h2 id="a">A</h2><pre><code>${stepped("uno", "1")}${stepped("dos", "2 4")}${stepped("tres", "4")}</code></pre>`;
  const options = { base: "/", courseName: "", metrics };
  const drawn = drawDeck(cut(html, metrics), options);
  expect(drawn.match(/data-pasos="[\d ]+"/gu)).toEqual(['data-pasos="1"', 'data-pasos="2 4"', 'data-pasos="4"']);
  expect(drawn.match(/<i [^>]+>/gu)).toEqual([
    '<i class="fragment" data-fragment-index="1" data-paso="2">',
    '<i class="fragment" data-fragment-index="2" data-paso="4">',
  ]);
});
