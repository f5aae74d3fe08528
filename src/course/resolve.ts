import type { Code, Link, PhrasingContent, Root, RootContent, Table, Text } from "mdast";
import { toHref } from "./address.ts";
import type { Course } from "./course.ts";
import { definitionId } from "./definition.ts";
import { type Exhibit, exhibitKind, exhibitLabel, fenceDiagramName, isIsland, isMermaid } from "./exhibit.ts";
import { readFenceMeta } from "./fence.ts";
import { readAttributes, readText, toAttributes, withAttributes } from "./jsx.ts";
import type { Lesson } from "./lesson.ts";
import { factAnchor, isFact, isNote, readMarks } from "./mark.ts";
import { childrenOf, commentOf, isJsx, type Jsx, parseMdx, textOf } from "./mdx.ts";
import { isBareReference, readPieces, readTarget, type Target } from "./reference.ts";
import { readHeadings } from "./section.ts";

interface Context {
  course: Course;
  lesson: Lesson;
  base: string;
  exhibits: Exhibit[];
}

/**
 * The tree of a lesson with everything resolved that needs the rest of the course: ids, numbers, terms,
 * citations, references, formulas and code become components with plain attributes, ready to render.
 * @param base the path under which the site is served, `/` or `/apuntes/`
 */
export function resolveLesson(course: Course, lesson: Lesson, base: string): Root {
  const tree = parseMdx(lesson.text);
  const context = { course, lesson, base, exhibits: [...lesson.exhibits] };
  numberHeadings(tree, lesson);
  anchorFacts(tree);
  markCorrections(tree);
  tree.children = tree.children.filter((node) => node.type !== "yaml" && commentOf(node) === undefined);
  resolveChildren(tree, context);
  tree.children = groupMarginNotes(tree.children);
  return tree;
}

// A corrected block, its notes and the blocks beside which the notes may run on a wide page.
function groupMarginNotes(blocks: RootContent[]): RootContent[] {
  const grouped: RootContent[] = [];
  for (const [index, block] of blocks.entries()) {
    const previous = grouped.at(-1);
    const group = previous !== undefined && isJsx(previous, "Anotado") ? previous : undefined;
    const margin = group?.children.find((child) => isJsx(child as RootContent, "Margen")) as Jsx | undefined;
    const next = blocks[index + 1];
    if (isNote(block) && margin !== undefined) (margin.children as RootContent[]).push(block);
    else if (block.type !== "heading" && !isNote(block) && next !== undefined && isNote(next)) {
      grouped.push(component("Anotado", {}, [block, component("Margen", {}, [], true)], true));
    } else if (group !== undefined && block.type !== "heading") (group.children as RootContent[]).push(block);
    else grouped.push(block);
  }
  return grouped;
}

function numberHeadings(tree: Root, lesson: Lesson): void {
  for (const { heading, id } of readHeadings(tree)) {
    const number = lesson.sections.find((section) => section.id === id)?.number;
    heading.data = { hProperties: { id, ...(number === undefined ? {} : { "data-numero": number }) } };
  }
}

// The note that settles a fact has an address, where the page about the corrections leads.
function anchorFacts(tree: Root): void {
  for (const { id, block } of readMarks(tree)) {
    if (!isFact(id) || !isNote(block) || readText(block, "ancla") !== undefined) continue;
    block.attributes.push(...toAttributes({ ancla: factAnchor(id) }));
  }
}

// `sobre` names words of the block before: they get the red line that points to the note.
function markCorrections(tree: Root): void {
  let before: RootContent | undefined;
  for (const node of tree.children) {
    if (isNote(node)) {
      const words = readText(node, "sobre");
      if (words !== undefined && before !== undefined) markWords(before, words, node.name === "Precision");
    } else if (commentOf(node) === undefined) before = node;
  }
}

