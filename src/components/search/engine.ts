import { splitMarks, type Stretch } from "../../course/search-excerpt.ts";
import type { SearchTerm } from "../../course/search-terms.ts";
import { base, definitionAt, type SearchData } from "./data.ts";

/** A stretch of a lesson that answers. */
export interface Passage {
  title: string;
  href: string;
  excerpt: Stretch[];
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string, options: { filters: object }): Promise<{ results: Result[] }>;
}

interface Result {
  id: string;
  score: number;
  data(): Promise<{ url: string; sub_results: { title: string; url: string; excerpt: string }[] }>;
}

const filters = { definitions: { tipo: "definicion" }, lessons: { none: { tipo: "definicion" } } };

/** How long is waited for an answer of the engine, in milliseconds. */
const patience = 2500;

/** The full-text search over definitions and lessons. */
export class Engine {
  readonly #pagefind: Pagefind;
  readonly #data: SearchData;

  constructor(pagefind: Pagefind, data: SearchData) {
    this.#pagefind = pagefind;
    this.#data = data;
  }

  /** The passages of lessons with all the words, or with any when none has them all, best first. Rejects after 2.5 s. */
  findPassages(words: string[]): Promise<Passage[]> {
    return withPatience(this.#find(words, filters.lessons, 8).then(toPassages));
  }

  /** The definitions whose names or texts have the words, by the stems of the engine. Rejects after 2.5 s. */
  findDefinitions(words: string[]): Promise<SearchTerm[]> {
    return withPatience(this.#findDefinitions(words));
  }

  /** Rejects unless the index has every word: Pagefind takes a file that did not load for one without results. */
  async check(words: string[], filter: object = {}): Promise<void> {
    for (const word of words) {
      const { results } = await withPatience(this.#pagefind.search(word, { filters: filter }));
      if (results.length === 0) throw new Error(`The index did not load: it lacks «${word}».`);
    }
  }

  async #findDefinitions(words: string[]): Promise<SearchTerm[]> {
    const found = await this.#find(words, filters.definitions, 12);
    const pages = await Promise.all(found.map((result) => result.data()));
    return pages.flatMap(({ url }) => definitionAt(url, this.#data) ?? []);
  }

  async #find(words: string[], filter: object, most: number): Promise<Result[]> {
    const search = async (text: string) => (await this.#pagefind.search(text, { filters: filter })).results;
    const all = await search(words.join(" "));
    if (all.length > 0 || words.length === 1) return all.slice(0, most);
    const byId = new Map<string, { result: Result; score: number }>();
    for (const results of await Promise.all(words.map(search))) {
      for (const result of results.slice(0, 12)) {
        byId.set(result.id, { result, score: result.score + (byId.get(result.id)?.score ?? 0) });
      }
    }
    const found = [...byId.values()].sort((a, b) => b.score - a.score);
    return found.slice(0, most).map(({ result }) => result);
  }
}

/** Loads Pagefind from the folder of the search. */
export async function loadEngine(data: SearchData): Promise<Engine> {
  const pagefind = await load(data.folder);
  await pagefind.options({
    baseUrl: base,
    // The folder is named by its content: its entry never changes.
    metaCacheTag: "1",
    excerptLength: 24,
    ranking: { metaWeights: { title: 8 }, diacriticSimilarity: 0 },
  });
  await pagefind.init();
  const engine = new Engine(pagefind, data);
  // The name of the course stands in its lessons: without it, something is missing.
  await engine.check(data.course.split(" ").slice(-1), filters.lessons);
  return engine;
}

let attempts = 0;

// `motor.js` hands Pagefind over in an event. The bundler would wrap an `import()` in a helper of its own, which every
// page would then load.
function load(folder: string): Promise<Pagefind> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.type = "module";
    // A module runs once: to try again takes another address.
    script.src = `${folder}motor.js${attempts === 0 ? "" : `?${attempts}`}`;
    attempts += 1;
    addEventListener("motor", (event) => resolve((event as CustomEvent<Pagefind>).detail), { once: true });
    script.addEventListener("error", () => reject(new Error("motor.js")));
    document.head.append(script);
  });
}

function withPatience<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The engine takes too long.")), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

// The best passage of every lesson first, then the second ones: one long lesson does not fill the list.
async function toPassages(results: Result[]): Promise<Passage[]> {
  const pages = await Promise.all(results.map((result) => result.data()));
  const lists = pages.map(({ sub_results }) =>
    sub_results.slice(0, 3).map(({ title, url: href, excerpt }) => ({
      title,
      href,
      excerpt: splitMarks(excerpt),
    })),
  );
  return [0, 1, 2].flatMap((rank) => lists.flatMap((list) => list[rank] ?? []));
}
