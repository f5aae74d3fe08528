import type { Issue } from "./issue.ts";
import { placeAt, type SourceFile, toIssue } from "./place.ts";

/** The keys of a BibTeX file with the offset of each. How an entry reads is the citation library's business. */
export function readSourceKeys(source: SourceFile): { keys: Map<string, { offset: number }>; issues: Issue[] } {
  const keys = new Map<string, { offset: number }>();
  const issues: Issue[] = [];
  for (const match of source.text.matchAll(/^[ \t]*@(?!comment|string|preamble)\w+\s*\{\s*([^,\s}]+)/gim)) {
    const key = match[1] ?? "";
    const offset = match.index + match[0].length - key.length;
    if (keys.has(key)) {
      const message = `La fuente «${key}» está dos veces.`;
      issues.push(toIssue(placeAt(source, offset), message, "Conviene borrar una o darle otra clave."));
    }
    keys.set(key, { offset });
  }
  return { keys, issues };
}
