import { appendFileSync } from "node:fs";
import { sortIssues, toLine } from "../course/issue.ts";
import type { Issue } from "../course/issue.ts";

type Environment = Record<string, string | undefined>;

/**
 * Tells the author what to mend, in reading order: one line each and a last sentence that counts. On GitHub also as
 * annotations beside the changed lines and as a table in the summary of the run (`GITHUB_STEP_SUMMARY`).
 */
export function reportIssues(issues: Issue[], env: Environment, write: (text: string) => void): void {
  const sorted = sortIssues(issues);
  const lines = sorted.map(env["GITHUB_ACTIONS"] ? toAnnotation : toLine);
  write(`${[...lines, toCount(sorted)].join("\n")}\n`);
  if (env["GITHUB_STEP_SUMMARY"]) appendFileSync(env["GITHUB_STEP_SUMMARY"], toSummary(sorted));
}

/** «3 errores en 2 archivos. El sitio publicado no se tocó.» */
export function toCount(issues: Issue[]): string {
  const files = new Set(issues.map(({ file }) => file)).size;
  const errors = issues.length === 1 ? "1 error" : `${issues.length} errores`;
  return `${errors} en ${files === 1 ? "1 archivo" : `${files} archivos`}. El sitio publicado no se tocó.`;
}

/** GitHub's workflow command for an error; its documentation names the characters to escape. */
export function toAnnotation({ file, line, column, message, remedy }: Issue): string {
  const place = `file=${escapeProperty(file)},line=${line},col=${column}`;
  return `::error ${place}::${escapeData(`${message} ${remedy}`)}`;
}

/** Markdown for the page of the run. */
export function toSummary(issues: Issue[]): string {
  const rows = issues.map(
    ({ file, line, column, message, remedy }) =>
      `| \`${file}:${line}:${column}\` | ${escapeCell(message)} | ${escapeCell(remedy)} |`,
  );
  return ["### Qué corregir", "", "| dónde | qué pasa | qué escribir |", "| --- | --- | --- |", ...rows, ""]
    .concat(toCount(issues), "")
    .join("\n");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function escapeCell(text: string): string {
  return text.replace(/[\\|<>`*_[\]]/g, "\\$&").replace(/\s+/g, " ");
}
