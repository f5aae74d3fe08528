import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { MdastPluginDefinition } from "satteri";
import { resolveLesson } from "../course/resolve.ts";
import { courseRoot } from "./course-files.ts";
import { loadCourse } from "./load-course.ts";

/** Puts the resolved tree of a lesson in place of the one that was just parsed; other MDX passes as it is. */
export function authoringPlugin(base: string): MdastPluginDefinition {
  return {
    name: "apuntes-authoring",
    before(root, context) {
      const file = context.fileURL === undefined ? "" : relative(courseRoot(), fileURLToPath(context.fileURL));
      const { course } = loadCourse();
      const lesson = course.lessons.find((candidate) => candidate.file === file.replaceAll("\\", "/"));
      if (lesson !== undefined) context.replaceNode(root, resolveLesson(course, lesson, base) as typeof root);
    },
  };
}
