import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { readManifest } from "../../src/build/published.ts";
import type { Manifest } from "../../src/build/published.ts";
import { clone, cloneEnvironment, versioned } from "./clone.ts";

const run = promisify(execFile);

test.runIf(versioned)(
  "one commit gives the same bytes in another folder, time zone and language, and with what was drawn before",
  { timeout: 120_000 },
  async () => {
    const parent = mkdtempSync(join(tmpdir(), "apuntes-iguales-"));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const [here, there] = await Promise.all([
      clone(join(parent, "uno")),
      clone(join(parent, "otra carpeta", "con un nombre más largo")),
    ]);
    const [first, second] = await Promise.all([
      build(here, { TZ: "America/Argentina/Buenos_Aires", LC_ALL: "es_AR.UTF-8", LANG: "es_AR.UTF-8" }),
      build(there, { TZ: "Asia/Tokyo", LC_ALL: "C", LANG: "C" }),
    ]);
    expect(Object.keys(first).length).toBeGreaterThan(20);
    expect(listDifferences(first, second)).toEqual([]);
    const warm = await build(here, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" });
    expect(listDifferences(first, warm)).toEqual([]);
  },
);

test("a changed, a missing and a new file are told apart", () => {
  expect(listDifferences({ a: "1", b: "2" }, { a: "1", b: "3", c: "4" })).toEqual(["b", "c"]);
  expect(listDifferences({ a: "1", b: "2" }, { a: "1" })).toEqual(["b"]);
});

async function build(folder: string, where: Record<string, string>): Promise<Manifest> {
  const env = cloneEnvironment(where);
  await run(process.execPath, ["src/build/build.ts"], { cwd: folder, env, maxBuffer: 1e8 });
  return readManifest(join(folder, "dist"));
}

function listDifferences(one: Manifest, other: Manifest): string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((path) => one[path] !== other[path]).sort();
}
