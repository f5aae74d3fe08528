import { readNames, readText, readWords } from "./jsx.ts";
import { isJsx, type Jsx, type Node, textOf, walk } from "./mdx.ts";
import { type Place, placeOfNode, type SourceFile } from "./place.ts";
import { toPlainText } from "./reference.ts";
import { toSlug } from "./text.ts";

/** One `<Definicion>`: the record that page, search, glossary, cards, deck and Anki share under one id. */
export interface Definition {
  id: string;
  term: string;
  english: string | undefined;
  aliases: string[];
  plural: string | undefined;
  /** Only for a quotation: who said it. */
  author: string | undefined;
  /** The quotation in its original language. */
  original: string | undefined;
  detail: string | undefined;
  /** Keys of the bibliography. */
  sources: string[];
  /** Ids of other definitions. */
  related: string[];
  confusion: string | undefined;
  text: string;
  /** Slug of the lesson, and the id of the section in which it stands. */
  lesson: string;
  section: string | undefined;
  place: Place;
}

/** The id of a `<Definicion>`: the one written, or the slug of its term. */
export function definitionId(element: Jsx): string {
  return readText(element, "id") ?? toSlug(readText(element, "termino") ?? "");
}

/** The anchor of a definition in its page; the data of the course use the bare id. */
export function definitionAnchor(id: string): string {
  return `def-${id}`;
}

/** The definitions of a lesson in reading order; `sectionOf` tells the section of a node. */
export function readDefinitions(
  tree: Node,
  lesson: string,
  source: SourceFile,
  sectionOf: (node: Node) => string | undefined,
): Definition[] {
  const definitions: Definition[] = [];
  for (const [node] of walk(tree)) {
    if (!isJsx(node, "Definicion")) continue;
    definitions.push({
      id: definitionId(node),
      term: readText(node, "termino") ?? "",
      english: readText(node, "ingles"),
      aliases: readNames(node, "alias"),
      plural: readText(node, "plural"),
      author: readText(node, "autor"),
      original: readText(node, "original"),
      detail: readText(node, "detalle"),
      sources: readWords(node, "fuente"),
      related: readWords(node, "relacionados"),
      confusion: readText(node, "noConfundir"),
      text: toPlainText(textOf(node)),
      lesson,
      section: sectionOf(node),
      place: placeOfNode(source, node),
    });
  }
  return definitions;
}

/** Every name by which a reader may call the definition: term, plural, aliases. */
export function namesOf({ term, plural, aliases }: Definition): string[] {
  return [term, ...(plural === undefined ? [] : [plural]), ...aliases];
}
