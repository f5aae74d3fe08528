import type { TextFace, TextMetrics, TextStyle } from "../../../course/text-metrics.ts";
import { StyleSheet } from "./css.ts";

/** The properties of an element that decide where its text stands. */
export interface ComputedTextStyle extends TextStyle {
  letterSpacing: number;
  anchor: string;
  baseline: string;
  /** White space is kept as written. */
  preserve: boolean;
}

const properties = [
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "letter-spacing",
  "text-anchor",
  "white-space",
] as const;

const ownProperties = ["dominant-baseline", "alignment-baseline", "display"] as const;
const read: ReadonlySet<string> = new Set([...properties, ...ownProperties]);

const rootSize = 16;

/** Computes text properties by cascade and inheritance, from the style sheets inside the element's own drawing. */
export class TextStyles {
  readonly #metrics: TextMetrics;
  #sheet: { css: string; sheet: StyleSheet } = { css: "", sheet: new StyleSheet("") };

  constructor(metrics: TextMetrics) {
    this.#metrics = metrics;
  }

  of(element: Element): ComputedTextStyle {
    const sheet = this.#sheetOf(element);
    const chain: Element[] = [];
    for (let node: Element | null = element; node !== null; node = node.parentElement) chain.unshift(node);
    const inherited = new Map<string, string>();
    let size = rootSize;
    let own = new Map<string, string>();
    let baseline = "auto";
    for (const node of chain) {
      own = readOwn(node, sheet);
      baseline = own.get("dominant-baseline") ?? baseline;
      for (const name of properties) {
        const value = own.get(name);
        if (value !== undefined && value !== "inherit") inherited.set(name, value);
      }
      const ownSize = own.get("font-size");
      if (ownSize !== undefined) size = this.#toPixels(ownSize, size, size, toFace(inherited)) ?? size;
    }
    const face = toFace(inherited);
    return {
      face,
      size,
      letterSpacing: this.#toPixels(inherited.get("letter-spacing") ?? "0", size, size, face) ?? 0,
      anchor: inherited.get("text-anchor") ?? "start",
      baseline: own.get("alignment-baseline") ?? baseline,
      preserve: isPreserved(element, inherited.get("white-space")),
    };
  }

  isHidden(element: Element): boolean {
    return readOwn(element, this.#sheetOf(element)).get("display") === "none";
  }

  /** A length attribute in user units. */
  toPixels(value: string, element: Element): number {
    const plain = Number(value);
    if (Number.isFinite(plain)) return plain;
    const { size, face } = this.of(element);
    return this.#toPixels(value, size, size, face) ?? 0;
  }

  #toPixels(value: string, em: number, whole: number, face: TextFace): number | undefined {
    const match = /^(-?[\d.]+(?:e-?\d+)?)(px|em|rem|ex|pt|%)?$/u.exec(value.trim());
    if (match === null) return undefined;
    const number = Number(match[1]);
    switch (match[2]) {
      case "em":
        return number * em;
      case "rem":
        return number * rootSize;
      case "ex":
        return number * this.#metrics.xHeight(face, em);
      case "pt":
        return (number * 4) / 3;
      case "%":
        return (number * whole) / 100;
      default:
        return number;
    }
  }

  // A drawing's style sheet is written once and measured against hundreds of times.
  #sheetOf(element: Element): StyleSheet {
    const css = [...rootOf(element).querySelectorAll("style")].map((style) => style.textContent).join("\n");
    if (css !== this.#sheet.css) this.#sheet = { css, sheet: new StyleSheet(css, read) };
    return this.#sheet.sheet;
  }
}

function rootOf(element: Element): Element {
  let root = element;
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    if (node.localName === "svg") root = node;
  }
  return root;
}

/** Presentation attributes, then rules and the `style` attribute over them. */
function readOwn(element: Element, sheet: StyleSheet): Map<string, string> {
  const own = new Map<string, string>();
  for (const name of read) {
    const value = element.getAttribute(name);
    if (value !== null && value !== "") own.set(name, value);
  }
  for (const [name, { value }] of sheet.declarationsOf(element)) own.set(name, value);
  return own;
}

function toFace(style: Map<string, string>): TextFace {
  if (/mono|courier/iu.test(style.get("font-family") ?? "")) return "mono";
  const weight = style.get("font-weight") ?? "400";
  if (weight === "bold" || weight === "bolder" || Number(weight) >= 600) return "bold";
  return /italic|oblique/u.test(style.get("font-style") ?? "") ? "italic" : "regular";
}

function isPreserved(element: Element, whiteSpace: string | undefined): boolean {
  if (whiteSpace !== undefined) return whiteSpace.startsWith("pre");
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    const value = node.getAttribute("xml:space");
    if (value !== null) return value === "preserve";
  }
  return false;
}
