import { toPath } from "./address.ts";
import type { Course } from "./course.ts";
import { type Definition, definitionAnchor, namesOf } from "./definition.ts";
import { readParts } from "./part.ts";

/** What answers at once: the names of every definition, without the texts. */
export interface SearchTerms {
  /** The name of the course. */
  course: string;
  /** Numerals of the parts, `I`, `II`. */
  parts: string[];
  lessons: SearchLesson[];
  /** In reading order. */
  terms: SearchTerm[];
}

export interface SearchLesson {
  number: number;
  title: string;
  /** Index in `parts`. */
  part: number;
  /** Path without base to which the id of a definition is added: `/lecciones/topologias/#def-`. */
  definition: string;
  /** The same for its slide. */
  slide: string;
}

export interface SearchTerm {
  id: string;
  term: string;
  /** Plural and aliases. */
  names?: string[];
  english?: string;
  author?: string;
  /** Index in `lessons`. */
  lesson: number;
}

/** What follows at once: the texts of the definitions by id, and the words of the lessons that no definition has. */
export interface SearchTexts {
  definitions: Record<string, { text: string; confusion?: string; source?: string }>;
  words: string;
}

/** One definition as the full-text index reads it. */
export interface SearchRecord {
  definition: Definition;
  content: string;
  part: string;
}

export function toSearchTerms(course: Course): SearchTerms {
  const parts = readParts(course);
  const slugs = course.lessons.map(({ slug }) => slug);
  return {
    course: course.name,
    parts: parts.map(({ numeral }) => numeral),
    lessons: course.lessons.map(({ slug, number, title, part }) => ({
      number,
      title,
      part: parts.findIndex(({ name }) => name === part),
      definition: toPath({ kind: "definition", definition: { id: "", lesson: slug } }),
      slide: toPath({ kind: "deck", slug, anchor: definitionAnchor("") }),
    })),
    terms: [...course.definitions.values()].map((definition) => {
      const { id, term, english, author, lesson } = definition;
      const names = namesOf(definition).slice(1);
      return {
        id,
        term,
        ...(names.length > 0 && { names }),
        ...(english !== undefined && english !== term && { english }),
        ...(author !== undefined && { author }),
        lesson: slugs.indexOf(lesson),
      };
    }),
  };
}

/** @param short how a source is named after a definition, by its key */
export function toSearchDefinitions(
  course: Course,
  short: (key: string) => string | undefined,
): SearchTexts["definitions"] {
  const entries = [...course.definitions.values()].map(({ id, text, confusion, sources }) => {
    const source = sources.map((key) => short(key) ?? key).join("; ");
    return [id, { text, ...(confusion !== undefined && { confusion }), ...(source !== "" && { source }) }] as const;
  });
  return Object.fromEntries(entries);
}

export function toSearchRecords(course: Course): SearchRecord[] {
  const parts = new Map(course.lessons.map(({ slug, part }) => [slug, part]));
  return [...course.definitions.values()].map((definition) => ({
    definition,
    content: [...namesOf(definition), definition.english, definition.author, definition.text, definition.confusion]
      .filter((piece) => piece !== undefined && piece !== "")
      .join(". "),
    part: parts.get(definition.lesson) ?? "",
  }));
}
