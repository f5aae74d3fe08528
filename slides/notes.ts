import type { Element, ElementContent } from "hast";
import type { Block } from "./block.ts";
import { cleanInline, element, elementsOf, findByClass, hasClass } from "./clean.ts";

/** What the speaker reads of a block that is not shown: the same words in plain markup, with its links. */
export function toNotes({ kind, element: block }: Block): Element[] {
  switch (kind) {
    case "callout":
      return [toAside(block)];
    case "definition":
    case "quotation":
      return block.children.flatMap(toFlow);
    case "footnotes":
      return elementsOf(block)
        .filter(({ tagName }) => tagName === "ol")
        .flatMap(toFlow);
    default:
      return toFlow(block);
  }
}

/** A short paragraph of notes that begins with a bold label. */
export function toLabelled(label: string, nodes: readonly ElementContent[]): Element {
  return element("p", {}, [element("strong", {}, [`${label}.`]), " ", ...cleanInline(nodes, "notes")]);
}

/** Paragraphs, lists, tables and drawings, one after the other. */
export function toFlow(node: ElementContent): Element[] {
  if (node.type !== "element") return [];
  if (node.tagName === "p") return [element("p", {}, cleanInline(node.children, "notes"))];
  if (flowTags.has(node.tagName)) {
    const [cleaned] = cleanInline([node], "notes");
    return cleaned?.type === "element" ? [cleaned] : [];
  }
  if (node.tagName === "svg") return [node];
  if (["div", "section", "figure", "figcaption", "aside", "details"].includes(node.tagName))
    return node.children.flatMap(toFlow);
  if (node.tagName === "summary") return [];
  return [element("p", {}, cleanInline(node.children, "notes"))];
}

const flowTags = new Set(["ul", "ol", "table", "pre", "blockquote", "h4", "h5", "h6"]);

function toAside(block: Element): Element {
  const clase = String(block.properties["dataBloque"] ?? "nota");
  const label = findByClass(block, "rotulo");
  const body = elementsOf(block).filter((child) => !hasClass(child, "rotulo"));
  // Not an <aside>: dozens of nameless landmarks would help nobody.
  return element("div", { className: ["aparte", clase], role: "note" }, [
    ...(label === undefined ? [] : [element("p", { className: ["rotulo"] }, cleanInline(label.children, "notes"))]),
    ...body.flatMap(toFlow),
  ]);
}
