import { JSDOM } from "jsdom";
import { type Box, transformBox } from "../../src/build/diagrams/shim/box.ts";
import { installShim, type Measures } from "../../src/build/diagrams/shim/install.ts";
import type { TextMetrics } from "../../src/course/text-metrics.ts";

/** A text of a drawing, where it stands, and the smallest shape around its centre. */
export interface Label {
  text: string;
  place: Box;
  box?: Box;
}

/** The labels of a published drawing, measured anew with the fonts of the course. */
export function measureLabels(svg: string, metrics: TextMetrics): Label[] {
  const { window } = new JSDOM(`<body>${svg}</body>`, { runScripts: "outside-only" });
  const measures = installShim(window, metrics);
  const root = window.document.querySelector("svg");
  if (root === null) throw new Error("There is no drawing.");
  const inherited = window.document.createElement("style");
  inherited.textContent = "svg { font-family: Chivo; }";
  root.prepend(inherited);
  const shapes = [...root.querySelectorAll("rect, circle, ellipse, polygon, path")]
    .filter((shape) => shape.closest("defs, marker, pattern, symbol") === null)
    .filter((shape) => /rect|circle/u.test(shape.localName) || shape.getAttribute("fill") !== "none")
    .flatMap((shape) => placeOf(shape, measures) ?? [])
    .sort((a, b) => a.width * a.height - b.width * b.height);
  return labelsOf(root, measures).map((label) => {
    const box = shapes.find((shape) => holds(shape, label.place));
    return box === undefined ? label : { ...label, box };
  });
}

/** The texts of any drawing in a window with the shim, in drawing order. */
export function labelsOf(svg: SVGSVGElement, measures: Measures): Label[] {
  return [...svg.querySelectorAll("text")].flatMap((element) => {
    const place = placeOf(element, measures);
    const text = element.textContent.replaceAll(/\s+/gu, " ").trim();
    return place === undefined || text === "" ? [] : [{ text, place }];
  });
}

/** Finds the shapes of a drawing: not what is only defined, nor a milestone, which Mermaid's style sheet turns later. */
export const shapesDrawn = ["rect", "circle", "ellipse", "line", "polyline", "polygon", "path"]
  .map((name) => `${name}:not(defs *, marker *, symbol *, pattern *, clipPath *, .milestone)`)
  .join(", ");

/** The shapes of any drawing in a window with the shim, in drawing order; those without any extent are left out. */
export function shapesOf(svg: SVGSVGElement, measures: Measures): { text: string; place: Box }[] {
  return [...svg.querySelectorAll(shapesDrawn)].flatMap((element) => {
    const place = placeOf(element, measures);
    return place === undefined || (place.width === 0 && place.height === 0) ? [] : [{ text: element.localName, place }];
  });
}

function placeOf(element: Element, { geometry }: Measures): Box | undefined {
  const box = geometry.boxOf(element);
  if (box === undefined) return undefined;
  const { x, y, width, height } = transformBox(box, geometry.matrixOf(element));
  const [left = 0, top = 0, across = 0, down = 0] = [x, y, width, height].map((value) => Math.round(value * 100) / 100);
  return { x: left, y: top, width: across, height: down };
}

function holds(shape: Box, text: Box): boolean {
  const [x, y] = [text.x + text.width / 2, text.y + text.height / 2];
  return shape.x <= x && x <= shape.x + shape.width && shape.y <= y && y <= shape.y + shape.height;
}
