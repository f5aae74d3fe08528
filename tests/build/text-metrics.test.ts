import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import { latinCharacters, signCharacters } from "../../src/course/characters.ts";
import type { TextFace } from "../../src/course/text-metrics.ts";
import golden from "../fixtures/text-metrics/widths.json" with { type: "json" };

const metrics = await loadTextMetrics(resolve(import.meta.dirname, "../.."));
const faces: TextFace[] = ["regular", "bold", "italic", "mono"];
const recordings: { text: string; widths: Partial<Record<TextFace, number>> }[] = golden.strings;
const covered = fc.string({ unit: fc.constantFrom(...latinCharacters, ...signCharacters), maxLength: 40 });
const style = fc.record({ face: fc.constantFrom(...faces), size: fc.constantFrom(13, 15, 18, 24, 32) });

describe("width", () => {
  // The widths were compared with Chromium's when they were recorded; they change only with a font or its cut.
  test.each(recordings.map(({ text, widths }) => [text, widths] as const))(
    "of «%s» is the recorded one",
    (text, widths) => {
      const recorded = faces.filter((face) => widths[face] !== undefined);
      const measured = recorded.map((face) => [face, metrics.width(text, { face, size: golden.size })]);
      expect(Object.fromEntries(measured)).toEqual(widths);
    },
  );

  test("is a whole number of 64ths of a pixel and does not depend on what was measured before", () => {
    fc.assert(
      fc.property(covered, style, (text, textStyle) => {
        const width = metrics.width(text, textStyle);
        expect(Number.isInteger(width * 64)).toBe(true);
        expect(metrics.width(text, textStyle)).toBe(width);
      }),
    );
  });

  test("grows with the size in proportion", () => {
    fc.assert(
      fc.property(covered, fc.constantFrom(...faces), (text, face) => {
        const [single, double] = [metrics.width(text, { face, size: 16 }), metrics.width(text, { face, size: 32 })];
        expect(Math.abs(double - 2 * single)).toBeLessThanOrEqual(2 / 64);
      }),
    );
  });

  test("counts letter spacing once for every character", () => {
    const plain = metrics.width("nodo", { face: "bold", size: 42 });
    const tight = metrics.width("nodo", { face: "bold", size: 42, letterSpacing: -0.5 });
    expect(plain - tight).toBeCloseTo(2, 1);
  });

  test("kerns within a run", () => {
    const apart =
      metrics.width("A", { face: "regular", size: 100 }) + metrics.width("V", { face: "regular", size: 100 });
    expect(metrics.width("AV", { face: "regular", size: 100 })).toBeLessThan(apart - 1);
  });

  test("sets signs and rare letters from their own files, whatever the weight", () => {
    for (const sign of ["→", "≤", "ž"]) {
      const regular = metrics.width(sign, { face: "regular", size: 100 });
      expect(regular).toBeGreaterThan(0);
      expect(metrics.width(sign, { face: "bold", size: 100 })).toBe(regular);
    }
  });

  test("of every character of the monospaced file is the same", () => {
    expect(metrics.width("if (ñ) {}", { face: "mono", size: 20 })).toBe(
      9 * metrics.width("x", { face: "mono", size: 20 }),
    );
  });
});

test("line measures are rounded as the browser rounds them", () => {
  expect([metrics.ascent("regular", 15), metrics.descent("regular", 15)]).toEqual([14, 4]);
  expect([metrics.ascent("mono", 14), metrics.descent("mono", 14)]).toEqual([14, 4]);
  expect(metrics.xHeight("regular", 1000)).toBeCloseTo(511, 0);
});
