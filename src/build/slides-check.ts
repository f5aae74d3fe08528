import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { toAdvice } from "../../slides/fit/advice.ts";
import { type Certificate, toCertificate, type View } from "../../slides/fit/certificate.ts";
import { toHints } from "../../slides/fit/hint.ts";
import { readOutline } from "../../slides/outline.ts";
import type { Issue } from "../course/issue.ts";
import type { Lesson } from "../course/lesson.ts";
import { type Place, toIssue } from "../course/place.ts";
import { inspect, openStack, themes, windows } from "./deck-inspection.ts";
import { loadCourse } from "./load-course.ts";
import { reportIssues } from "./report.ts";
import { launch } from "./setup/chromium.ts";
import { serve } from "./setup/serve.ts";
import { readAddress } from "./site-address.ts";

/**
 * `npm run slides:check [mazo…]`: builds the site, looks at every slide of its lessons in a browser (each window, theme
 * and step), says what to mend and leaves the proof beside each deck, where its help shows it.
 */
const wanted = process.argv.slice(2);
const { course } = loadCourse();
const lessons = course.lessons.filter(({ slug }) => wanted.length === 0 || wanted.includes(slug));
const unknown = wanted.filter((slug) => !course.lessons.some((lesson) => lesson.slug === slug));
if (unknown.length > 0) {
  console.error(`No hay un mazo «${unknown.join("», «")}»: los nombres son los de src/content/lecciones, sin número.`);
  process.exit(1);
}
console.log("Armar el sitio");
await promisify(execFile)(process.execPath, ["src/build/build.ts"], { maxBuffer: 1e8 }).catch((error: unknown) => {
  console.error(error instanceof Error && "stderr" in error ? error.stderr : error);
  process.exit(1);
});
const served = await serve({ root: "dist", base: readAddress(process.cwd()).base, port: 0 });
const browser = await launch();
const issues: Issue[] = [];
for (const [index, lesson] of lessons.entries()) {
  const start = performance.now();
  const views = await lookAt(browser, `${served.url}diapositivas/${lesson.slug}/`);
  const folder = join("dist/diapositivas", lesson.slug);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const hints = toHints(readOutline(read("index.html"), read("notas/index.html")));
  const certificate = toCertificate(lesson.slug, new Date().toISOString().slice(0, 10), views, hints);
  writeFileSync(join(folder, "ajuste.json"), `${JSON.stringify(certificate, undefined, 1)}\n`);
  const found = toIssues(views, lesson);
  issues.push(...found);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${index + 1}/${lessons.length} ${lesson.slug}: ${toSummary(certificate, found.length)} (${seconds} s)`);
  for (const hint of hints) console.log(`    para mirar: ${hint}`);
}
await browser.close();
await served.close();
if (issues.length > 0) {
  reportIssues(issues, process.env, (text) => process.stderr.write(text));
  process.exitCode = 1;
}

async function lookAt(inside: Browser, address: string): Promise<View[]> {
  const perWindow = await Promise.all(
    windows.map(async (window) => {
      const page = await openStack(inside, address, window);
      const views: View[] = [];
      for (const theme of themes) views.push(await inspect(page, window, theme));
      await page.context().close();
      return views;
    }),
  );
  return perWindow.flat();
}

/** What is wrong in several windows or themes is said once, where the section is written. */
function toIssues(views: readonly View[], lesson: Lesson): Issue[] {
  const byFault = new Map<string, Issue>();
  for (const { name, findings } of views) {
    for (const finding of findings) {
      const { message, remedy } = toAdvice(finding);
      const key = `${finding.kind} ${finding.slide.id} ${finding.what}`;
      if (!byFault.has(key))
        byFault.set(key, toIssue(placeOf(finding.slide.section, lesson), `${message} (${name})`, remedy));
    }
  }
  return [...byFault.values()];
}

function placeOf(section: string | undefined, { sections, file }: Lesson): Place {
  return sections.find(({ id }) => id === section)?.place ?? { file, line: 1, column: 1 };
}

function toSummary({ diapositivas, vistas }: Certificate, problems: number): string {
  const steps = diapositivas.reduce((sum, { pasos }) => sum + pasos + 1, 0);
  const result = problems === 0 ? "sin problemas" : problems === 1 ? "1 problema" : `${problems} problemas`;
  return `${diapositivas.length} diapositivas, ${steps} pasos, ${vistas.length} vistas, ${result}`;
}
