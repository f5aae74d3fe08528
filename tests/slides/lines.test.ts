import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Run } from "../../slides/inline.ts";
import { countLines, measureLine, measureWidestWord } from "../../slides/lines.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import type { TextMetrics } from "../../src/course/text-metrics.ts";

let metrics: TextMetrics;
beforeAll(async () => void (metrics = await loadTextMetrics(process.cwd())));

const run = (text: string, face: Run["face"] = "regular", size = 32): Run => ({ text, face, size });

test("nothing takes no line, a word takes one, and a word wider than the line cannot be set", () => {
  expect(countLines([], 500, metrics)).toBe(0);
  expect(countLines([run("  \n ")], 500, metrics)).toBe(0);
  expect(countLines([run("distribuido")], 500, metrics)).toBe(1);
  expect(countLines([run("distribuido")], 100, metrics)).toBe(Infinity);
});

test("a line breaks at spaces and after hyphens between letters, and nowhere else", () => {
  const narrow = (text: string, width: number) => countLines([run(text)], width, metrics);
  const half = metrics.width("servidor", { face: "regular", size: 32 }) + 12;
  expect(narrow("cliente-servidor", half)).toBe(2);
  expect(narrow("cliente\u2011servidor", half)).toBe(Infinity);
  expect(narrow("12\u00a0345", metrics.width("12\u00a0", { face: "regular", size: 32 }) + 3)).toBe(Infinity);
  expect(countLines([run("docker-compose", "mono")], half, metrics)).toBe(Infinity);
});

test("a line that would end less than a pixel before the edge counts as too long", () => {
  const width = measureLine([run("uno dos")], metrics);
  expect(countLines([run("uno dos")], width + 1, metrics)).toBe(1);
  expect(countLines([run("uno dos")], width + 0.9, metrics)).toBe(2);
});

test("faces in one word do not part it, and neighbours of one face kern as one piece", () => {
  const mixed = [run("a"), run("b", "bold"), run("c")];
  expect(countLines(mixed, measureLine(mixed, metrics) + 1, metrics)).toBe(1);
  expect(countLines(mixed, measureLine(mixed, metrics) - 1, metrics)).toBe(Infinity);
  expect(measureLine([run("Av"), run("a")], metrics)).toBeCloseTo(
    metrics.width("Ava", { face: "regular", size: 32 }),
    5,
  );
});

test("a forced break begins a line", () => {
  expect(countLines([run("uno"), { ...run("\n") }, run("dos")], 500, metrics)).toBe(2);
});

test("wider lines never need more of them, and all words are wider than their widest", () => {
  const words = fc.array(fc.constantFrom("a", "red", "nodo", "sistema", "distribuido", "«cita»", "x-y", "1,75"), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.integer({ min: 240, max: 900 }), fc.integer({ min: 0, max: 300 }), (list, width, more) => {
      const text = [run(list.join(" "))];
      const lines = countLines(text, width, metrics);
      expect(countLines(text, width + more, metrics)).toBeLessThanOrEqual(lines);
      expect(measureWidestWord(text, metrics)).toBeLessThanOrEqual(measureLine(text, metrics));
      expect(lines * width).toBeGreaterThanOrEqual(measureLine(text, metrics) - lines * 32);
    }),
  );
});
