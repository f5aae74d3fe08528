import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readMarks } from "../../src/course/mark.ts";
import { toWords, shownWords, wantedWords } from "./marked-words.ts";
import { readLessons, type ReadableLesson } from "./real-lessons.ts";

interface Item {
  id: string;
  corregido: string;
  seccion: string;
  titulo?: true;
}

const items = JSON.parse(readFileSync("tests/fixtures/apunte/inventario.json", "utf8")) as Item[];
const lessons = readLessons();

test("the notes have 141 items", () => expect(items).toHaveLength(141));

test("every item of the notes stands once, in its lesson and section, with its words", () => {
  expect(findLosses(lessons)).toEqual([]);
});

/** What is missing, doubled, misplaced or reworded, in a sentence each. */
function findLosses(course: ReadableLesson[]): string[] {
  const marks = course.flatMap(({ slug, title, items: titled, tree }) => [
    ...titled.map((id) => ({ id, place: [slug], words: toWords(title) })),
    ...readMarks(tree)
      .filter(({ id }) => /^[IV]-/.test(id))
      .map(({ id, block, anchors }) => ({
        id,
        place: anchors.map((anchor) => `${slug}#${anchor}`),
        words: shownWords(block),
      })),
  ]);
  const known = new Set(items.map(({ id }) => id));
  const strangers = marks.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} is not an item of the notes`);
  return [
    ...strangers,
    ...items.flatMap(({ id, corregido, seccion }) => {
      const found = marks.filter((mark) => mark.id === id);
      const [mark] = found;
      if (mark === undefined) return [`${id} of ${seccion} is missing`];
      if (found.length > 1) return [`${id} of ${seccion} stands ${found.length} times`];
      if (!mark.place.includes(seccion)) return [`${id} stands in ${mark.place.join(" > ")} instead of ${seccion}`];
      if (!mark.words.includes(wantedWords(corregido)))
        return [`${id} of ${seccion} lost words: wanted «${wantedWords(corregido)}» in «${mark.words}»`];
      return [];
    }),
  ];
}

// The mutations are seeded: the same ones in every run.
const seed = 20_261_125;
const victims = pick(
  items.filter(({ titulo }) => titulo === undefined),
  40,
);

describe(`the test sees what is lost (seed ${seed})`, () => {
  test.each(victims)("$id dropped", ({ id }) => {
    expect(findLosses(mutate((text) => text.replace(markOf(id), "")))).toContainEqual(
      expect.stringMatching(new RegExp(`^${id} .*missing`)),
    );
  });

  test.each(victims)("$id moved to another section", ({ id, seccion }) => {
    const moved = mutate((text) => {
      if (!markOf(id).test(text)) return text;
      return `${text.replace(markOf(id), "")}\n\n## Otra sección\n\n{/* ${id} */}\n\n${items.find((item) => item.id === id)!.corregido.replace(/[<{]/g, "")}\n`;
    });
    expect(findLosses(moved)).toContainEqual(
      `${id} stands in ${seccion.split("#")[0]}#otra-seccion instead of ${seccion}`,
    );
  });

  test.each(victims)("a word of $id changed", ({ id, corregido }) => {
    const words = wantedWords(corregido).trim().split(" ");
    const word = words.sort((a, b) => b.length - a.length)[0]!;
    const losses = lessons.map((lesson) => ({ ...lesson, tree: withoutWord(lesson, id, word) }));
    expect(findLosses(losses)).toContainEqual(expect.stringMatching(new RegExp(`^${id} .*lost words`)));
  });
});

function mutate(change: (text: string) => string): ReadableLesson[] {
  return readLessons(change);
}

function markOf(id: string): RegExp {
  return new RegExp(`\\b${id}\\b(?=[^}]*\\*/\\})`);
}

// The word goes from the text and the attributes of the marked block alone.
function withoutWord({ tree }: ReadableLesson, id: string, word: string): ReadableLesson["tree"] {
  const copy = structuredClone(tree);
  const block = readMarks(copy).find((mark) => mark.id === id)?.block;
  if (block !== undefined) blot(block, word);
  return copy;
}

function blot(node: object, word: string): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "object" && value !== null) blot(value, word);
    else if (key === "value" && typeof value === "string" && toWords(value).includes(` ${word} `)) {
      (node as Record<string, unknown>)[key] = value
        .split(/(?<![\p{L}\p{N}])|(?![\p{L}\p{N}])/u)
        .map((piece) => (toWords(piece).trim() === word ? "zzz" : piece))
        .join("");
    }
  }
}

function pick<T>(all: T[], count: number): T[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const rest = [...all];
  return Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(Math.floor(next() * rest.length), 1)[0]!,
  );
}
