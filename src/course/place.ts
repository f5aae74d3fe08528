import type { Issue } from "./issue.ts";
import type { Node } from "./mdx.ts";
import { placeOf } from "./text.ts";

/** A place in a file of the course; line and column from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** The text of one file of the course, with its path from the root of the project. */
export interface SourceFile {
  file: string;
  text: string;
}

export function placeAt({ file, text }: SourceFile, offset: number): Place {
  return { file, ...placeOf(text, offset) };
}

/** Where a node begins; with `needle`, where those words stand inside it. */
export function placeOfNode(source: SourceFile, node: Node, needle?: string): Place {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? source.text.length;
  const found = needle === undefined ? -1 : source.text.slice(start, end).indexOf(needle);
  return placeAt(source, found < 0 ? start : start + found);
}

export function toIssue(place: Place, message: string, remedy: string): Issue {
  return { file: place.file, line: place.line, column: place.column, message, remedy };
}
