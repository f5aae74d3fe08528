import { type NamedTerm, toNamedTerms } from "../../course/search-names.ts";
import type { SearchLesson, SearchTerm, SearchTerms, TermsFile } from "../../course/search-terms.ts";
import { toSlug } from "../../course/text.ts";

/** What the search knows without the texts. */
export interface SearchData extends SearchTerms {
  named: NamedTerm[];
  /** Address of the folder of the search, with its final `/`. */
  folder: string;
}

/** Path under which the site is served, with its final `/`. */
export const base = document.documentElement.dataset["base"] ?? "/";

export function lessonOf(term: SearchTerm, { lessons }: SearchTerms): SearchLesson {
  const lesson = lessons[term.lesson];
  if (lesson === undefined) throw new Error(`${term.id} is of no lesson.`);
  return lesson;
}

/** The lesson whose page, or part of it, has the address. */
export function lessonAt(href: string, { lessons }: SearchTerms): SearchLesson | undefined {
  return lessons.find(({ definition }) => href.startsWith(underBase(definition.split("#")[0] ?? "")));
}

/** The definition that has the address. */
export function definitionAt(href: string, data: SearchTerms): SearchTerm | undefined {
  const start = underBase(lessonAt(href, data)?.definition ?? "");
  const id = href.startsWith(start) ? href.slice(start.length) : undefined;
  return data.terms.find((term) => term.id === id);
}

/** The address of a path that is written without the base. */
export function underBase(path: string): string {
  return base.slice(0, -1) + path;
}

/** Asks for the names of all definitions. Each time anew: it is what tells an old tab of a new build. */
export function fetchTerms(): Promise<Response> {
  return fetch(`${base}busqueda.json`, { cache: "no-cache" });
}

/** Reads the names of all definitions. Rejects when they are not what they should be. */
export async function readTerms(response: Response): Promise<SearchData> {
  const { carpeta, ...file } = await readJson<TermsFile>(response);
  if (typeof carpeta !== "string") throw new Error("busqueda.json names no folder.");
  const terms = file.terms.map((term) => ({ ...term, id: term.id ?? toSlug(term.term) }));
  return { ...file, terms, folder: `${base}${carpeta}/`, named: toNamedTerms(terms) };
}

/** A file of the folder of the search. Rejects when it is not there or no JSON. */
export async function loadFile<T>({ folder }: SearchData, name: string): Promise<T> {
  return readJson<T>(await fetch(folder + name));
}

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return (await response.json()) as T;
}
