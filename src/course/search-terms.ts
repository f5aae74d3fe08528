import { toPath } from "./address.ts";
import type { Course } from "./course.ts";
import { type Definition, definitionAnchor, namesOf } from "./definition.ts";
import { readParts } from "./part.ts";
import { fold, toSlug } from "./text.ts";

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
  /** The same for its slide, and for its card. */
  slide: string;
  card: string;
}

export interface SearchTerm {
  id: string;
  term: string;
  /** Aliases. */
  names?: string[];
  english?: string;
  author?: string;
  /** Index in `lessons`. */
  lesson: number;
}

/** The names as they travel, with the folder of all else of the same build: an id that is the slug of its term goes without saying. */
export interface TermsFile extends Omit<SearchTerms, "terms"> {
  carpeta: string;
  terms: (Omit<SearchTerm, "id"> & { id?: string })[];
}

/** What is shown of the definitions besides their names, by id. */
export type SearchTexts = Record<string, SearchText>;

interface SearchText {
  text: string;
  confusion?: string;
  source?: string;
}

/** The words of the site: what is none of them is misspelt. */
export interface SearchWords {
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
      card: toPath({ kind: "card", definition: { id: "", lesson: slug } }),
    })),
    terms: [...course.definitions.values()].map((definition) => {
      const { id, term, english, author, lesson } = definition;
      // Searching takes the plural of a name for the name.
      const names = definition.aliases;
      return {
        id,
        term,
        ...(names.length > 0 && { names }),
        ...(english !== undefined && fold(english) !== fold(term) && { english }),
        ...(author !== undefined && { author }),
        lesson: slugs.indexOf(lesson),
      };
    }),
  };
}

/** @param carpeta the name of the folder with all else of this build */
export function toTermsFile(carpeta: string, { terms, ...rest }: SearchTerms): TermsFile {
  return {
    carpeta,
    ...rest,
    terms: terms.map(({ id, ...term }) => (id === toSlug(term.term) ? term : { id, ...term })),
  };
}

/** @param short how a source is named after a definition, by its key */
export function toSearchTexts(course: Course, short: (key: string) => string | undefined): SearchTexts {
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
