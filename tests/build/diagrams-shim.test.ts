import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { readTransform, transformPoint } from "../../src/build/diagrams/shim/box.ts";
import { StyleSheet } from "../../src/build/diagrams/shim/css.ts";
import { installShim } from "../../src/build/diagrams/shim/install.ts";
import { boxOfPath, flatten, readPath } from "../../src/build/diagrams/shim/path.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";

const root = resolve(import.meta.dirname, "../..");
const metrics = await loadTextMetrics(root);

function draw(content: string): { document: Document; box: (selector: string) => DOMRect } {
  const { window } = new JSDOM(`<body><svg>${content}</svg></body>`, { runScripts: "outside-only" });
  installShim(window, metrics);
  const { document } = window;
  return { document, box: (selector) => (document.querySelector(selector) as SVGGraphicsElement).getBBox() };
}

describe("paths", () => {
  test.each([
    ["M10 20h30v-5H0z", { x: 0, y: 15, width: 40, height: 5 }],
    ["M0 0C0 40 100 40 100 0", { x: 0, y: 0, width: 100, height: 30 }],
    ["M0 0Q50 100 100 0", { x: 0, y: 0, width: 100, height: 50 }],
    ["M0 0Q50 100 100 0T200 0", { x: 0, y: -50, width: 200, height: 100 }],
    ["M0 0c0 40 100 40 100 0s100-40 100 0", { x: 0, y: -30, width: 200, height: 60 }],
    ["m5 5 10 10 10-10", { x: 5, y: 5, width: 20, height: 10 }],
  ])("%s", (data, expected) => {
    const box = boxOfPath(readPath(data));
    for (const name of ["x", "y", "width", "height"] as const) expect(box?.[name]).toBeCloseTo(expected[name], 6);
  });

  test("arcs keep to their circle, with flags run together too", () => {
    const box = boxOfPath(readPath("M-10 0a10 10 0 1120 0a10,10 0,0,1 -20,0"));
    expect(box?.x).toBeCloseTo(-10, 2);
    expect(box?.y).toBeCloseTo(-10, 2);
    expect(box?.width).toBeCloseTo(20, 2);
    expect(box?.height).toBeCloseTo(20, 2);
    for (const [x, y] of flatten(readPath("M-10 0a10 10 0 1120 0"))) expect(Math.hypot(x, y)).toBeCloseTo(10, 2);
  });

  test("the box of a curve holds every point of it", () => {
    const number = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 8, maxLength: 8 }), ([a, b, ...rest]) => {
        const pieces = readPath(`M${a} ${b}C${rest.join(" ")}`);
        const box = boxOfPath(pieces) ?? { x: 0, y: 0, width: 0, height: 0 };
        for (const [x, y] of flatten(pieces)) {
          expect(x).toBeGreaterThanOrEqual(box.x - 1e-6);
          expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-6);
          expect(y).toBeGreaterThanOrEqual(box.y - 1e-6);
          expect(y).toBeLessThanOrEqual(box.y + box.height + 1e-6);
        }
      }),
    );
  });
});

test("transforms apply from right to left, and turns keep their centre", () => {
  const [x, y] = transformPoint([1, 0], readTransform("translate(10, 5) rotate(90) scale(2)"));
  expect(x).toBeCloseTo(10, 10);
  expect(y).toBeCloseTo(7, 10);
  expect(transformPoint([3, 4], readTransform("rotate(77 3 4)"))[0]).toBeCloseTo(3, 10);
});

describe("the cascade", () => {
  const document = new JSDOM('<div id="a" class="x y" style="color: one"><p class="z">t</p></div>').window.document;
  const valueOf = (css: string, selector: string) => {
    const element = document.querySelector(selector);
    return element === null ? undefined : new StyleSheet(css).declarationsOf(element).get("color")?.value;
  };

  test.each([
    [".z { color: two } p { color: three }", ".z", "two"],
    ["p { color: two } p { color: three }", ".z", "three"],
    ["p { color: two !important } #a .z { color: three }", ".z", "two"],
    ["#a { color: two }", "#a", "one"],
    ["#a { color: two !important }", "#a", "two"],
    ["@media print { p { color: two } } .q, .x > .z { color: three }", ".z", "three"],
    [".x:not(.q, .r) .z { color: two }", ".z", "two"],
  ])("%s", (css, selector, expected) => {
    expect(valueOf(css, selector)).toBe(expected);
  });
});

describe("text", () => {
  test("is anchored by chunks and has whole ascents and descents", () => {
    const { box } = draw('<text x="100" y="50" font-size="15" font-family="Chivo" text-anchor="middle">nodo</text>');
    const width = metrics.width("nodo", { face: "regular", size: 15 });
    const { x, y, height } = box("text");
    expect([x, y, height]).toEqual([100 - width / 2, 36, 18]);
  });

  test("loses white space across its spans and keeps lines apart", () => {
    const { box } = draw(`<style>text { font-size: 20px } .b { font-weight: 700 }</style>
      <text><tspan x="0" y="1em"> <tspan class="b">uno</tspan><tspan> dos </tspan></tspan><tspan x="0" dy="1.5em">tres</tspan></text>`);
    const first =
      metrics.width("uno", { face: "bold", size: 20 }) + metrics.width(" dos ", { face: "regular", size: 20 });
    expect(box("text").width).toBeCloseTo(first, 1);
    expect(box("text").height).toBe(30 + 24);
  });

  test("is moved by the innermost shift alone", () => {
    const { box } = draw(`<style>text { font-size: 20px }</style>
      <text dx="5" dy="1em"><tspan x="0" dy="2em">uno</tspan><tspan dy="9"></tspan><tspan>dos</tspan></text>`);
    expect([box("text").x, box("text").y]).toEqual([5, 40 - metrics.ascent("regular", 20)]);
    expect(box("text").height).toBe(24);
  });

  test("that is hidden or empty takes no room", () => {
    const { box } = draw(
      '<g><text y="99" display="none">no</text><text></text><rect x="1" y="2" width="3" height="4"/></g>',
    );
    expect(box("g")).toEqual({ x: 1, y: 2, width: 3, height: 4 });
  });
});

test("boxes look like SVG rectangles, which have no left side", () => {
  const { box } = draw('<g transform="translate(5 5)"><circle cx="10" cy="10" r="4" transform="scale(2)"/></g>');
  expect(Object.keys(box("g"))).toEqual(["x", "y", "width", "height"]);
  expect(box("g")).toEqual({ x: 12, y: 12, width: 16, height: 16 });
});

// A new version of Mermaid may ask the browser for something that the window does not have.
test("Mermaid measures with nothing that the shim lacks", async () => {
  const bundle = await readFile(`${root}/node_modules/mermaid/dist/mermaid.min.js`, "utf8");
  const known = [
    "getBBox",
    "getBoundingClientRect",
    "getComputedTextLength",
    "getCTM",
    "getPointAtLength",
    "getTotalLength",
  ];
  const onPointer = "getScreenCTM"; // d3 asks it where the mouse is.
  const measuring =
    /\.(get(?:BBox|BoundingClientRect|ClientRects|ComputedTextLength|CTM|ScreenCTM|PointAtLength|TotalLength|SubStringLength|ExtentOfChar|StartPositionOfChar|EndPositionOfChar|NumberOfChars|CharNumAtPosition|IntersectionList))\b/gu;
  const used = new Set([...bundle.matchAll(measuring)].map(([, name]) => name));
  expect([...used].filter((name) => name !== onPointer && !known.includes(name ?? "")).sort()).toEqual([]);
});