function markWords(parent: RootContent, words: string, corrected: boolean): boolean {
  for (const [index, child] of childrenOf(parent).entries()) {
    if (child.type !== "text") {
      if (markWords(child, words, corrected)) return true;
      continue;
    }
    const at = child.value.indexOf(words);
    if (at < 0) continue;
    const pieces = [
      text(child.value.slice(0, at)),
      component(corrected ? "Corregido" : "Anotada", {}, [text(words)]),
      text(child.value.slice(at + words.length)),
    ].filter((piece) => piece.type !== "text" || piece.value !== "");
    (childrenOf(parent) as PhrasingContent[]).splice(index, 1, ...pieces);
    return true;
  }
  return false;
}

function resolveChildren(parent: RootContent | Root, context: Context): void {
  if (!("children" in parent)) return;
  const children = parent.children as RootContent[];
  // The space before a comment at the end of an item or cell goes with it.
  const last = children.findLast((child) => commentOf(child) === undefined);
  if (last?.type === "text" && last !== children.at(-1)) last.value = last.value.trimEnd();
  const resolved = children
    .filter((child) => commentOf(child) === undefined)
    .flatMap((child) => resolveNode(child, context));
  parent.children = resolved as typeof parent.children;
}

function resolveNode(node: RootContent, context: Context): RootContent[] {
  if (node.type === "text") return resolveText(node, context);
  if (node.type === "code") return [isMermaid(node) ? toDiagram(node, context) : toListing(node)];
  if (node.type === "inlineMath" || node.type === "math") {
    const block = node.type === "math";
    return [component("Formula", { tex: node.value, ...(block ? { bloque: "si" } : {}) }, [], block)];
  }
  if (node.type === "link") return [resolveLink(node, context)];
  if (node.type === "table") return [toTable(node, context)];
  const element = isJsx(node) ? resolveComponent(node, context) : node;
  resolveChildren(element, context);
  return [element];
}

function resolveText(node: Text, { course, base }: Context): RootContent[] {
  return readPieces(node.value).map((piece) => {
    if (piece.kind === "text") return text(piece.value);
    if (piece.kind === "citation") {
      const citations = piece.citations.map(({ key, locator }) => ({ key, locator }));
      return component("Referencia", { fuentes: JSON.stringify(citations) }, []);
    }
    const definition = course.definitions.get(course.terms.find(piece.name) ?? "");
    if (definition === undefined) return text(piece.shown);
    const href = toHref(base, { kind: "definition", definition });
    return component("Termino", { id: definition.id, href }, [text(piece.shown)]);
  });
}

function resolveLink(link: Link, context: Context): Link {
  const target = readTarget(link.url);
  const children = isBareReference(link) ? [text(describe(link.url, context))] : link.children;
  if (target.kind === "outside") return { ...link, children };
  const slug = target.kind === "lesson" ? (target.slug ?? context.lesson.slug) : undefined;
  const path = slug === undefined && target.kind === "page" ? target.path : `/lecciones/${slug}/`;
  const url = toHref(context.base, { kind: "path", path, anchor: target.anchor });
  const copy = { ...link, url, children } as Link;
  const number = sectionNumber(target, context);
  // On paper a link says where to turn to; a bare reference already does.
  if (number !== undefined && !isBareReference(link)) copy.data = { hProperties: { "data-seccion": number } };
  resolveChildren(copy, context);
  return copy;
}

function sectionNumber(target: Target, { course, lesson }: Context): string | undefined {
  if (target.kind !== "lesson") return undefined;
  const other = target.slug === undefined ? lesson : course.lessons.find(({ slug }) => slug === target.slug);
  return other?.sections.find(({ id }) => id === target.anchor)?.number ?? other?.number.toString();
}

