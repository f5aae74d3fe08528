import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Issue } from "../course/issue.ts";
import { sortIssues } from "../course/issue.ts";
import { renderDiagrams } from "./diagrams/render-diagrams.ts";
import { fontFaceCss, prepareFonts } from "./fonts.ts";
import { loadCourse } from "./load-course.ts";

/**
 * Cuts the fonts and writes the style sheets that declare them, where Vite finds both: one for decks, whose slides are
 * cut for these faces and no others, and one for pages, where no word may move once it is shown.
 */
export async function prepareFontSheet(root: string): Promise<void> {
  const { directory, fallback } = await prepareFonts(root);
  const css = fontFaceCss((file) => `./${file}`, fallback);
  await writeFile(join(directory, "fonts.css"), css);
  await writeFile(
    join(directory, "fonts-page.css"),
    fontFaceCss((file) => `./${file}`, fallback, "optional"),
  );
}

/** Draws the diagrams of the course into the cache; says everything that its author has to mend. */
export async function checkEverything(root: string, courseFolder: string): Promise<Issue[]> {
  const { course, issues } = loadCourse(courseFolder);
  const { issues: drawing } = await renderDiagrams([...course.diagrams.values()], root);
  return sortIssues([...issues, ...drawing]);
}
