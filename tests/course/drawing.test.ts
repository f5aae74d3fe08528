import { describe, expect, test } from "vitest";
import { phoneScale, smallestTextOf } from "../../src/course/drawing.ts";

describe("a drawing on a phone", () => {
  test.each([
    ["narrow", { width: 300, smallestText: 15 }, undefined],
    ["as wide as it may be", { width: 400, smallestText: 15 }, undefined],
    ["wide", { width: 640, smallestText: 15 }, 0.8],
    ["with large letters", { width: 500, smallestText: 19 }, undefined],
    ["without words", { width: 2000, smallestText: Number.POSITIVE_INFINITY }, undefined],
  ])("that is %s", (_, size, scale) => {
    expect(phoneScale(size)).toBe(scale);
  });

  test("has letters of at least 12 px", () => {
    for (let size = 10; size < 40; size += 0.5) {
      expect((phoneScale({ width: 9000, smallestText: size }) ?? 0) * size).toBeGreaterThanOrEqual(12);
    }
  });
});

test("the smallest text of a drawing", () => {
  expect(smallestTextOf(`<svg><text font-size="17">a<tspan font-size="15.5">b</tspan></text></svg>`)).toBe(15.5);
  expect(smallestTextOf("<svg/>")).toBe(Number.POSITIVE_INFINITY);
});
