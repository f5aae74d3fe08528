import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readAttributes, readText } from "../../src/course/jsx.ts";
import { readMarks } from "../../src/course/mark.ts";
import { isJsx } from "../../src/course/mdx.ts";
import { walk } from "../../src/course/mdx.ts";
import { readPieces } from "../../src/course/reference.ts";
import { readLessons } from "./real-lessons.ts";

interface Fact {
  id: string;
  items: string[];
}

const facts = JSON.parse(readFileSync("tests/fixtures/apunte/hechos.json", "utf8")) as Fact[];
const lessons = readLessons();
const marks = lessons.flatMap(({ slug, tree, items }) => {
  const found = readMarks(tree);
  const own = [...items, ...found.map(({ id }) => id)];
  return found.map((mark) => ({ ...mark, slug, neighbours: own }));
});

test("69 facts were checked", () => expect(facts).toHaveLength(69));

test.each(facts)("$id is settled in a lesson that has one of its items", ({ id, items }) => {
  const [mark, ...more] = marks.filter((candidate) => candidate.id === id);
  expect(mark, `{/* ${id} */} stands nowhere`).toBeDefined();
  expect(more, `{/* ${id} */} stands more than once`).toEqual([]);
  expect(
    items.some((item) => mark!.neighbours.includes(item)),
    `${id} is in ${mark!.slug}`,
  ).toBe(true);
});

test("no other fact is marked", () => {
  const known = new Set(facts.map(({ id }) => id));
  expect(marks.filter(({ id }) => id.startsWith("F-") && !known.has(id)).map(({ id }) => id)).toEqual([]);
});

test.each(["F-9", "F-33", "F-54", "F-60", "F-62"])("%s, an error, is corrected on the slide too", (id) => {
  const block = marks.find((mark) => mark.id === id)?.block;
  expect(block !== undefined && isJsx(block, "Precision") && readAttributes(block).has("enDiapositiva")).toBe(true);
});

test("a correction of the notes names its source and the words it corrects", () => {
  const bare = marks
    .filter(({ id, block }) => id.startsWith("F-") && (isJsx(block, "Precision") || isJsx(block, "Historia")))
    .filter(({ block }) => {
      const cited = [...walk(block)].some(
        ([node]) => node.type === "text" && readPieces(node.value).some(({ kind }) => kind === "citation"),
      );
      return !cited || (isJsx(block) && readText(block, "sobre") === undefined);
    });
  expect(bare.map(({ id, slug }) => `${id} in ${slug}`)).toEqual([]);
});
