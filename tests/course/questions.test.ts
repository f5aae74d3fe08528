import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readQuestions } from "../../src/course/question.ts";
import { readLessons } from "./real-lessons.ts";

interface Given {
  id: string;
  tipo?: string;
  dificultad?: number;
  terminos?: string[];
  pregunta?: string;
  respuesta?: string;
  frente?: string;
  dorso?: string;
}

const file = "src/content/preguntas.yml";
const { questions } = readQuestions({ file, text: readFileSync(file, "utf8") });
const byId = new Map(questions.map((question) => [question.id, question]));
const read = (name: string) => JSON.parse(readFileSync(`tests/fixtures/apunte/${name}.json`, "utf8")) as Given[];
const [exam, cards] = [read("preguntas"), read("tarjetas")];

test("the exam has its 40 questions and 15 quick cards", () => {
  expect([exam.length, cards.length]).toEqual([40, 15]);
  expect([...exam, ...cards].filter(({ id }) => !byId.has(id)).map(({ id }) => id)).toEqual([]);
});

test("each asks for what it asked, of the same difficulty, and leads to at least the same definitions", () => {
  const wrong = exam.filter(({ id, tipo, dificultad, terminos = [] }) => {
    const { kind, difficulty, terms } = byId.get(id)!;
    return kind !== tipo || difficulty !== dificultad || terminos.some((term) => !terms.includes(term));
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("every question leads to a section and to definitions", () => {
  expect(
    questions.filter(({ section, terms }) => section === undefined || terms.length === 0).map(({ id }) => id),
  ).toEqual([]);
});

test.each(readLessons())("every section of $slug that teaches something has a question", ({ slug, sections }) => {
  const taught = sections.filter(({ depth, id }) => depth === 2 && id !== "para-recordar");
  const under = (id: string) => {
    const at = sections.findIndex((section) => section.id === id);
    const next = sections.findIndex(({ depth }, index) => index > at && depth === 2);
    return sections.slice(at, next < 0 ? undefined : next).map((section) => section.id);
  };
  const asked = new Set(questions.filter(({ lesson }) => lesson === slug).map(({ section }) => section));
  expect(taught.filter(({ id }) => !under(id).some((each) => asked.has(each))).map(({ id }) => id)).toEqual([]);
});
