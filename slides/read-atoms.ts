import type { Element, ElementContent } from "hast";
import type { Atom, ItemAtom, ListSource } from "./atom.ts";
import type { Block } from "./block.ts";
import { cleanInline, countWords, element, elementsOf, findByClass, findByTag, hasClass, textOf } from "./clean.ts";
import { toFlow, toLabelled } from "./notes.ts";
import { common, readFigure, readFormula, readIsland, readListing, readRows } from "./read-exhibits.ts";
import { limits } from "./theme.ts";

/** The atoms of a block that goes on a slide. `glued` says whether its last atom introduces what follows. */
export function readAtoms(block: Block, glued: boolean): Atom[] {
  const atoms = readKind(block);
  const [first] = atoms;
  const last = atoms.at(-1);
  if (first !== undefined && block.cut) first.cut = true;
  if (last !== undefined && glued) last.glued = true;
  for (const atom of atoms) atom.pauses = block.pauses;
  return atoms;
}

function readKind(block: Block): Atom[] {
  switch (block.kind) {
    case "list":
      return readItems(block.element);
    case "table":
      return readRows(block.element);
    case "code":
      return readListing(block.element);
    case "figure":
      return readFigure(block.element);
    case "formula":
      return [readFormula(block.element)];
    case "definition":
      return [readDefinition(block.element)];
    case "quotation":
      return [readQuotation(block.element)];
    case "question":
      return [readQuestion(block.element)];
    case "callout":
    case "blockquote":
      return [readCallout(block.element)];
    case "island":
      return [readIsland(block.element)];
    default: {
      const nodes = cleanInline(block.element.children, "slide");
      return [
        {
          ...common(countWords(nodes)),
          kind: block.kind === "subhead" ? "subhead" : "text",
          nodes,
          glued: block.kind === "subhead",
        },
      ];
    }
  }
}

function readItems(list: Element): ItemAtom[] {
  const items = elementsOf(list).filter(({ tagName }) => tagName === "li");
  const source: ListSource = { kind: "list", ordered: list.tagName === "ol", size: items.length };
  const start = Number(list.properties["start"] ?? 1);
  return items.flatMap((item, index) => {
    const cleaned = element("li", {}, cleanInline(item.children, "slide"));
    return splitItem(cleaned).map((part, piece) => ({
      ...common(countWords([part]), 1),
      kind: "item" as const,
      source,
      number: start + index,
      item: part,
      parent: piece > 0 ? cleaned.children.filter((child) => !isSublist(child)) : undefined,
    }));
  });
}

// An item with a sublist that no slide holds becomes several: its own words with the first of the sublist, then the rest.
function splitItem(item: Element): Element[] {
  const sublist = elementsOf(item).find(isSublist);
  const inner = sublist === undefined ? [] : elementsOf(sublist).filter(({ tagName }) => tagName === "li");
  if (sublist === undefined || (countWords([item]) <= limits.words - 12 && inner.length <= limits.items)) return [item];
  const own = item.children.filter((child) => child !== sublist);
  const parts: Element[][] = [[]];
  let words = countWords(own);
  for (const child of inner) {
    const more = countWords([child]);
    const part = parts.at(-1) ?? [];
    if (part.length > 0 && (words + more > limits.words - 12 || part.length >= limits.items - 2)) {
      parts.push([child]);
      words = more;
    } else {
      part.push(child);
      words += more;
    }
  }
  return parts.map((part, index) => element("li", {}, [...(index === 0 ? own : []), { ...sublist, children: part }]));
}

function isSublist(node: ElementContent): node is Element {
  return node.type === "element" && (node.tagName === "ul" || node.tagName === "ol");
}

function readDefinition(block: Element): Atom {
  const dfn = findByTag(block, "dfn");
  const english = findByClass(block, "ingles");
  const paragraphs = readParagraphs(findByClass(block, "texto"));
  const confusion = findByClass(block, "confusion");
  const source = findByClass(findByClass(block, "datos") ?? block, "fuente");
  const term = dfn === undefined ? "" : textOf([dfn]);
  const confusionNote = confusion === undefined ? [] : [toLabelled(`${term}: no confundir`, confusion.children)];
  const sourceNote = source === undefined ? [] : [toLabelled(`${term}: fuente`, source.children)];
  const words = countWords(paragraphs.flat()) + countWords([{ type: "text", value: term }]);
  return {
    ...common(words + (english === undefined ? 0 : countWords([english])), 1, [...confusionNote, ...sourceNote]),
    notesWhenLarge: confusionNote,
    kind: "definition",
    id: String(block.properties["id"] ?? ""),
    term,
    english: english === undefined ? undefined : textOf([english]),
    paragraphs,
    source: source === undefined ? undefined : textOf([source]),
  };
}

