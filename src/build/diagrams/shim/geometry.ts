import {
  type Box,
  boxOfPoints,
  identity,
  type Matrix,
  multiply,
  type Point,
  readTransform,
  transformBox,
  unite,
} from "./box.ts";
import { boxOfPath, flatten, readPath } from "./path.ts";
import type { TextLayout } from "./text-layout.ts";
import type { TextStyles } from "./text-style.ts";

const undrawn = new Set([
  "defs",
  "marker",
  "style",
  "title",
  "desc",
  "clipPath",
  "mask",
  "pattern",
  "filter",
  "script",
  "metadata",
]);

/** Boxes and lengths of drawn elements, as a browser's SVG engine gives them. */
export class Geometry {
  readonly #text: TextLayout;
  readonly #styles: TextStyles;

  constructor(text: TextLayout, styles: TextStyles) {
    this.#text = text;
    this.#styles = styles;
  }

  /** Box of the fill in the element's own user space; `undefined` when nothing is drawn. */
  boxOf(element: Element): Box | undefined {
    if (undrawn.has(element.localName) || this.#styles.isHidden(element)) return undefined;
    const number = (name: string) => this.#styles.toPixels(element.getAttribute(name) ?? "0", element);
    switch (element.localName) {
      case "text":
        return unite(this.#text.runsOf(element).map((run) => this.#text.boxOf(run)));
      case "tspan":
        return this.#boxOfSpan(element);
      case "rect":
      case "image":
      case "foreignObject": {
        const box = { x: number("x"), y: number("y"), width: number("width"), height: number("height") };
        return box.width > 0 || box.height > 0 ? box : undefined;
      }
      case "circle":
        return round(number("cx"), number("cy"), number("r"), number("r"));
      case "ellipse":
        return round(number("cx"), number("cy"), number("rx"), number("ry"));
      case "line":
        return boxOfPoints([
          [number("x1"), number("y1")],
          [number("x2"), number("y2")],
        ]);
      case "polygon":
      case "polyline":
        return boxOfPoints(readPoints(element));
      case "path":
        return boxOfPath(readPath(element.getAttribute("d") ?? ""));
      case "use":
        return this.#boxOfUse(element, number("x"), number("y"));
      default:
        return unite(this.#boxesOfChildren(element));
    }
  }

  /** Points along the outline, close enough together to measure lengths. */
  outlineOf(element: Element): Point[] {
    if (element.localName === "path") return flatten(readPath(element.getAttribute("d") ?? ""));
    if (element.localName === "line") {
      const number = (name: string) => Number(element.getAttribute(name) ?? 0);
      return [
        [number("x1"), number("y1")],
        [number("x2"), number("y2")],
      ];
    }
    return readPoints(element);
  }

  /** From the element's user space to that of the outermost drawing. */
  matrixOf(element: Element): Matrix {
    let matrix = identity;
    for (let node: Element | null = element; node !== null && node.localName !== "body"; node = node.parentElement) {
      matrix = multiply(this.#ownMatrix(node), matrix);
    }
    return matrix;
  }

  #boxesOfChildren(element: Element): Box[] {
    return [...element.children].flatMap((child) => {
      const box = this.boxOf(child);
      return box === undefined ? [] : [transformBox(box, this.#ownMatrix(child))];
    });
  }

  #ownMatrix(element: Element): Matrix {
    const transform = readTransform(element.getAttribute("transform") ?? "");
    // A nested drawing also moves its content, and scales it to its own size.
    if (element.localName !== "svg" || element.parentElement?.closest("svg") == null) return transform;
    const number = (name: string) => Number(element.getAttribute(name) ?? 0) || 0;
    const box = (element.getAttribute("viewBox") ?? "").split(/[\s,]+/u).map(Number);
    const [left = 0, top = 0, across = 0, down = 0] = box;
    const scale = across > 0 && down > 0 ? Math.min(number("width") / across, number("height") / down) : 1;
    const [x, y] = [number("x") - left * scale, number("y") - top * scale];
    return multiply(transform, [scale, 0, 0, scale, x, y]);
  }

  #boxOfUse(element: Element, x: number, y: number): Box | undefined {
    const id = (element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "").slice(1);
    const target = element.ownerDocument.getElementById(id);
    const content =
      target === null
        ? undefined
        : target.localName === "symbol"
          ? unite(this.#boxesOfChildren(target))
          : this.boxOf(target);
    return content && { ...content, x: content.x + x, y: content.y + y };
  }

  #boxOfSpan(element: Element): Box | undefined {
    const text = element.closest("text");
    if (text === null) return undefined;
    const runs = this.#text.runsOf(text).filter((run) => element.contains(run.element));
    return unite(runs.map((run) => this.#text.boxOf(run)));
  }
}

function round(cx: number, cy: number, rx: number, ry: number): Box {
  return { x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry };
}

function readPoints(element: Element): Point[] {
  const numbers = (element.getAttribute("points") ?? "").match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/giu) ?? [];
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => [
    Number(numbers[2 * index]),
    Number(numbers[2 * index + 1]),
  ]);
}
