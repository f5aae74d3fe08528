import type { DiagramSource } from "../../course/diagram.ts";
import type { Place } from "../../course/place.ts";

/** What Mermaid is given, and how to find its places again in the author's file. */
export interface MermaidCode {
  text: string;
  /** Place in the author's file; `line` from 1 and `column` from 0, as Mermaid's parsers count. */
  placeOf(line: number, column: number): Place;
}

/**
 * The code without comments and blank lines at its head. Mermaid cuts both before it parses and then counts lines
 * from there; cutting them here keeps the count.
 */
export function toMermaidCode(source: DiagramSource): MermaidCode {
  const lines = source.code.split(/\r?\n/u).map((text, index) => ({ text, index }));
  const kept = lines.filter(({ text }) => !text.trimStart().startsWith("%%"));
  const first = kept.findIndex(({ text }) => text.trim() !== "");
  const body = kept.slice(Math.max(first, 0));
  const indent = (body[0]?.text.length ?? 0) - (body[0]?.text.trimStart().length ?? 0);
  return {
    text: body
      .map(({ text }) => text)
      .join("\n")
      .trimStart(),
    placeOf(line, column) {
      const found = body[Math.min(Math.max(line, 1), body.length) - 1];
      return placeIn(source, (found?.index ?? 0) + 1, column + 1 + (line <= 1 ? indent : 0));
    },
  };
}

/** Place in the author's file of a line and column, both from 1, of the diagram's code as written. */
export function placeIn(source: DiagramSource, line: number, column: number): Place {
  return { file: source.file, line: source.line + line - 1, column: source.column + column - 1 };
}
