import { readText, readWords } from "./jsx.ts";
import type { Lesson } from "./lesson.ts";
import { isJsx, walk } from "./mdx.ts";
import { readPieces } from "./reference.ts";

/** Keys of the sources that a lesson cites, each once, in the order of their first citation. */
export function citedSources({ tree }: Pick<Lesson, "tree">): string[] {
  const keys = new Set<string>();
  for (const [node] of walk(tree)) {
    if (isJsx(node)) for (const key of readWords(node, "fuente")) keys.add(key);
    if (node.type !== "text") continue;
    for (const piece of readPieces(node.value)) {
      if (piece.kind === "citation") for (const { key } of piece.citations) keys.add(key);
    }
  }
  return [...keys];
}

/** Ids of the questions that stand in the lesson's own text. */
export function placedQuestions({ tree }: Pick<Lesson, "tree">): Set<string> {
  const ids = new Set<string>();
  for (const [node] of walk(tree)) if (isJsx(node, "Pregunta")) ids.add(readText(node, "id") ?? "");
  return ids;
}
