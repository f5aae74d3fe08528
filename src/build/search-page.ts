import type { Element, Nodes, Parents } from "hast";
import { fromHtml } from "hast-util-from-html";
import { matches, selectAll } from "hast-util-select";
import { toHtml } from "hast-util-to-html";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { toWords } from "../course/search-query.ts";

/** A page as the full-text index reads it. */
export interface IndexedPage {
  /** Path without base. */
  url: string;
  html: string;
}

// What is no prose of a lesson. The definitions are records of their own, so their blocks are left out of the pages.
const excluded = [
  ".definicion",
  ".rotulos",
  ".numero-de-seccion",
  ".herramientas-de-seccion",
  ".listado-titulo",
  ".copiar-codigo",
  ".licencia",
  "summary",
  "[data-pagefind-ignore]",
  // Pagefind leaves these out by itself.
  "style, script, noscript, label, form, footer, nav, iframe, template",
].join(", ");

/**
 * Takes out of a built page what nobody looks for (Pagefind would put even the buttons of a heading into its title), and
 * writes the labels of its drawings as text: Pagefind leaves drawings out, and a label may be all that a reader recalls.
 */
export function readIndexedPage(url: string, html: string): IndexedPage {
  const tree = fromHtml(html);
  visit(tree as Nodes, "element", (node: Element, index, parent: Parents | undefined) => {
    if (parent !== undefined && index !== undefined && matches(excluded, node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (parent !== undefined && index !== undefined && node.tagName === "svg") {
      parent.children[index] = { type: "text", value: ` ${readLabels(node).join(" · ")} ` };
      return SKIP;
    }
    // Between cells and lines there is no space in the text: it would glue their words together.
    if (isApart(node)) node.children.push({ type: "text", value: " " });
    return undefined;
  });
  return { url, html: toHtml(tree) };
}

// A label of several lines is one text of several `tspan`.
function readLabels(drawing: Element): string[] {
  return selectAll("text", drawing).map(
    (label) =>
      selectAll("tspan:not(:has(tspan))", label)
        .map((line) => toString(line))
        .join(" ") || toString(label),
  );
}

/** The folded words that a reader sees on a built page, from two letters on, numbers apart. */
export function readPageWords(html: string): Set<string> {
  const texts: string[] = [];
  visit(fromHtml(html) as Nodes, (node) => {
    if (node.type === "element" && silentElements.has(node.tagName)) return SKIP;
    if (node.type === "text") texts.push(node.value);
    return undefined;
  });
  return new Set(toWords(texts.join(" ")).filter((word) => word.length > 1 && !/^\d+$/.test(word)));
}

const silentElements = new Set(["style", "script", "template", "title"]);

function isApart({ tagName, properties }: Element): boolean {
  const classes = properties["className"];
  return tagName === "th" || tagName === "td" || (Array.isArray(classes) && classes.includes("renglon"));
}