function readQuotation(block: Element): Atom {
  const paragraphs = withoutMarks(readParagraphs(findByClass(block, "texto")));
  const who = findByClass(block, "quien");
  const author = who === undefined ? "" : textOf([findByTag(who, "strong") ?? who]);
  const detail = who === undefined ? "" : textOf([who]).slice(author.length).replace(/^,\s*/u, "");
  const original = findByClass(block, "original");
  const confusion = findByClass(block, "confusion");
  const source = findByClass(findByClass(block, "datos") ?? element("p", {}), "fuente");
  const named = findByClass(block, "nombre");
  const id = block.properties["id"];
  return {
    ...common(countWords(paragraphs.flat()) + countWords(who === undefined ? [] : [who]), 1, [
      ...(named === undefined ? [] : [element("p", {}, cleanInline(named.children, "notes"))]),
      ...(original === undefined ? [] : [toLabelled("Original", original.children)]),
      ...(confusion === undefined ? [] : [toLabelled("No confundir", confusion.children)]),
      ...(source === undefined ? [] : [toLabelled("Fuente", source.children)]),
    ]),
    kind: "quotation",
    id: id === undefined || id === null ? undefined : String(id),
    paragraphs,
    author,
    detail: detail === "" ? undefined : detail,
  };
}

function readQuestion(block: Element): Atom {
  const words = findByClass(block, "enunciado");
  const answer = findByClass(block, "respuesta");
  const nodes = words === undefined ? [] : cleanInline(words.children, "slide");
  const id = block.properties["id"];
  const [first, ...rest] = answer === undefined ? [] : toFlow(answer);
  const notes = first === undefined ? [] : [toLabelled("Respuesta", first.children), ...rest];
  return {
    ...common(countWords(nodes), 1, notes),
    kind: "question",
    id: id === undefined || id === null ? undefined : String(id),
    nodes,
  };
}

function readCallout(block: Element): Atom {
  const tone = String(block.properties["dataBloque"] ?? "cita");
  const label = elementsOf(block).find((child) => hasClass(child, "rotulo"));
  const body = elementsOf(block)
    .filter((child) => child !== label)
    .map((child) => ({ ...child, properties: {}, children: cleanInline(child.children, "slide") }));
  const flow = body.length > 0 ? body : [element("p", {}, cleanInline(block.children, "slide"))];
  return {
    ...common(countWords(flow) + countWords(label === undefined ? [] : [label])),
    kind: "callout",
    tone: tone === "precision" || tone === "historia" || tone === "nota" || tone === "ejemplo" ? tone : "cita",
    label: label === undefined ? undefined : textOf([label]),
    body: flow,
  };
}

function readParagraphs(block: Element | undefined): ElementContent[][] {
  if (block === undefined) return [];
  const paragraphs = elementsOf(block).filter(({ tagName }) => tagName === "p");
  if (paragraphs.length === 0) return [trimNodes(cleanInline(block.children, "slide"))];
  return paragraphs.map((paragraph) => cleanInline(paragraph.children, "slide"));
}

// The page may have put « » around the words; a slide hangs the first of them.
function withoutMarks(paragraphs: ElementContent[][]): ElementContent[][] {
  const last = paragraphs.length - 1;
  return paragraphs.map((nodes, index) =>
    nodes.map((node, at) => {
      if (node.type !== "text") return node;
      let { value } = node;
      if (index === 0 && at === 0) value = value.replace(/^\s*«/u, "");
      if (index === last && at === nodes.length - 1) value = value.replace(/»\s*$/u, "");
      return { ...node, value };
    }),
  );
}

function trimNodes(nodes: ElementContent[]): ElementContent[] {
  return nodes.filter((node, index) => {
    const isEnd = index === 0 || index === nodes.length - 1;
    return !(isEnd && node.type === "text" && node.value.trim() === "");
  });
}
