import type { Diagram } from "../course/diagram.ts";
import { courseRoot } from "./course-files.ts";
import { renderDiagrams } from "./diagrams/render-diagrams.ts";
import { loadCourse } from "./load-course.ts";

/** The drawing of a diagram of the course; it comes from the cache when the build drew them all before. */
export async function loadDiagram(name: string): Promise<Diagram> {
  const source = loadCourse().course.diagrams.get(name);
  if (source === undefined) throw new Error(`The diagram ${name} was not read.`);
  const { diagrams } = await renderDiagrams([source], process.cwd());
  const diagram = diagrams.get(name);
  if (diagram === undefined) throw new Error(`The diagram ${name} was not drawn (in ${courseRoot()}).`);
  return diagram;
}
