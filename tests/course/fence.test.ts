import { expect, test } from "vitest";
import { readFenceMeta } from "../../src/course/fence.ts";

test("a fence has named values and highlighted lines", () => {
  const { values, lines, unknown } = readFenceMeta('archivo="un nombre.yaml" {4-6,9}');
  expect([...values]).toEqual([["archivo", "un nombre.yaml"]]);
  expect(lines).toEqual([4, 5, 6, 9]);
  expect(unknown).toEqual([]);
});

test.each(["suelto", 'autor="x"', "{a}", "{-}", "{1-1000000000}", "archivo=x", "{}", "{1|}", "{|}"])(
  "a fence has no %s",
  (meta) => {
    expect(readFenceMeta(meta)).toEqual({ values: new Map(), lines: [], steps: [], unknown: [meta] });
  },
);

test("a bar divides the highlighted lines into steps", () => {
  expect(readFenceMeta("{2|4-5,1|2}")).toMatchObject({
    steps: [[2], [4, 5, 1], [2]],
    lines: [2, 4, 5, 1, 2],
    unknown: [],
  });
  expect(readFenceMeta("{2,4}").steps).toEqual([[2, 4]]);
});

test("a range written backwards highlights nothing", () => {
  expect(readFenceMeta("{3-1}").lines).toEqual([]);
});