/** The words of a reference that has none: `figura 6.1`, `tabla 6.1`, `sección 6.2`, or a lesson's title. */
function describe(url: string, { course, lesson }: Context): string {
  const target = readTarget(url);
  if (target.kind !== "lesson") return url;
  const other = target.slug === undefined ? lesson : course.lessons.find(({ slug }) => slug === target.slug);
  if (target.anchor === undefined) return other?.title ?? url;
  const exhibit = other?.exhibits.find(({ anchor }) => anchor === target.anchor);
  if (exhibit !== undefined) return exhibitLabel(exhibit).toLowerCase().replace(" ", "\u00a0");
  const section = other?.sections.find(({ id }) => id === target.anchor);
  if (section?.number !== undefined) return `sección\u00a0${section.number}`;
  return section?.title ?? course.definitions.get(target.anchor.replace(/^def-/, ""))?.term ?? url;
}

function resolveComponent(element: Jsx, context: Context): Jsx {
  if (element.name === "Definicion") return withAttributes(element, { id: definitionId(element) });
  if (exhibitKind(element) === undefined) return element;
  const exhibit = takeExhibit(context);
  const numbered = withAttributes(element, { numero: exhibit.number, ancla: exhibit.anchor });
  const named = readAttributes(numbered).has("id") ? withoutAttribute(numbered, "id") : numbered;
  // One component draws them all.
  return isIsland(element) ? { ...withAttributes(named, { componente: element.name ?? "" }), name: "Isla" } : named;
}

function withoutAttribute(element: Jsx, name: string): Jsx {
  const attributes = element.attributes.filter((a) => a.type !== "mdxJsxAttribute" || a.name !== name);
  return { ...element, attributes };
}

// Exhibits were numbered in reading order; the walk meets them in the same order.
function takeExhibit({ exhibits }: Context): Exhibit {
  const exhibit = exhibits.shift();
  if (exhibit === undefined) throw new Error("A figure or table was not numbered.");
  return exhibit;
}

function toDiagram(node: Code, context: Context): RootContent {
  const { number, anchor } = takeExhibit(context);
  return component("Diagrama", { nombre: fenceDiagramName(node), numero: number, ancla: anchor }, [], true);
}

function toListing(node: Code): RootContent {
  const { values, steps } = readFenceMeta(node.meta ?? "");
  const attributes = {
    lenguaje: node.lang ?? "text",
    texto: node.value,
    archivo: values.get("archivo"),
    resaltadas: steps.length > 0 ? steps.map((lines) => lines.join(" ")).join("|") : undefined,
  };
  return component("Codigo", attributes, [], true);
}

// The alignment of a cell is a class (a style attribute would be blocked), its heading a label for narrow screens.
// Sätteri drops the properties of table cells, so the table is spelled out in elements.
function toTable(table: Table, context: Context): RootContent {
  const labels = (table.children[0]?.children ?? []).map((cell) => textOf(cell).trim());
  const rows = table.children.map((row, index) =>
    htmlElement(
      "tr",
      {},
      row.children.map((cell, column) => {
        resolveChildren(cell, context);
        const numeric = table.align?.[column] === "right" ? { class: "numero" } : {};
        const own = index === 0 ? { scope: "col" } : { "data-rotulo": labels[column] ?? "" };
        return htmlElement(index === 0 ? "th" : "td", { ...own, ...numeric }, cell.children);
      }),
    ),
  );
  return htmlElement("table", {}, [
    htmlElement("thead", {}, rows.slice(0, 1)),
    htmlElement("tbody", {}, rows.slice(1)),
  ]);
}

// A node of no Markdown type, which renders as the named element.
function htmlElement(hName: string, hProperties: Record<string, string>, children: RootContent[]): RootContent {
  return { type: "elemento", data: { hName, hProperties }, children } as unknown as RootContent;
}

function text(value: string): Text {
  return { type: "text", value };
}

function component(
  name: string,
  attributes: Record<string, string | undefined>,
  children: RootContent[],
  flow = false,
): RootContent & PhrasingContent {
  const type = flow ? "mdxJsxFlowElement" : "mdxJsxTextElement";
  return { type, name, attributes: toAttributes(attributes), children } as unknown as RootContent & PhrasingContent;
}
