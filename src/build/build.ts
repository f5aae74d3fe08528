import { build } from "astro";
import { courseRoot } from "./course-files.ts";
import { checkEverything, prepareFontSheet } from "./prepare.ts";
import { createBuildDirectory, publish } from "./published.ts";
import { reportIssues } from "./report.ts";

/** `npm run build`: checks the course, builds the site aside and, only when all went well, shows it in `dist`. */
const root = process.cwd();
process.env["NODE_ENV"] = "production";

const issues = await checkEverything(root, courseRoot());
if (issues.length > 0) {
  reportIssues(issues, process.env, (text) => process.stderr.write(text));
  process.exit(1);
}
await prepareFontSheet(root);
const outDir = await createBuildDirectory(root);
await build({ root, outDir, logLevel: "warn" });
await publish(outDir, root);
