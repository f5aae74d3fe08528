import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readCourseFiles } from "../../src/build/course-files.ts";
import { renderDiagrams } from "../../src/build/diagrams/render-diagrams.ts";
import { checkCourse } from "../../src/course/check.ts";
import type { CourseFiles } from "../../src/course/course.ts";
import type { DiagramSource } from "../../src/course/diagram.ts";
import { type Issue, sortIssues, toLine } from "../../src/course/issue.ts";
import { renamings, type Repair, repairs } from "../fixtures/curso-con-errores/arreglos.ts";

const folder = "tests/fixtures/curso-con-errores";
const expected = readFileSync(`${folder}/esperado.txt`, "utf8").trimEnd().split("\n");

describe("a course with every kind of error", () => {
  let files: CourseFiles;
  let lines: string[];

  beforeAll(async () => {
    files = readCourseFiles(folder);
    lines = await report(files);
  });

  test("has exactly the reviewed issues, with their line and column", () => {
    expect(lines).toEqual(expected);
  });

  test("has a repair for every issue", () => {
    const places = [...repairs].flatMap(([file, list]) => list.map(({ at }) => `${file}:${at}`));
    const renamed = [...renamings.keys()].map((file) => `${file}:1:1`);
    expect([...places, ...renamed].toSorted()).toEqual(expected.map(placeOf).toSorted());
  });

  test.each(
    [...repairs].flatMap(([file, list]) => list.map((repair) => [`${file}:${repair.at}`, file, repair] as const)),
  )("%s vanishes alone when it is mended", async (place, file, repair) => {
    const mended = new Map(files).set(file, mend(files.get(file) ?? new Uint8Array(), repair));
    expect(await report(mended)).toEqual(expected.filter((line) => placeOf(line) !== place));
  });

  test.each([...renamings])("the issue of the name %s vanishes alone when it is %s", async (from, to) => {
    const mended = new Map([...files].map(([file, bytes]) => [file === from ? to : file, bytes]));
    expect(await report(mended)).toEqual(expected.filter((line) => !line.startsWith(from)));
  });

  test("is told by the command, which fails and leaves the published site as it was", async () => {
    const before = listing("dist");
    const { code, output } = await runCheck(folder);
    expect(code).toBe(1);
    expect(output.trimEnd().split("\n")).toEqual([
      ...expected,
      `${expected.length} errores en ${new Set(expected.map(fileOf)).size} archivos. El sitio publicado no se tocó.`,
    ]);
    expect(listing("dist")).toEqual(before);
  });
});

async function report(files: CourseFiles): Promise<string[]> {
  const { course, issues } = checkCourse(files);
  const drawn = await Promise.all([...course.diagrams.values()].map(draw));
  return sortIssues([...issues, ...drawn.flat()]).map(toLine);
}

// Drawing is slow and most repairs touch no diagram.
const drawings = new Map<string, Promise<Issue[]>>();

function draw(source: DiagramSource): Promise<Issue[]> {
  const key = JSON.stringify(source);
  const known = drawings.get(key) ?? renderDiagrams([source], process.cwd()).then(({ issues }) => issues);
  drawings.set(key, known);
  return known;
}

function mend(bytes: Uint8Array, { at, from, to }: Repair): Uint8Array {
  // Latin-1 gives each byte one character, so that files in any encoding can be edited alike.
  const text = Buffer.from(bytes).toString("latin1");
  const needle = Buffer.from(from).toString("latin1");
  const before = text.split("\n").slice(0, Number(at.split(":")[0]) - 1);
  const start = text.indexOf(needle, before.join("\n").length);
  if (start < 0) throw new Error(`Nothing to mend at ${at}.`);
  const mended = text.slice(0, start) + Buffer.from(to).toString("latin1") + text.slice(start + needle.length);
  return Buffer.from(mended, "latin1");
}

function placeOf(line: string): string {
  return /^[^:]+:\d+:\d+/.exec(line)?.[0] ?? "";
}

function fileOf(line: string): string {
  return line.slice(0, line.indexOf(":"));
}

function runCheck(root: string): Promise<{ code: number; output: string }> {
  const env = { ...process.env, APUNTES_CURSO: root, GITHUB_ACTIONS: "", GITHUB_STEP_SUMMARY: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/build/check-course.ts"], { env }, (error, _stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output: stderr });
    });
  });
}

function listing(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, encoding: "utf8" }).map(
      (name) => `${name} ${statSync(`${path}/${name}`).mtimeMs}`,
    );
  } catch {
    return [];
  }
}
