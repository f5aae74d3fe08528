import { toTokenColour } from "./palette.ts";
import { StyleSheet } from "./shim/css.ts";
import { stepAttribute } from "./steps.ts";

/** Painting properties that descendants inherit, with the value they have when nobody sets them. */
const inherited: Record<string, string> = {
  fill: "#000",
  stroke: "none",
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "paint-order": "normal",
  "font-size": "",
  "font-weight": "400",
  "font-style": "normal",
  "font-family": "",
  "letter-spacing": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
  "marker-start": "none",
  "marker-mid": "none",
  "marker-end": "none",
  visibility: "visible",
};

/** Properties of the element alone. */
const own: Record<string, string> = { opacity: "1", display: "inline", "alignment-baseline": "auto" };

const textual = new Set([
  "font-size",
  "font-weight",
  "font-style",
  "font-family",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
]);
const markers = new Set(["marker-start", "marker-mid", "marker-end"]);
const drawn = new Set(["rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan", "use"]);
const marked = new Set(["line", "polyline", "polygon", "path"]);

/**
 * Turns every rule and `style` of a drawing into presentation attributes on what is drawn, colours into tokens, and
 * removes the style sheet, classes and data: the page's content policy allows none of the former.
 * Throws `UnknownColour`.
 */
export function paint(svg: SVGSVGElement): void {
  const sheet = new StyleSheet([...svg.querySelectorAll("style")].map((style) => style.textContent).join("\n"));
  const declared = new Map<Element, Map<string, string>>();
  for (const element of [svg, ...svg.querySelectorAll("*")]) declared.set(element, readDeclared(element, sheet));
  for (const style of svg.querySelectorAll("style, script")) style.remove();
  paintTree(svg, declared, new Map(Object.entries(inherited)), undefined);
}

function readDeclared(element: Element, sheet: StyleSheet): Map<string, string> {
  const values = new Map<string, string>();
  for (const name of [...Object.keys(inherited), ...Object.keys(own)]) {
    const value = element.getAttribute(name);
    if (value !== null && value !== "") values.set(name, value);
  }
  for (const [name, { value }] of sheet.declarationsOf(element)) values.set(name, value);
  return values;
}

type Values = Map<string, string>;

/** `written` holds what an enclosing `text` already says, which its spans need not repeat. */
function paintTree(
  element: Element,
  declared: Map<Element, Values>,
  parent: Values,
  written: Values | undefined,
): void {
  const mine = declared.get(element) ?? new Map<string, string>();
  const values = new Map(parent);
  for (const name of Object.keys(inherited)) {
    const value = mine.get(name);
    if (value !== undefined && value !== "inherit") values.set(name, normalise(name, value, parent));
  }
  clean(element);
  let text = written;
  if (drawn.has(element.localName)) {
    const isText = element.localName === "text" || element.localName === "tspan";
    for (const [name, value] of values) {
      if (textual.has(name) && !isText) continue;
      if (markers.has(name) && !marked.has(element.localName)) continue;
      if (value === (written?.get(name) ?? inherited[name])) continue;
      if (name.startsWith("stroke-") && values.get("stroke") === "none") continue;
      element.setAttribute(name, name === "fill" || name === "stroke" ? toTokenColour(value) : value);
    }
    if (isText) text = values;
  }
  for (const [name, initial] of Object.entries(own)) {
    const value = mine.get(name);
    if (value !== undefined && value !== initial) element.setAttribute(name, value);
  }
  for (const child of element.children) paintTree(child, declared, values, text);
}

function clean(element: Element): void {
  for (const name of [...Object.keys(inherited), ...Object.keys(own), "style", "class"]) element.removeAttribute(name);
  for (const name of element.getAttributeNames()) {
    if (name === stepAttribute) continue;
    if (name.startsWith("data-") || name.startsWith("aria-") || name === "role") element.removeAttribute(name);
  }
}

function normalise(name: string, value: string, parent: Values): string {
  if (name === "font-family") return /mono|courier/iu.test(value) ? "var(--letra-codigo)" : "";
  if (name === "font-weight") return value === "bold" ? "700" : value === "normal" ? "400" : value;
  if (name === "font-size") return toPixels(value, Number(parent.get("font-size")));
  if (name === "stroke-dasharray") {
    const lengths = value.split(/[\s,]+/u).map((length) => Number.parseFloat(length));
    const solid = lengths.every((length, index) => !(length > 0) || (index % 2 === 0 && lengths[index + 1] === 0));
    return solid ? "none" : lengths.join(" ");
  }
  return name === "stroke-width" || name === "letter-spacing" ? value.replace(/px$/u, "") : value;
}

function toPixels(value: string, em: number): string {
  const number = Number.parseFloat(value);
  return String(value.endsWith("em") ? number * em : value.endsWith("%") ? (number * em) / 100 : number);
}
