import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { reportIssues, toAnnotation, toCount, toSummary } from "../../src/build/report.ts";
import type { Issue } from "../../src/course/issue.ts";

const later: Issue = { file: "src/b.mdx", line: 2, column: 1, message: "Falta el título.", remedy: "Escribir uno." };
const first: Issue = { file: "src/a.mdx", line: 9, column: 3, message: "Falta la fuente.", remedy: "Escribir una." };

test("lines in reading order and a sentence that counts", () => {
  let text = "";
  reportIssues([later, first, later], {}, (part) => (text += part));
  expect(text).toBe(
    "src/a.mdx:9:3: Falta la fuente. Escribir una.\n" +
      "src/b.mdx:2:1: Falta el título. Escribir uno.\n" +
      "2 errores en 2 archivos. El sitio publicado no se tocó.\n",
  );
});

test("the count agrees in number", () => {
  expect(toCount([first])).toBe("1 error en 1 archivo. El sitio publicado no se tocó.");
  expect(toCount([first, { ...first, line: 10 }])).toMatch(/^2 errores en 1 archivo\./);
});

test("annotations escape what would end them", () => {
  const issue = { ...first, file: "src/a,b:c.mdx", message: "El 100 %\nno." };
  expect(toAnnotation(issue)).toBe("::error file=src/a%2Cb%3Ac.mdx,line=9,col=3::El 100 %25%0Ano. Escribir una.");
});

test("the summary is a table where Markdown of the message stays text", () => {
  const summary = toSummary([{ ...first, message: "`a | b` <img>" }]);
  expect(summary).toContain("| `src/a.mdx:9:3` | \\`a \\| b\\` \\<img\\> | Escribir una. |");
});

test("on GitHub, annotations and the summary of the run", () => {
  const folder = mkdtempSync(join(tmpdir(), "apuntes-report-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const summary = join(folder, "summary.md");
  let text = "";
  reportIssues([first], { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary }, (part) => (text += part));
  expect(text).toMatch(/^::error file=src\/a\.mdx,line=9,col=3::Falta la fuente\. Escribir una\.\n1 error/);
  expect(readFileSync(summary, "utf8")).toContain("### Qué corregir");
});
