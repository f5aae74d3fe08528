import { build } from "astro";
import { courseRoot } from "./course-files.ts";
import { loadCourse } from "./load-course.ts";
import { checkEverything, prepareFontSheet } from "./prepare.ts";
import { createBuildDirectory, publish } from "./published.ts";
import { reportIssues } from "./report.ts";
import { writeSearchIndex } from "./search-index.ts";

/** `npm run build`: checks the course, builds the site aside and, only when all went well, shows it in `dist`. */
const root = process.cwd();
process.env["NODE_ENV"] = "production";

const issues = await checkEverything(root, courseRoot());
if (issues.length > 0) {
  reportIssues(issues, process.env, (text) => process.stderr.write(text));
  process.exit(1);
}
await prepareFontSheet(root);
// The tests build under several addresses, each into a folder of theirs, and leave `dist` alone.
const elsewhere = process.env["APUNTES_SALIDA"];
const outDir = elsewhere ?? (await createBuildDirectory(root));
await build({ root, outDir, logLevel: "warn" });
await writeSearchIndex(outDir, loadCourse().course);
if (elsewhere === undefined) await publish(outDir, root);
