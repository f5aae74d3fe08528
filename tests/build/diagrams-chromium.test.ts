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
import { type Label, labelsOf } from "./diagram-labels.ts";

const root = resolve(import.meta.dirname, "../..");
const bundle = join(root, "node_modules/mermaid/dist/mermaid.min.js");

/** How far a label may stand from where a real browser puts it, px, by fixture. */
const tolerances: Record<string, number> = {
  fallos: 0.5,
  atrapar: 0.5,
  contenedor: 0.5,
  architecture: 0.5,
  class: 0.5,
  er: 0.5,
  timeline: 0.5,
  gantt: 0.5,
  gitGraph: 0.5,
  // Its layout is chaotic in the fourth decimal.
  mindmap: 2,
  // As wide as its widest label, whose ink Chromium counts, and each column adds to the next one.
  block: 2,
  pie: 0.5,
  xychart: 0.5,
  quadrant: 0.5,
  packet: 0.5,
  kanban: 0.5,
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

test.each(Object.entries(tolerances))(
  "%s: labels stand where Chromium puts them",
  { timeout: 60_000 },
  async (name, tolerance) => {
    const file = `tests/fixtures/diagrams/${name}.mmd`;
    const { source } = readDiagramFile(name, await readFile(join(root, file), "utf8"), file);
    assert(source !== undefined);
    const code = toMermaidCode(source).text;
    const ours = await withDrawing(script, metrics, code, ({ svg, measures }) => labelsOf(svg, measures));
    const theirs = await page.evaluate(draw, { code, config: configFor(code) });
    expect(ours.map(({ text }) => text)).toEqual(theirs.map(({ text }) => text));
    for (const [index, { text, place }] of ours.entries()) {
      const other = theirs[index]?.place;
      assert(other !== undefined);
      for (const side of ["x", "y", "width", "height"] as const) {
        const apart = Math.abs(place[side] - other[side]);
        expect({ text, side, apart, near: apart <= tolerance }).toEqual({ text, side, apart, near: true });
      }
    }
  },
);

/** Runs in the page: the same Mermaid with the same configuration, chance, clock and fonts. */
async function draw({ code, config }: { code: string; config: object }): Promise<Label[]> {
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
  return [...svg.querySelectorAll("text")].flatMap((element) => {
    const { y, height } = element.getBBox();
    // From the first letter's start to the last one's end: the box also counts ink that stands out of its letter.
    const letters = Array.from({ length: element.getNumberOfChars() }, (_, index) => index);
    const x = Math.min(...letters.map((index) => element.getStartPositionOfChar(index).x));
    const width = Math.max(...letters.map((index) => element.getEndPositionOfChar(index).x)) - x;
    const matrix = inverse?.multiply(element.getScreenCTM() ?? inverse);
    const text = element.textContent.replaceAll(/\s+/gu, " ").trim();
    if (matrix === undefined || text === "") return [];
    const corners = [x, x + width].flatMap((left) =>
      [y, y + height].map((top) => new DOMPoint(left, top).matrixTransform(matrix)),
    );
    const [left, top] = [
      Math.min(...corners.map((corner) => corner.x)),
      Math.min(...corners.map((corner) => corner.y)),
    ];
    const right = Math.max(...corners.map((corner) => corner.x));
    const bottom = Math.max(...corners.map((corner) => corner.y));
    return [{ text, place: { x: left, y: top, width: right - left, height: bottom - top } }];
  });
}
