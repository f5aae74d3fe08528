import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hideNames, toCardTexts } from "../../src/course/card-texts.ts";
import { idsOfCards, toCards } from "../../src/course/card.ts";
import { namesOf } from "../../src/course/definition.ts";
import { readQuestions } from "../../src/course/question.ts";
import { isCardKey } from "../../src/course/study-progress.ts";
import { readLessons } from "./real-lessons.ts";

const file = "src/content/preguntas.yml";
const lessons = readLessons();
const { questions } = readQuestions({ file, text: readFileSync(file, "utf8") });
const course = { lessons, questions };

test("every definition of the course has both cards, every quotation its author, every question its answer", () => {
  const keys = lessons.flatMap(({ slug }) => toCards(slug, idsOfCards(course, slug)).map(({ key }) => key));
  const definitions = lessons.flatMap((lesson) => lesson.definitions);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => !isCardKey(key))).toEqual([]);
  for (const { id, author } of definitions) {
    expect(keys).toContain(`${id}:definir`);
    expect(keys).toContain(`${id}:nombrar`);
    expect(keys.includes(`${id}:autor`)).toBe(author !== undefined);
  }
  expect(keys.filter((key) => key.endsWith(":autor")).length).toBeGreaterThan(1);
  for (const { id } of questions) expect(keys).toContain(`${id}:responder`);
  expect(keys.length).toBe(
    definitions.length * 2 + definitions.filter(({ author }) => author).length + questions.length,
  );
});

test("a definition that asks for its term does not say it", () => {
  const texts = toCardTexts(course, "/sd/");
  expect(texts.definitions.some(({ riddle }) => riddle !== undefined)).toBe(true);
  for (const { id, text, riddle = text } of texts.definitions) {
    const names = namesOf(lessons.flatMap(({ definitions }) => definitions).find((one) => one.id === id)!);
    expect.soft(hideNames(riddle, names), id).toBe(riddle);
    expect.soft(riddle.replaceAll("[…]", "").trim().length, id).toBeGreaterThan(15);
  }
});

test("only whole words are hidden, in any case, the longest name first", () => {
  expect(hideNames("Red: una red de redes y Enredos (C++).", ["red", "red de redes", "C++"])).toBe(
    "[…]: una […] y Enredos ([…]).",
  );
});
