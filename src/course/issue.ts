/**
 * One thing an author has to mend before the course can be published.
 * Line and column count from 1, as editors do; the texts are in Spanish.
 */
export interface Issue {
  /** Path from the root of the project, with `/`. */
  file: string;
  line: number;
  column: number;
  /** What is wrong, a sentence with its full stop. */
  message: string;
  /** What to type or do about it, a sentence with its full stop. */
  remedy: string;
}

/** Author errors travel together, so that one build reports all of them. */
export class CourseError extends Error {
  readonly issues: Issue[];

  constructor(issues: Issue[]) {
    super(issues.map(toLine).join("\n"));
    this.name = "CourseError";
    this.issues = issues;
  }
}

/** `archivo:línea:columna: qué pasa. Qué escribir.` — the form that terminals make clickable. */
export function toLine({ file, line, column, message, remedy }: Issue): string {
  return `${file}:${line}:${column}: ${message} ${remedy}`;
}

/** Reading order: by file, then by place; equal issues are kept once. */
export function sortIssues(issues: Issue[]): Issue[] {
  const unique = new Map(issues.map((issue) => [toLine(issue), issue]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

// Code-unit order: the same on every machine, unlike a locale's.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
