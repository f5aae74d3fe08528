import type { Issue } from "./issue.ts";
import { type Place, placeAt, type SourceFile, toIssue } from "./place.ts";

/** The keys of a BibTeX file with the place of each. How an entry reads is the citation library's business. */
export function readSourceKeys(source: SourceFile): { keys: Map<string, Place>; issues: Issue[] } {
  const keys = new Map<string, Place>();
  const issues: Issue[] = [];
  for (const match of source.text.matchAll(/^[ \t]*@(?!comment|string|preamble)\w+\s*\{\s*([^,\s}]+)/gim)) {
    const key = match[1] ?? "";
    const place = placeAt(source, match.index + match[0].length - key.length);
    if (keys.has(key)) {
      const message = `La fuente «${key}» está dos veces.`;
      issues.push(toIssue(place, message, "Conviene borrar una o darle otra clave."));
    } else keys.set(key, place);
  }
  return { keys, issues };
}
