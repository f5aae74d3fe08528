import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Mermaid } from "mermaid";
import type { Browser, Page } from "playwright-core";
import { afterAll, assert, beforeAll, expect, test } from "vitest";
import { toMermaidCode } from "../../src/build/diagrams/mermaid-code.ts";
import { configFor } from "../../src/build/diagrams/mermaid-config.ts";
import { compileMermaid, withDrawing } from "../../src/build/diagrams/realm.ts";
import { fontFaces, prepareFonts } from "../../src/build/fonts.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import { readDiagramFile } from "../../src/course/diagram.ts";
import { type Label, labelsOf, shapesDrawn, shapesOf } from "./diagram-labels.ts";

const root = resolve(import.meta.dirname, "../..");
const bundle = join(root, "node_modules/mermaid/dist/mermaid.min.js");

/** Whose Spanish words are compared; each drawing has labels and boxes of every kind that its type has. */
const fixtures =
  "fallos atrapar contenedor architecture class er timeline gantt gitGraph mindmap block pie xychart quadrant packet kanban".split(
    " ",
  );

/** How far a label or shape may stand from where a real browser puts it, px; and by fixture, where it may be more. */
const tolerance = 0.5;
const labelTolerances: Record<string, number> = {
  // Its layout is chaotic in the fourth decimal.
  mindmap: 2,
  // As wide as its widest label, whose ink Chromium counts, and each column adds to the next one.
  block: 2,
};
const shapeTolerances: Record<string, number> = {
  ...labelTolerances,
  // Around a label that ends in «í», whose accent stands out of its letter: Chromium makes one px of room for it.
  fallos: 1,
  contenedor: 1,
};

let browser: Browser;
let page: Page;
// Mermaid and Cytoscape measure with the system's own letters besides, which differ between machines.
const bundled = (await readFile(bundle, "utf8")).replaceAll(/"(?:Helvetica Neue, Helvetica, )?sans-serif"/g, '"Chivo"');
const script = await compileMermaid(bundle);
const metrics = await loadTextMetrics(root);

beforeAll(async () => {
  const { paths } = await prepareFonts(root);
  const rules = fontFaces.map(async ({ family, weight, style, unicodeRange, file }) => {
    const data = (await readFile(paths[file])).toString("base64");
    const range = unicodeRange === undefined ? "" : `unicode-range: ${unicodeRange};`;
    // Mermaid asks for Chivo alone; the site also has the signs' family, which serves every weight.
    const [name, weights] = family === "Signos" ? ["Chivo", [400, 700]] : [family, [weight]];
    return weights.map(
      (each) =>
        `@font-face { font-family: "${name}"; font-weight: ${each}; font-style: ${style}; ${range} src: url(data:font/woff2;base64,${data}); }`,
    );
  });
  const fonts = (await Promise.all(rules)).flat().join("\n");
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1264, height: 800 }, timezoneId: "UTC" });
  await page.clock.setFixedTime(new Date(Date.UTC(2026, 0, 1)));
  await page.setContent(
    `<!doctype html><html lang="es"><style>${fonts} body { margin: 0; }</style><body></body></html>`,
  );
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  await page.addScriptTag({ content: bundled });
}, 60_000);

afterAll(() => browser.close());

test.each(fixtures)("%s: labels and shapes stand where Chromium puts them", { timeout: 60_000 }, async (name) => {
  const file = `tests/fixtures/diagrams/${name}.mmd`;
  const { source } = readDiagramFile(name, await readFile(join(root, file), "utf8"), file);
  assert(source !== undefined);
  const code = toMermaidCode(source).text;
  const ours = await withDrawing(script, metrics, code, ({ svg, measures }) => ({
    labels: labelsOf(svg, measures),
    shapes: shapesOf(svg, measures),
  }));
  const theirs = await page.evaluate(draw, { code, config: configFor(code), shapesDrawn });
  expectNear(ours.labels, theirs.labels, labelTolerances[name] ?? tolerance);
  expectNear(ours.shapes, theirs.shapes, shapeTolerances[name] ?? tolerance);
});

function expectNear(ours: Label[], theirs: Label[], most: number): void {
  expect(ours.map(({ text }) => text)).toEqual(theirs.map(({ text }) => text));
  const far = ours.flatMap(({ text, place }, index) => {
    const other = theirs[index]?.place;
    assert(other !== undefined);
    const sides = (["x", "y", "width", "height"] as const).filter((side) => Math.abs(place[side] - other[side]) > most);
    return sides.map((side) => ({ text, side, here: place[side], there: other[side] }));
  });
  expect(far).toEqual([]);
}

/** Runs in the page: the same Mermaid with the same configuration, chance, clock and fonts. */
async function draw({ code, config, shapesDrawn: shapes }: { code: string; config: object; shapesDrawn: string }) {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
  let seed = 1;
  Math.random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  mermaid.initialize(config);
  document.body.innerHTML = (await mermaid.render("dibujo", code)).svg;
  const svg = document.querySelector("svg");
  if (svg === null) throw new Error("Mermaid returned no drawing.");
  // At its natural size: a drawing that shrinks to the page has other glyph widths.
  svg.removeAttribute("style");
  svg.setAttribute("width", String(svg.viewBox.baseVal.width));
  svg.setAttribute("height", String(svg.viewBox.baseVal.height));
  const inverse = svg.getScreenCTM()?.inverse();
  const placeOf = (element: SVGGraphicsElement, { x, y, width, height }: Label["place"]) => {
    const matrix = inverse?.multiply(element.getScreenCTM() ?? inverse);
    const corners = [x, x + width].flatMap((left) =>
      [y, y + height].map((top) => new DOMPoint(left, top).matrixTransform(matrix)),
    );
    const [across, down] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
    const [left, top] = [Math.min(...across), Math.min(...down)];
    return { x: left, y: top, width: Math.max(...across) - left, height: Math.max(...down) - top };
  };
  const labels = [...svg.querySelectorAll("text")].flatMap((element) => {
    const { y, height } = element.getBBox();
    // From the first letter's start to the last one's end: the box also counts ink that stands out of its letter.
    const letters = Array.from({ length: element.getNumberOfChars() }, (_, index) => index);
    const x = Math.min(...letters.map((index) => element.getStartPositionOfChar(index).x));
    const width = Math.max(...letters.map((index) => element.getEndPositionOfChar(index).x)) - x;
    const text = element.textContent.replaceAll(/\s+/gu, " ").trim();
    return text === "" ? [] : [{ text, place: placeOf(element, { x, y, width, height }) }];
  });
  const drawn = [...svg.querySelectorAll<SVGGraphicsElement>(shapes)].flatMap((element) => {
    const box = element.getBBox();
    if (box.width === 0 && box.height === 0) return [];
    return [{ text: element.localName, place: placeOf(element, box) }];
  });
  return { labels, shapes: drawn };
}
