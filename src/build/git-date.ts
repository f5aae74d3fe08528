import { execFileSync } from "node:child_process";
import { courseRoot } from "./course-files.ts";

/**
 * The author date of the last commit that touched these paths, as a day in Buenos Aires, `"2026-11-21"`.
 * Nothing when git cannot know: a shallow clone, a change not committed, no repository.
 */
export function lastChange(paths: string[]): string | undefined {
  const key = paths.join("\0");
  if (!known.has(key)) known.set(key, askGit(paths));
  return known.get(key);
}

// Every page asks for the same: a build would start git a hundred times.
const known = new Map<string, string | undefined>();

function askGit(paths: string[]): string | undefined {
  try {
    if (git("rev-parse", "--is-shallow-repository") === "true") return undefined;
    if (git("status", "--porcelain", "--", ...paths) !== "") return undefined;
    const seconds = Number(git("log", "-1", "--format=%at", "--", ...paths));
    return seconds > 0 ? toDay(new Date(seconds * 1000)) : undefined;
  } catch {
    return undefined;
  }
}

function git(...order: string[]): string {
  return execFileSync("git", order, {
    cwd: courseRoot(),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** `"2026-11-21"` → `21 de noviembre de 2026`. */
export function toSpanishDate(day: string): string {
  const [year, month = "1", date] = day.split("-");
  return `${Number(date)} de ${months[Number(month) - 1]} de ${year}`;
}

const months = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

// Buenos Aires keeps UTC−3 all the year; the machine's own zone and locale must not matter.
function toDay(date: Date): string {
  return new Date(date.getTime() - 3 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
