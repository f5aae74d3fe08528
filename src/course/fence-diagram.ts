import { type DiagramSource, readSteps } from "./diagram.ts";
import { fenceDiagramName, isMermaid } from "./exhibit.ts";
import { readFenceMeta } from "./fence.ts";
import type { Issue } from "./issue.ts";
import type { Lesson } from "./lesson.ts";
import { walk } from "./mdx.ts";
import { placeOfNode, toIssue } from "./place.ts";

/** The diagrams that a lesson carries in Mermaid fences; title and description stand in the fence's first line. */
export function readFenceDiagrams(lesson: Lesson): { sources: DiagramSource[]; issues: Issue[] } {
  const sources: DiagramSource[] = [];
  const issues: Issue[] = [];
  for (const [node] of walk(lesson.tree)) {
    if (!isMermaid(node)) continue;
    const place = placeOfNode(lesson, node);
    const { values } = readFenceMeta(node.meta ?? "");
    for (const name of ["titulo", "descripcion"]) {
      if (values.get(name)?.trim()) continue;
      const message = `Al diagrama le falta «${name}».`;
      issues.push(toIssue(place, message, 'Se escribe ```mermaid titulo="…" descripcion="…".'));
    }
    sources.push({
      name: fenceDiagramName(node),
      code: node.value,
      title: values.get("titulo") ?? "",
      description: values.get("descripcion") ?? "",
      steps: readSteps(values.get("partes")),
      file: lesson.file,
      line: place.line + 1,
      column: place.column,
    });
  }
  return { sources, issues };
}
