import { expect, test } from "vitest";
import { relatedTo } from "../../src/course/related.ts";
import { check, lesson } from "./small-course.ts";

test("two definitions are related when either names the other, and none with itself", () => {
  const one = definition("A", ' relacionados="c"') + definition("B", "");
  const two = definition("C", "") + definition("D", ' relacionados="a"');
  const { course } = check({ "01-a.mdx": lesson(one), "02-b.mdx": lesson(two) });
  expect(["a", "b", "c", "d"].map((id) => relatedTo(course, id).map((other) => other.id))).toEqual([
    ["c", "d"],
    [],
    ["a"],
    ["a"],
  ]);
});

function definition(term: string, related: string): string {
  return `<Definicion termino="${term}"${related}>x</Definicion>\n\n`;
}
