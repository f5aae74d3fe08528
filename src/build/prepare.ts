import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Issue } from "../course/issue.ts";
import { sortIssues } from "../course/issue.ts";
import { renderDiagrams } from "./diagrams/render-diagrams.ts";
import { fontFaceCss, prepareFonts } from "./fonts.ts";
import { loadCourse } from "./load-course.ts";

/** Cuts the fonts and writes the style sheet that declares them, where Vite finds both. */
export async function prepareFontSheet(root: string): Promise<void> {
  const { directory, fallback } = await prepareFonts(root);
  const css = fontFaceCss((file) => `./${file}`, fallback);
  await writeFile(join(directory, "fonts.css"), css);
}

/** Draws the diagrams of the course into the cache; says everything that its author has to mend. */
export async function checkEverything(root: string, courseFolder: string): Promise<Issue[]> {
  const { course, issues } = loadCourse(courseFolder);
  const { issues: drawing } = await renderDiagrams([...course.diagrams.values()], root);
  return sortIssues([...issues, ...drawing]);
}
