import { build } from "astro";
import type { Issue } from "../course/issue.ts";
import { courseRoot } from "./course-files.ts";
import { loadCourse } from "./load-course.ts";
import { writeServiceWorker } from "./offline.ts";
import { checkEverything, prepareFontSheet } from "./prepare.ts";
import { createBuildDirectory, publish } from "./published.ts";
import { reportIssues } from "./report.ts";
import { writeSearchIndex } from "./search-index.ts";

/** `npm run build`: checks the course, builds the site aside and, only when all went well, shows it in `dist`. */
const root = process.cwd();
process.env["NODE_ENV"] = "production";

const { course } = loadCourse();
const { lessons, diagrams } = course;
console.log(`1/4 Revisar el curso: ${lessons.length} lecciones, ${diagrams.size} diagramas`);
stopAt(await checkEverything(root, courseRoot()));
console.log("2/4 Recortar las letras");
await prepareFontSheet(root);
console.log("3/4 Armar las páginas y los mazos");
// The tests build under several addresses, each into a folder of theirs, and leave `dist` alone.
const elsewhere = process.env["APUNTES_SALIDA"];
const outDir = elsewhere ?? (await createBuildDirectory(root));
await build({ root, outDir, logLevel: "warn" }).catch((error: unknown) => {
  // A deck that cannot be cut says so while it is rendered, as the same kind of error.
  if (isCourseError(error)) stopAt(error.issues);
  throw error;
});
console.log("4/4 Preparar la búsqueda");
await writeSearchIndex(outDir, course);
await writeServiceWorker(outDir);
if (elsewhere === undefined) await publish(outDir, root);

function stopAt(issues: Issue[]): void {
  if (issues.length === 0) return;
  reportIssues(issues, process.env, (text) => process.stderr.write(text));
  process.exit(1);
}

// By name: the pages are bundled with a class of their own.
function isCourseError(error: unknown): error is { issues: Issue[] } {
  return error instanceof Error && error.name === "CourseError";
}
