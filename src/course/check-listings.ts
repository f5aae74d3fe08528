import type { Course } from "./course.ts";
import { isMermaid } from "./exhibit.ts";
import { fenceAttributes, readFenceMeta } from "./fence.ts";
import type { Issue } from "./issue.ts";
import { walk } from "./mdx.ts";
import { placeOfNode, toIssue } from "./place.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";

/** Languages that listings may be in; the highlighter loads exactly these. */
export const languages = ["bash", "css", "dockerfile", "html", "ini", "js", "json", "nginx", "python", "sql", "text", "ts", "yaml"];

/** The columns that fit a slide at 22 px and a phone with little scrolling. */
export const widestListing = 64;

export function checkListings(course: Course): Issue[] {
  const issues: Issue[] = [];
  for (const lesson of course.lessons) {
    for (const [node] of walk(lesson.tree)) {
      if (node.type !== "code") continue;
      const place = placeOfNode(lesson, node);
      const language = node.lang ?? "text";
      if (!isMermaid(node) && !languages.includes(language)) {
        const remedy = toRemedy(language, languages, `Los lenguajes son ${toList(languages)}.`);
        issues.push(toIssue(place, `El lenguaje «${language}» no existe.`, remedy));
      }
      for (const word of readFenceMeta(node.meta ?? "").unknown) {
        const remedy = toRemedy(word.split("=")[0] ?? word, fenceAttributes, `Se puede escribir ${toList(fenceAttributes)} y {líneas}.`);
        issues.push(toIssue(place, `El listado no tiene «${word}».`, remedy));
      }
      if (isMermaid(node)) continue;
      for (const [index, line] of node.value.split("\n").entries()) {
        const columns = [...line].length;
        if (columns <= widestListing) continue;
        issues.push(
          toIssue(
            { file: lesson.file, line: place.line + 1 + index, column: place.column + widestListing },
            `La línea del listado tiene ${columns} columnas; entran ${widestListing}.`,
            "Conviene partirla.",
          ),
        );
      }
    }
  }
  return issues;
}
