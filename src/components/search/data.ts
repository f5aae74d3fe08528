import { type NamedTerm, toNamedTerms } from "../../course/search-ranking.ts";
import { Lexicon } from "../../course/search-spelling.ts";
import type { SearchLesson, SearchTerm, SearchTerms, SearchTexts } from "../../course/search-terms.ts";

/** What the search knows without its engine. */
export interface SearchData extends SearchTerms {
  /** Address of the folder of the search, with its final `/`. */
  folder: string;
  named: NamedTerm[];
}

export interface SearchWords {
  definitions: SearchTexts["definitions"];
  lexicon: Lexicon;
}

/** Path under which the site is served, with its final `/`. */
export const base = document.documentElement.dataset["base"] ?? "/";

const patience = 4000;

export function lessonOf(term: SearchTerm, { lessons }: SearchTerms): SearchLesson {
  const lesson = lessons[term.lesson];
  if (lesson === undefined) throw new Error(`${term.id} is of no lesson.`);
  return lesson;
}

/** The lesson whose page, or part of it, has the address. */
export function lessonAt(href: string, { lessons }: SearchTerms): SearchLesson | undefined {
  return lessons.find(({ definition }) => href.startsWith(underBase(definition.split("#")[0] ?? "")));
}

/** The id of the definition that has the address. */
export function definitionAt(href: string, terms: SearchTerms): string | undefined {
  const start = underBase(lessonAt(href, terms)?.definition ?? "");
  return href.startsWith(start) ? href.slice(start.length) : undefined;
}

/** The address of a path that is written without the base. */
export function underBase(path: string): string {
  return base.slice(0, -1) + path;
}

/** The names of all definitions. Rejects when they do not come within 4 s. */
export async function loadTerms(): Promise<SearchData> {
  // Asked for again each time: it is what tells an old tab where the files of the new build are.
  const { carpeta } = await fetchJson<{ carpeta: string }>(`${base}busqueda.json`, { cache: "no-cache" });
  const folder = `${base}${carpeta}/`;
  const terms = await fetchJson<SearchTerms>(`${folder}terminos.json`);
  return { ...terms, folder, named: toNamedTerms(terms.terms) };
}

/** The texts of the definitions and the words of the site. Rejects when they do not come within 4 s. */
export async function loadWords({ folder, terms }: SearchData): Promise<SearchWords> {
  const { definitions, words } = await fetchJson<SearchTexts>(`${folder}textos.json`);
  const lexicon = new Lexicon();
  for (const { term, names = [], english = "", author = "" } of terms) {
    lexicon.add([term, ...names, english, author].join(" "));
  }
  for (const { text, confusion = "" } of Object.values(definitions)) lexicon.add(`${text} ${confusion}`);
  lexicon.add(words);
  return { definitions, lexicon };
}

/** Rejects when a promise takes longer than the reader should wait. */
export function withPatience<T>(promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("The search takes too long.")), patience);
    }),
  ]);
}

async function fetchJson<T>(address: string, options: RequestInit = {}): Promise<T> {
  const response = await fetch(address, { ...options, signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return (await response.json()) as T;
}
