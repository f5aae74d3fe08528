import { type Fields, readFieldList } from "./fields.ts";
import type { Issue } from "./issue.ts";
import { type Place, placeAt, type SourceFile, toIssue } from "./place.ts";

/** An exam question with its answer; both are short Markdown-free sentences. */
export interface Question {
  id: string;
  /** What it asks for: definir, comparar, … */
  kind: string;
  /** From 1 (easy) to 3. */
  difficulty: number;
  lesson: string;
  section: string | undefined;
  /** Ids of the definitions that the answer uses. */
  terms: string[];
  question: string;
  answer: string;
  place: Place;
  /** Where its lesson and section, and each of its terms, are written. */
  places: { section: Place; terms: Place[] };
}

/** The anchor of a question in the page of its lesson. */
export function questionAnchor(id: string): string {
  return `preg-${id.toLowerCase()}`;
}

/** Reads `preguntas.yml`, a list of questions. */
export function readQuestions(source: SourceFile): { questions: Question[]; issues: Issue[] } {
  const { list, issues } = readFieldList(source, {
    id: "text",
    tipo: "text",
    dificultad: "number",
    seccion: "text",
    "terminos?": "words",
    pregunta: "text",
    respuesta: "text",
  });
  const questions = list.map((fields) => toQuestion(fields, source));
  return { questions, issues: [...issues, ...list.flatMap((fields) => checkDifficulty(fields, source))] };
}

function toQuestion(fields: Fields, source: SourceFile): Question {
  const [lesson = "", section] = (fields.text("seccion") ?? "").split("#");
  return {
    id: fields.text("id") ?? "",
    kind: fields.text("tipo") ?? "",
    difficulty: fields.number("dificultad") ?? 1,
    lesson,
    section,
    terms: fields.list("terminos"),
    question: fields.text("pregunta") ?? "",
    answer: fields.text("respuesta") ?? "",
    place: placeAt(source, fields.offset("id")),
    places: {
      section: placeAt(source, fields.offset("seccion")),
      terms: fields.offsets("terminos").map((offset) => placeAt(source, offset)),
    },
  };
}

function checkDifficulty(fields: Fields, source: SourceFile): Issue[] {
  const difficulty = fields.number("dificultad") ?? 1;
  if ([1, 2, 3].includes(difficulty)) return [];
  const place = placeAt(source, fields.offset("dificultad"));
  return [toIssue(place, `La dificultad ${difficulty} no existe.`, "Se escribe 1 (fácil), 2 o 3.")];
}
