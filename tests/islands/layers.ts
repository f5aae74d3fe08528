import fc from "fast-check";
import type { Context } from "../../src/islands/layers/build.ts";
import { isInside, listPaths, lookUp, type Stack } from "../../src/islands/layers/model.ts";

/** What is seen: path → text of the file, or nothing for a directory. */
export type Tree = Map<string, string | undefined>;

export function see(stack: Stack): Tree {
  return new Map(
    listPaths(stack).map((path) => {
      const { entry } = lookUp(stack, path);
      return [path, entry?.kind === "file" ? entry.text : undefined];
    }),
  );
}

/** The layers unpacked from the bottom up, as the image format of the OCI says: first what a layer takes away. */
export function unpack(stack: Stack): Tree {
  const tree: Tree = new Map();
  const erase = (holds: (path: string) => boolean) => {
    for (const path of tree.keys()) if (holds(path)) tree.delete(path);
  };
  for (const layer of stack) {
    for (const [path, entry] of layer) {
      if (entry.kind === "directory" && entry.opaque) erase((other) => isInside(other, path));
      if (entry.kind !== "directory") erase((other) => other === path || isInside(other, path));
    }
    for (const [path, entry] of layer) {
      if (entry.kind === "file") tree.set(path, entry.text);
      if (entry.kind === "directory") tree.set(path, undefined);
    }
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function check(property: fc.IRawProperty<unknown>, runs = 1000): void {
  fc.assert(property, { numRuns: runs, verbose: fc.VerbosityLevel.Verbose });
}

/** The Dockerfile of the lesson, and what lies beside it. */
export const FILES: Context = new Map([
  ["requirements.txt", "flask==3.1"],
  ["servidor.py", "versión 1"],
]);
export const APART = [
  "FROM python:3.14-slim",
  "WORKDIR /app",
  "COPY requirements.txt .",
  "RUN pip install -r requirements.txt",
  "COPY servidor.py .",
  'CMD ["python"]',
];
export const NONE = new Set<string>();
