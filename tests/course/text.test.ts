import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, placeOf, toList, toSlug } from "../../src/course/text.ts";

describe("a folded text", () => {
  test("has no accents, capitals or repeated spaces", () => {
    expect(fold("  Año  del\nPINGÜINO ")).toBe("ano del pinguino");
  });

  test("is the same for both ways to write an accent", () => {
    expect(fold("cafe\u0301")).toBe(fold("café"));
  });
});

describe("a slug", () => {
  test.each([
    ["¿Qué es?", "que-es"],
    ["Topología (física)", "topologia-fisica"],
    ["NTP, versión 4", "ntp-version-4"],
    ["κ", ""],
  ])("of %j is %j", (text, slug) => {
    expect(toSlug(text)).toBe(slug);
  });

  test("of any text is its own slug and can be part of an address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(toSlug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(toSlug(toSlug(text))).toBe(toSlug(text));
      }),
    );
  });
});

describe("a place", () => {
  test("counts lines and columns from 1", () => {
    expect(placeOf("uno\ndos", 0)).toEqual({ line: 1, column: 1 });
    expect(placeOf("uno\ndos", 5)).toEqual({ line: 2, column: 2 });
  });

  test("leads back to its offset", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "ñ", "\n", "😀")), fc.nat(), (characters, seed) => {
        const text = characters.join("");
        const offset = seed % (text.length + 1);
        const { line, column } = placeOf(text, offset);
        const before = text.split("\n").slice(0, line - 1);
        expect(before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1).toBe(offset);
      }),
    );
  });
});

test("a list ends with «y»", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((words) => toList(words))).toEqual([
    "",
    "a",
    "a y b",
    "a, b y c",
  ]);
});
