import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, onTestFinished, test } from "vitest";
import { readManifest } from "../../src/build/published.ts";
import type { Manifest } from "../../src/build/published.ts";
import { clone, cloneEnvironment, versioned } from "../build/clone.ts";

test.runIf(versioned)(
  "the same files give the same bytes in another folder, time zone and language, with nothing drawn before",
  async () => {
    const parent = mkdtempSync(join(tmpdir(), "apuntes-iguales-"));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const there = await clone(join(parent, "otra carpeta", "con un nombre más largo"));
    const env = cloneEnvironment({ TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" });
    await promisify(execFile)(process.execPath, ["src/build/build.ts"], { cwd: there, env, maxBuffer: 1e8 });
    const afresh = await readManifest(join(there, "dist"));
    expect(Object.keys(afresh).length).toBeGreaterThan(20);
    expect(listDifferences(await readManifest(inject("siteFolder")), afresh)).toEqual([]);
  },
);

test("a changed, a missing and a new file are told apart", () => {
  expect(listDifferences({ a: "1", b: "2" }, { a: "1", b: "3", c: "4" })).toEqual(["b", "c"]);
  expect(listDifferences({ a: "1", b: "2" }, { a: "1" })).toEqual(["b"]);
});

function listDifferences(one: Manifest, other: Manifest): string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((path) => one[path] !== other[path]).sort();
}
