import fc from "fast-check";
import { expect, test } from "vitest";
import { drawExam, type ExamRequest, readExamRequest, toResult, writeExamRequest } from "../../src/course/mock-exam.ts";

const lessons = ["a", "b", "c"];
const bank = Array.from({ length: 30 }, (_, index) => ({
  id: `P-${index}`,
  lesson: lessons[index % 10 < 7 ? 0 : (index % 10) - 7] ?? "c",
  difficulty: 1 + (index % 3),
}));
const request: ExamRequest = { seed: "x", questions: 6, minutes: 30, topic: "curso", difficulties: [1, 2, 3] };
const ids = (exam: { id: string }[]) => exam.map(({ id }) => id);

const count = (lesson: string, list: { lesson: string }[]) => list.filter((one) => one.lesson === lesson).length;

test("one seed gives one exam, others give others", () => {
  expect(ids(drawExam(bank, lessons, request))).toEqual(ids(drawExam(bank, lessons, request)));
  // Of six questions there are only 2484 exams, and 200 of them would meet by chance; of twelve, 134 596.
  const exams = Array.from({ length: 200 }, (_, seed) =>
    ids(drawExam(bank, lessons, { ...request, questions: 12, seed: `${seed}` })).join(),
  );
  expect(new Set(exams).size).toBeGreaterThan(195);
  // Every question comes up sooner or later.
  expect(new Set(exams.join().split(",")).size).toBe(bank.length);
});

test("an exam has as many questions as asked, of the lessons and difficulties asked, none twice, each lesson in turn", () => {
  const difficulties = fc.uniqueArray(fc.constantFrom<number>(1, 2, 3), { minLength: 1 });
  const some = fc.subarray(lessons, { minLength: 1 });
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), difficulties, some, (seed, questions, wanted, chosen) => {
      const exam = drawExam(bank, chosen, { ...request, seed, questions, difficulties: wanted });
      const fitting = bank.filter(({ lesson, difficulty }) => chosen.includes(lesson) && wanted.includes(difficulty));
      expect(exam).toHaveLength(Math.min(questions, fitting.length));
      expect(new Set(ids(exam)).size).toBe(exam.length);
      for (const question of exam) expect(fitting).toContain(question);
      for (const lesson of chosen) {
        const fair = Math.floor(questions / chosen.length);
        expect(count(lesson, exam)).toBeGreaterThanOrEqual(Math.min(fair, count(lesson, fitting)));
      }
    }),
  );
});

test("the address says the whole exam, and what is strange in it becomes the usual", () => {
  const asked: ExamRequest = { seed: "año 2", questions: 7, minutes: 45, topic: "parte-1", difficulties: [1, 3] };
  expect(readExamRequest(new URLSearchParams(writeExamRequest(asked)))).toEqual(asked);
  expect(readExamRequest(new URLSearchParams(""))).toBeUndefined();
  expect(readExamRequest(new URLSearchParams("semilla= "))).toBeUndefined();
  for (const odd of ["preguntas=-1", "preguntas=x", "minutos=0", "dificultad=9", "preguntas=1.5", "minutos=NaN"]) {
    expect(readExamRequest(new URLSearchParams(`semilla=x&${odd}`))).toEqual({ ...request, questions: 10 });
  }
  expect(readExamRequest(new URLSearchParams("semilla=x&preguntas=9999"))).toMatchObject({ questions: 60 });
});

test("the result adds up each lesson", () => {
  const exam = [
    { id: "P-1", lesson: "a", difficulty: 1 },
    { id: "P-2", lesson: "a", difficulty: 1 },
    { id: "P-3", lesson: "b", difficulty: 1 },
  ];
  const marks = new Map([["P-1", 1] as const, ["P-2", 0.5] as const]);
  expect(toResult(exam, marks)).toEqual([
    { lesson: "a", questions: 2, points: 1.5 },
    { lesson: "b", questions: 1, points: 0 },
  ]);
});
