import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { assert } from "vitest";
import { type DiagramSource, readDiagramFile } from "../../src/course/diagram.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = "tests/fixtures/diagrams";

/** Every diagram of the fixtures, by name. */
export async function readFixtures(): Promise<DiagramSource[]> {
  const files = (await readdir(join(root, folder))).filter((file) => file.endsWith(".mmd")).sort();
  const read = await Promise.all(
    files.map(async (file) => {
      const path = `${folder}/${file}`;
      return readDiagramFile(file.replace(".mmd", ""), await readFile(join(root, path), "utf8"), path);
    }),
  );
  assert.deepEqual(
    read.flatMap(({ issues }) => issues),
    [],
  );
  return read.flatMap(({ source }) => source ?? []);
}
