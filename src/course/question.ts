import { type Fields, readFieldList } from "./fields.ts";
import type { Issue } from "./issue.ts";
import { type Place, placeAt, type SourceFile } from "./place.ts";

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
  return { questions: list.map((fields) => toQuestion(fields, source)), issues };
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
    place: placeAt(source, fields.start),
  };
}
