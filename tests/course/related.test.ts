import { expect, test } from "vitest";
import { readMessages, relatedTo } from "../../src/course/related.ts";
import { check, filesOf, lesson } from "./small-course.ts";

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

test("a message goes from a part to a later one, and never back", () => {
  const settings = new TextDecoder().decode(filesOf({}).get("src/content/curso.yml"));
  const { course, issues } = check({
    "src/content/curso.yml": settings.replace("- nombre: Tiempo", "- nombre: Tiempo\n  - nombre: Espacio"),
    "01-a.mdx": lesson(`${definition("A", "")}Antes de la [[C]].\n`),
    "02-b.mdx": lesson("La [[A]] y otra vez la [[A]].\n"),
    "03-c.mdx": inOtherPart(`${definition("C", "")}La [[A]] y la [[a: primera]].\n`),
  });
  expect(issues).toEqual([]);
  expect(readMessages(course)).toEqual([{ from: "a", to: "c", terms: ["a"] }]);
});

function inOtherPart(text: string): string {
  return lesson(text).replace("parte: Tiempo", "parte: Espacio");
}

function definition(term: string, related: string): string {
  return `<Definicion termino="${term}"${related}>x</Definicion>\n\n`;
}
