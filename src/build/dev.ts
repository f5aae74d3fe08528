import { dev } from "astro";
import { courseRoot } from "./course-files.ts";
import { checkEverything, prepareFontSheet } from "./prepare.ts";
import { reportIssues } from "./report.ts";
import { readAddress } from "./site-address.ts";

/**
 * `npm run dev`: the site and the decks, reloaded at every change. What an author has to mend is said in the terminal
 * at each change; what cannot be rendered at all also shows in the page.
 */
const root = process.cwd();
process.env["NODE_ENV"] = "development";

await prepareFontSheet(root);
await sayIssues();
const server = await dev({ root });
console.log(`Listo: http://localhost:${server.address.port}${readAddress(root).base}`);

let waiting: ReturnType<typeof setTimeout> | undefined;
server.watcher.add([`${courseRoot()}/src/content`, `${courseRoot()}/diagrams`]);
server.watcher.on("all", () => {
  // An editor saves in several steps; a change counts when it has settled.
  clearTimeout(waiting);
  waiting = setTimeout(() => void sayIssues(), 300);
});

async function sayIssues(): Promise<void> {
  const issues = await checkEverything(root, courseRoot());
  if (issues.length > 0) reportIssues(issues, process.env, (text) => process.stderr.write(text));
}
