import type { Element, ElementContent, Properties } from "hast";
import { toString } from "hast-util-to-string";

/** `class` as a list of names. */
export function classesOf(node: Element): string[] {
  const value = node.properties["className"];
  return Array.isArray(value) ? value.map(String) : [];
}

export function hasClass(node: ElementContent, name: string): boolean {
  return node.type === "element" && classesOf(node).includes(name);
}

/** Attributes of an element, by their names in hast. */
export type Attributes = Record<string, string | number | boolean | readonly string[] | undefined>;

export function element(
  tagName: string,
  attributes: Attributes,
  children: readonly (ElementContent | string)[] = [],
): Element {
  return {
    type: "element",
    tagName,
    properties: attributes as Properties,
    children: children.map((child) => (typeof child === "string" ? { type: "text", value: child } : child)),
  };
}

/** The elements among the children: white space and comments between blocks mean nothing. */
export function elementsOf(node: { children: readonly unknown[] }): Element[] {
  return (node.children as ElementContent[]).filter((child): child is Element => child.type === "element");
}

/** The first descendant that has the class. */
export function findByClass(node: Element, name: string): Element | undefined {
  for (const child of elementsOf(node)) {
    const found = hasClass(child, name) ? child : findByClass(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first descendant with the tag name. */
export function findByTag(node: Element, name: string): Element | undefined {
  for (const child of elementsOf(node)) {
    const found = child.tagName === name ? child : findByTag(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Words that stand on a slide; the text inside a drawing or formula is not read as words. */
export function countWords(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === "text") return sum + (node.value.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0);
    if (node.type !== "element" || node.tagName === "svg") return sum;
    if (node.tagName === "math") return sum + 1;
    return sum + countWords(node.children);
  }, 0);
}

export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => toString(node))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}

/** How much of the page's markup stays: a slide is looked at, notes may also be followed. */
export type Purpose = "slide" | "notes";

/** Inline content without what only a page needs: tools, marks of corrections, most links. */
export function cleanInline(nodes: readonly ElementContent[], purpose: Purpose): ElementContent[] {
  const cleaned = nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [{ type: "text", value: node.value }];
    if (node.type !== "element" || isTool(node)) return [];
    if (node.tagName === "math" || node.tagName === "svg") return [node];
    const children = cleanInline(node.children, purpose);
    if (node.tagName === "span" || (node.tagName === "a" && !keepsLink(node, purpose))) return children;
    if (node.tagName === "code" && purpose === "slide")
      return [{ ...node, properties: {}, children: children.flatMap(keepOptions) }];
    const { href, lang, id, start } = node.properties;
    const kept = { href: node.tagName === "a" ? href : undefined, lang, id, start };
    return [{ ...node, properties: definedOf(kept), children }];
  });
  return joinTexts(cleaned);
}

// Unwrapped words stand beside text again, and text is measured and kerned in one piece.
function joinTexts(nodes: ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else joined.push(node.type === "text" ? { ...node } : node);
  }
  return joined;
}

// A line does not break inside «--rm» or «docker-compose».
function keepOptions(node: ElementContent): ElementContent[] {
  if (node.type !== "text" || !node.value.includes("-")) return [node];
  return node.value
    .split(/(\s+)/u)
    .filter((token) => token !== "")
    .map((token) =>
      token.includes("-") ? element("span", { className: ["junto"] }, [token]) : { type: "text", value: token },
    );
}

const tools = ["herramientas-de-seccion", "numero-de-seccion", "copiar-codigo", "solo-lector", "sr-only"];

function isTool(node: Element): boolean {
  if (node.tagName === "button" || node.tagName === "script" || node.tagName === "style") return true;
  if (node.properties["dataFootnoteRef"] !== undefined || node.properties["dataFootnoteBackref"] !== undefined)
    return true;
  if (node.tagName === "sup" && elementsOf(node).some(isTool)) return true;
  return classesOf(node).some((name) => tools.includes(name));
}

// On a slide only what leads out of the course is worth a click.
function keepsLink(node: Element, purpose: Purpose): boolean {
  return purpose === "notes" || /^https?:/u.test(String(node.properties["href"] ?? ""));
}

function definedOf(properties: Record<string, unknown>): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value != null)) as Properties;
}
