import { afterEach, beforeEach, expect, test, vi } from "vitest";

const kept = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal("document", { documentElement: { dataset: { base: "/sd/" } } });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a line through points is a path in whole px, a single point a dot", async () => {
  const { toPath } = await import("../../slides/runtime/strokes.ts");
  expect(toPath([])).toBe("");
  expect(toPath([[10.4, -0.6]])).toBe("M10 -1h0");
  expect(
    toPath([
      [1, 2],
      [3.5, 4],
      [5, 6],
    ]),
  ).toBe("M1 2L4 4 5 6");
});

test("drawings are read as they were kept, and nothing else is drawn", async () => {
  const { keepDrawings, readDrawings } = await import("../../slides/runtime/strokes.ts");
  const drawings = { a: [{ ink: "rojo", path: "M1 2L3 4" }] } as const;
  keepDrawings("x", { a: [...drawings.a], b: [] });
  expect(readDrawings("x")).toEqual(drawings);
  for (const strange of [
    "{",
    "[1]",
    '{"a":[{"ink":"verde","path":"M1 2"}]}',
    '{"a":[{"ink":"rojo","path":"url(x)"}]}',
  ]) {
    kept.set("apuntes:/sd/:x", strange);
    expect(Object.values(readDrawings("x")).flat()).toEqual([]);
  }
  keepDrawings("x", { a: [] });
  expect([...kept.keys()]).toEqual([]);
});
