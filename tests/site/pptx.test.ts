import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import { JSDOM } from "jsdom";
import sharp from "sharp";
import { expect, inject, test } from "vitest";
import { makeEditable } from "../../src/build/pptx/editable.ts";
import { launch } from "../../src/build/setup/chromium.ts";

/** Only letters and digits: how words are split into stretches says nothing. */
const squeeze = (words: string) => words.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
const { DOMParser } = new JSDOM().window;

function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  expect(document.getElementsByTagName("parsererror")).toHaveLength(0);
  return document;
}

test("a deck becomes slides whose words can be edited, with its notes, its titles and its drawings described", async () => {
  const browser = await launch();
  const site = { served: inject("site"), published: "https://catedra.github.io/sd/" };
  const file = await makeEditable(browser, site, "topologias", "Cátedra").finally(() => browser.close());
  const zip = unzipSync(file);
  const read = (path: string) => parse(strFromU8(zip[path]!));
  for (const path of Object.keys(zip).filter((name) => /\.(xml|rels)$/u.test(name))) read(path);
  expect(read("docProps/core.xml").getElementsByTagName("dc:title")[0]!.textContent).toMatch(/^Topologías/u);

  const folder = join(inject("siteFolder"), "diapositivas/topologias");
  const slides = selectAll(".slides > section", fromHtml(readFileSync(join(folder, "index.html"), "utf8")));
  // An island is a picture.
  for (const island of slides.flatMap((slide) => selectAll("[data-isla]", slide))) island.children = [];
  const notes = fromHtml(readFileSync(join(folder, "notas/index.html"), "utf8"));
  expect(Object.keys(zip).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))).toHaveLength(slides.length);
  let described = 0;
  for (const [index, slide] of slides.entries()) {
    const drawn = read(`ppt/slides/slide${index + 1}.xml`);
    const texts = [...drawn.getElementsByTagName("a:t")].map(({ textContent }) => textContent).join("");
    for (const block of selectAll("h1, h2, .cuerpo :is(p, li, td, th, dfn), .indice li, .bajada, .sello", slide))
      expect(squeeze(texts), `slide ${index + 1}`).toContain(squeeze(toString(block)));
    for (const paragraph of drawn.getElementsByTagName("a:p"))
      expect(paragraph.getElementsByTagName("a:pPr").length).toBeLessThanOrEqual(1);
    const bullets = [...drawn.getElementsByTagName("a:buChar"), ...drawn.getElementsByTagName("a:buAutoNum")];
    expect(bullets).toHaveLength(selectAll(".cuerpo li:not(.sigue)", slide).length);
    const titles = [...drawn.getElementsByTagName("p:sp")].filter(
      (shape) => shape.querySelector("[type=title]") !== null,
    );
    expect(titles.map(({ textContent }) => squeeze(textContent ?? ""))).toEqual([
      squeeze(toString(select("h1, h2", slide)!)),
    ]);
    const pictures = [...drawn.getElementsByTagName("p:pic")].map((one) => one.getElementsByTagName("p:cNvPr")[0]!);
    const figures = selectAll(".lamina > svg > title", slide).map(toString);
    for (const figure of figures)
      expect(pictures.some((picture) => picture.getAttribute("descr")?.includes(figure) === true)).toBe(true);
    described += figures.length;
    const said = read(`ppt/notesSlides/notesSlide${index + 1}.xml`).documentElement.textContent ?? "";
    for (const paragraph of selectAll(`[data-diapositiva="${String(slide.properties["id"])}"] p`, notes))
      expect(squeeze(said), `notes ${index + 1}`).toContain(squeeze(toString(paragraph)));
  }
  expect(described).toBeGreaterThan(2);
  const images = Object.entries(zip).filter(([name]) => name.endsWith(".png"));
  const shown = await Promise.all(
    images.map(async ([name, bytes]) => ({ name, ink: (await sharp(bytes).stats()).entropy })),
  );
  expect(shown.filter(({ ink }) => ink < 0.05)).toEqual([]);
});
