import fc from "fast-check";
import { expect, test } from "vitest";
import {
  foldersOf,
  isInside,
  lookUp,
  makeDirectory,
  remove,
  write,
  type Changed,
  type Effect,
  type Stack,
} from "../../src/islands/layers/model.ts";
import { check, see, type Tree, unpack } from "./layers.ts";

type Operation =
  | { readonly type: "write"; readonly path: string; readonly text: string }
  | { readonly type: "remove" | "mkdir"; readonly path: string }
  /** From here on the highest layer is another. */
  | { readonly type: "layer" };

const aPath = fc
  .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 })
  .map((names) => `/${names.join("/")}`);
const anOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("write" as const), path: aPath, text: fc.constantFrom("1", "2") }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("mkdir" as const), path: aPath }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("remove" as const), path: aPath }) },
  { weight: 2, arbitrary: fc.constant({ type: "layer" as const }) },
);
const operations = fc.array(anOperation, { maxLength: 40 });

function change(stack: Stack, operation: Operation): Changed {
  if (operation.type === "write") return write(stack, operation.path, operation.text);
  if (operation.type === "remove") return remove(stack, operation.path);
  if (operation.type === "mkdir") return makeDirectory(stack, operation.path);
  throw new Error("A layer is put, not changed.");
}

function run(asked: readonly Operation[]): Stack {
  return asked.reduce<Stack>(
    (stack, operation) => {
      if (operation.type === "layer") return [...stack, new Map()];
      const changed = change(stack, operation);
      return typeof changed === "string" ? stack : [...stack.slice(0, -1), changed.layer];
    },
    [new Map()],
  );
}

/** One ordinary file system without layers, to which the same is done. */
function runPlainly(asked: readonly Operation[]): Tree {
  const tree: Tree = new Map();
  const isFolder = (path: string) => tree.has(path) && tree.get(path) === undefined;
  for (const operation of asked) {
    if (operation.type === "layer" || !foldersOf(operation.path).every(isFolder)) continue;
    const { type, path } = operation;
    if (type === "write" && !isFolder(path)) tree.set(path, operation.text);
    if (type === "mkdir" && !tree.has(path)) tree.set(path, undefined);
    if (type === "remove") for (const key of tree.keys()) if (key === path || isInside(key, path)) tree.delete(key);
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test("whatever is done to layers is seen as on one ordinary file system, and as unpacked from the bottom up", () => {
  check(
    fc.property(operations, (asked) => {
      const stack = run(asked);
      expect(see(stack)).toEqual(runPlainly(asked));
      expect(see(stack)).toEqual(unpack(stack));
    }),
  );
});

test("only the highest layer changes, and only a change of what lies below copies or covers", () => {
  check(
    fc.property(operations, anOperation, (asked, last) => {
      if (last.type === "layer") return;
      const stack = run(asked);
      const copy = structuredClone(stack);
      const changed = change(stack, last);
      expect(stack).toEqual(copy);
      if (typeof changed === "string") return;
      const below = lookUp(stack.slice(0, -1), last.path).entry;
      const own = stack.at(-1)?.get(last.path);
      const before = lookUp(stack, last.path).entry;
      const entry = changed.layer.get(last.path);
      const holds: Record<Effect, boolean> = {
        created: before === undefined && entry?.kind === "file",
        "copied-up": before?.kind === "file" && own === undefined,
        rewritten: before?.kind === "file" && own?.kind === "file",
        erased: before !== undefined && entry === undefined,
        "whited-out": below !== undefined && entry?.kind === "whiteout",
        made: before === undefined && own === undefined,
        "made-opaque": before === undefined && own?.kind === "whiteout",
      };
      expect([changed.effect, holds[changed.effect]]).toEqual([changed.effect, true]);
    }),
  );
});

test("the search goes from the top down and stops in the layer that settles it", () => {
  check(
    fc.property(operations, aPath, (asked, path) => {
      const stack = run(asked);
      const { entry, glances } = lookUp(stack, path);
      const layers = glances.map(({ layer }) => layer);
      expect(layers).toEqual([...layers].sort((a, b) => b - a));
      expect(new Set(layers).size).toBe(layers.length);
      const onTheWay = glances.slice(0, -1);
      expect(onTheWay.every(({ met }) => met === "nothing" || met === "merged")).toBe(true);
      expect(onTheWay.every(({ layer, met }) => met === "merged" || !stack[layer]?.has(path))).toBe(true);
      const last = glances.at(-1)!;
      expect(entry?.kind !== "file" || stack[last.layer]?.get(path) === entry).toBe(true);
      expect(entry !== undefined || last.met !== "nothing" || last.layer === 0).toBe(true);
    }),
  );
});

test("the four cases of the figure: read, modify, delete and create over two layers", () => {
  const stack: Stack = [
    new Map([
      ["/a", { kind: "file", text: "a" }],
      ["/b", { kind: "file", text: "b" }],
    ]),
    new Map([["/c", { kind: "file", text: "c" }]]),
    new Map(),
  ];
  expect(lookUp(stack, "/a").glances).toEqual([
    { layer: 2, met: "nothing" },
    { layer: 1, met: "nothing" },
    { layer: 0, met: "file" },
  ]);
  expect(write(stack, "/b", "otra")).toEqual({
    layer: new Map([["/b", { kind: "file", text: "otra" }]]),
    effect: "copied-up",
  });
  expect(remove(stack, "/c")).toEqual({ layer: new Map([["/c", { kind: "whiteout" }]]), effect: "whited-out" });
  expect(write(stack, "/d", "d")).toEqual({ layer: new Map([["/d", { kind: "file", text: "d" }]]), effect: "created" });
});

test("a directory made where one was taken away is opaque, so the old content stays hidden", () => {
  const stack = run([
    { type: "mkdir", path: "/a" },
    { type: "write", path: "/a/b", text: "1" },
    { type: "layer" },
    { type: "remove", path: "/a" },
    { type: "mkdir", path: "/a" },
  ]);
  expect(stack.at(-1)).toEqual(new Map([["/a", { kind: "directory", opaque: true }]]));
  expect(see(stack)).toEqual(new Map([["/a", undefined]]));
  expect(lookUp(stack, "/a/b").glances).toEqual([{ layer: 1, met: "covered" }]);
});
