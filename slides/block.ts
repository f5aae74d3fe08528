import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toSlug } from "../src/course/text.ts";
import { cleanInline, elementsOf, hasClass, textOf } from "./clean.ts";

export type BlockKind =
  | "paragraph"
  | "subhead"
  | "list"
  | "table"
  | "figure"
  | "code"
  | "formula"
  | "definition"
  | "quotation"
  | "question"
  | "callout"
  | "blockquote"
  | "island"
  | "footnotes";

/** One block of a lesson, in the page's own HTML. */
export interface Block {
  kind: BlockKind;
  element: Element;
  /** The author's word on where it goes; otherwise the rule decides. */
  only?: "slide" | "notes";
  /** A `<Corte />` stands before it. */
  cut: boolean;
  /** How many `<Pausa />` stand before it in its section. */
  pauses: number;
  /** Blocks of one `<Junto>` share a number. */
  together?: number;
}

/** A heading of level 2 or 3 and what stands under it; level 1 is what stands before the first heading. */
export interface Section {
  id: string;
  title: ElementContent[];
  depth: 1 | 2 | 3;
  blocks: Block[];
  /** Written with `<Diapositiva>`: everything in it stays on the slide. */
  explicit: boolean;
}

/** The sections of a lesson rendered as for its page, in reading order. */
export function readSections(html: string): Section[] {
  const reader = new SectionReader();
  reader.readAll(elementsOf(fromHtml(html, { fragment: true })), {});
  return reader.sections;
}

type Context = Pick<Block, "only" | "together">;

class SectionReader {
  readonly sections: Section[] = [{ id: "", title: [], depth: 1, blocks: [], explicit: false }];
  #cut = false;
  #pauses = 0;
  #groups = 0;

  readAll(elements: readonly Element[], context: Context): void {
    for (const element of elements) this.#read(element, context);
  }

  #read(element: Element, context: Context): void {
    const mark = element.properties["dataBloque"];
    if (element.tagName === "h2" || element.tagName === "h3") return this.#open(element);
    if (mark === "corte") this.#cut = true;
    else if (mark === "pausa") this.#pauses += 1;
    else if (mark === "solo-notas") this.#readInside(element, { ...context, only: "notes" });
    else if (mark === "solo-diapositiva") this.#readInside(element, { ...context, only: "slide" });
    else if (mark === "junto") this.#readInside(element, { ...context, together: ++this.#groups });
    else if (mark === "diapositiva") this.#readExplicit(element);
    else if (isLayout(element)) this.readAll(elementsOf(element), context);
    else this.#add(element, context);
  }

  // One line of an author's component is text, several lines are paragraphs.
  #readInside(element: Element, context: Context): void {
    const blocks = elementsOf(element).filter((child) => blockTags.has(child.tagName));
    if (blocks.length > 0) this.readAll(blocks, context);
    else this.#add({ ...element, tagName: "p", properties: {} }, context);
  }

  #open(heading: Element): void {
    this.#start(
      cleanInline(heading.children, "slide"),
      String(heading.properties["id"] ?? ""),
      heading.tagName === "h3" ? 3 : 2,
    );
  }

  #start(title: ElementContent[], id: string, depth: 1 | 2 | 3, explicit = false): void {
    this.sections.push({ id, title, depth, blocks: [], explicit });
    this.#cut = false;
    this.#pauses = 0;
  }

  #readExplicit(element: Element): void {
    const before = this.sections.at(-1);
    const words = String(element.properties["dataTitulo"] ?? "");
    this.#start([{ type: "text", value: words }], toSlug(words), 3, true);
    this.#readInside(element, { only: "slide" });
    // What follows belongs again to the section that was open.
    if (before !== undefined) this.#start(before.title, before.id, before.depth);
  }

  #add(element: Element, context: Context): void {
    const kind = kindOf(element);
    if (kind === undefined) return;
    this.sections.at(-1)?.blocks.push({ kind, element, ...context, cut: this.#cut, pauses: this.#pauses });
    this.#cut = false;
  }
}

const blockTags = new Set([
  "p",
  "ul",
  "ol",
  "div",
  "section",
  "figure",
  "aside",
  "table",
  "pre",
  "blockquote",
  "h4",
  "h5",
]);

function isLayout(element: Element): boolean {
  return element.tagName === "div" && (hasClass(element, "anotado") || hasClass(element, "margen"));
}

const marked: Record<string, BlockKind | undefined> = {
  definicion: "definition",
  cita: "quotation",
  figura: "figure",
  tabla: "table",
  codigo: "code",
  pregunta: "question",
  isla: "island",
  precision: "callout",
  historia: "callout",
  nota: "callout",
  ejemplo: "callout",
};

const tags: Record<string, BlockKind | undefined> = {
  p: "paragraph",
  ul: "list",
  ol: "list",
  table: "table",
  pre: "code",
  figure: "figure",
  svg: "figure",
  blockquote: "blockquote",
  h4: "subhead",
  h5: "subhead",
  h6: "subhead",
};

function kindOf(element: Element): BlockKind | undefined {
  const kind = marked[String(element.properties["dataBloque"] ?? "")] ?? tags[element.tagName];
  if (kind !== undefined) return kind;
  if (hasClass(element, "formula")) return "formula";
  if (hasClass(element, "footnotes")) return "footnotes";
  if (element.tagName.includes("-")) return "island";
  return textOf([element]) === "" ? undefined : "paragraph";
}
