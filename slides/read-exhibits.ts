import type { Element } from "hast";
import { toString } from "hast-util-to-string";
import type { Atom, Cell, CodeSource, LinesAtom, RowAtom, TableSource } from "./atom.ts";
import { cleanInline, countWords, element, elementsOf, findByClass, findByTag, hasClass, textOf } from "./clean.ts";
import { toFlow } from "./notes.ts";
import { codeLines } from "./theme.ts";

/** The rows of a table. */
export function readRows(block: Element): RowAtom[] {
  const table = block.tagName === "table" ? block : findByTag(block, "table");
  if (table === undefined) return [];
  const caption = findByClass(block, "leyenda");
  const label = caption === undefined ? undefined : findByTag(caption, "strong");
  const headRows = elementsOf(findByTag(table, "thead") ?? element("thead", {}));
  const bodyRows = elementsOf(table)
    .filter(({ tagName }) => tagName === "tbody" || tagName === "tr")
    .flatMap((child) => (child.tagName === "tr" ? [child] : elementsOf(child)));
  const rows = bodyRows.map(readCells);
  const head = headRows[0] === undefined ? [] : readCells(headRows[0]);
  const id = block.properties["id"];
  const source: TableSource = {
    kind: "table",
    id: id === undefined || id === null ? undefined : String(id),
    label: label === undefined ? undefined : textOf([label]),
    head,
    rows,
    size: rows.length,
  };
  const headWords = head.reduce((sum, { nodes }) => sum + countWords(nodes), 0);
  const last = rows.length - 1;
  return rows.map((cells, index) => ({
    // The head is repeated on every slide that the table takes: its words count once for each, with the first row.
    ...common(cells.reduce((sum, { nodes }) => sum + countWords(nodes), 0) + (index === 0 ? headWords : 0), 1),
    kind: "row" as const,
    source,
    cells,
    notes: index === last && caption !== undefined ? toFlow(caption) : [],
  }));
}

function readCells(row: Element): Cell[] {
  return elementsOf(row).map((cell) => ({
    nodes: cleanInline(cell.children, "slide"),
    numeric: hasClass(cell, "numero"),
  }));
}

/** A listing, in pieces between its blank lines. */
export function readListing(block: Element): LinesAtom[] {
  const pre = block.tagName === "pre" ? block : findByTag(block, "pre");
  const lines = pre === undefined ? [] : toLines(pre);
  const name = findByClass(block, "listado-titulo");
  const file = name === undefined ? "" : textOf(cleanInline(name.children, "slide"));
  const groups = groupLines(lines);
  const source: CodeSource = { kind: "code", file: /[./]/u.test(file) ? file : undefined, size: groups.length };
  const columns = Math.max(1, ...lines.map((line) => [...toString(line).replace(/\n$/u, "")].length));
  return groups.map((group) => ({ ...common(0), kind: "lines" as const, source, lines: group, columns }));
}

function toLines(pre: Element): Element[] {
  const marked = elementsOf(findByTag(pre, "code") ?? pre).filter((line) => hasClass(line, "renglon"));
  if (marked.length > 0) return marked;
  const text = toString(pre).replace(/\n$/u, "");
  return text.split("\n").map((line) => element("span", { className: ["renglon"] }, [`${line}\n`]));
}

// A listing is cut after a blank line; a group that no slide holds, after as many lines as one holds.
function groupLines(lines: readonly Element[]): Element[][] {
  const groups: Element[][] = [[]];
  for (const line of lines) {
    const group = groups.at(-1) ?? [];
    if (group.length >= codeLines) groups.push([line]);
    else group.push(line);
    if (toString(line).trim() === "" && (groups.at(-1) ?? []).length > 1) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** A drawing; its caption and long description are said. */
export function readFigure(block: Element): Atom[] {
  const svg = block.tagName === "svg" ? block : findByTag(block, "svg");
  if (svg === undefined) return [];
  const [, , boxWidth = "640", boxHeight = "360"] = String(svg.properties["viewBox"] ?? "").split(/[\s,]+/u);
  const caption = findByTag(block, "figcaption");
  const label = caption === undefined ? undefined : findByTag(caption, "strong");
  const description = findByTag(block, "details");
  const id = block.properties["id"];
  return [
    {
      ...common(0, 0, [
        ...(caption === undefined ? [] : [element("p", {}, cleanInline(caption.children, "notes"))]),
        ...(description === undefined ? [] : toFlow(description)),
      ]),
      kind: "figure",
      id: id === undefined || id === null ? undefined : String(id),
      label: label === undefined ? undefined : textOf([label]),
      svg,
      width: Number.parseFloat(String(svg.properties["width"] ?? boxWidth)),
      height: Number.parseFloat(String(svg.properties["height"] ?? boxHeight)),
      smallestText: Math.min(...readFontSizes(svg)),
    },
  ];
}

/** An island, drawn for slides already; its caption is said. */
export function readIsland(block: Element): Atom {
  const island = elementsOf(block).find(({ tagName }) => tagName.includes("-")) ?? block;
  const caption = findByClass(block, "leyenda");
  const label = caption === undefined ? undefined : findByTag(caption, "strong");
  const id = block.properties["id"];
  return {
    ...common(0, 0, caption === undefined ? [] : [element("p", {}, cleanInline(caption.children, "notes"))]),
    kind: "island",
    id: id === undefined || id === null ? undefined : String(id),
    label: label === undefined ? undefined : textOf([label]),
    element: island,
  };
}

function readFontSizes(node: Element): number[] {
  const own = Number.parseFloat(String(node.properties["fontSize"] ?? node.properties["font-size"] ?? ""));
  return [...(Number.isFinite(own) ? [own] : []), ...elementsOf(node).flatMap(readFontSizes)];
}

/** A formula on lines of its own. */
export function readFormula(block: Element): Atom {
  const tall = ["mfrac", "munder", "mover", "munderover", "mtable", "msqrt"].some((tag) => findByTag(block, tag));
  return { ...common(1), kind: "formula", math: block.children, tall };
}

/** What every atom has, before its block is known. */
export function common(words: number, items = 0, notes: Element[] = []) {
  return { words, items, glued: false, cut: false, pauses: 0, notes };
}
