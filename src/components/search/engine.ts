import { splitMarks, type Stretch } from "../../course/search-excerpt.ts";
import type { FoundTexts } from "../../course/search-ranking.ts";
import { base, definitionAt, type SearchData, withPatience } from "./data.ts";

/** A stretch of a lesson that answers. */
export interface Passage {
  title: string;
  href: string;
  excerpt: Stretch[];
}

export interface Found {
  definitions: FoundTexts;
  /** Best first. */
  passages: Passage[];
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

/** The full-text search over definitions and lessons. */
export interface Engine {
  /**
   * Looks for all the words, or for any of them when nothing has them all. Rejects after 4 s, and when the index lacks
   * one of the `known` words: Pagefind takes a file that did not load for one without results.
   */
  find(words: string[], known: string[]): Promise<Found>;
}

/** Loads Pagefind from the folder of the search. Rejects after 4 s. */
export async function loadEngine(data: SearchData): Promise<Engine> {
  const pagefind = await withPatience(start(data.folder));
  return { find: (words, known) => withPatience(find({ pagefind, data }, words, known)) };
}

async function start(folder: string): Promise<Pagefind> {
  const pagefind = await load(folder);
  await pagefind.options({
    baseUrl: base,
    // The folder is named by its content: its entry never changes.
    metaCacheTag: "1",
    excerptLength: 24,
    ranking: { metaWeights: { title: 8 }, diacriticSimilarity: 0 },
  });
  await pagefind.init();
  return pagefind;
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

interface Loaded {
  pagefind: Pagefind;
  data: SearchData;
}

async function find({ pagefind, data }: Loaded, words: string[], known: string[]): Promise<Found> {
  const [definitions, lessons] = await Promise.all([
    findAny(pagefind, words, filters.definitions),
    findAny(pagefind, words, filters.lessons),
  ]);
  if (definitions.found.length + lessons.found.length === 0) await checkIndex(pagefind, known);
  return {
    definitions: {
      scores: new Map(await Promise.all(definitions.found.map((scored) => toEntry(scored, data)))),
      whole: definitions.whole,
    },
    passages: await toPassages(lessons.found.map(({ result }) => result)),
  };
}

interface Scored {
  result: Result;
  score: number;
}

interface ScoredList {
  found: Scored[];
  /** Whether they have every word. */
  whole: boolean;
}

async function findAny(pagefind: Pagefind, words: string[], filter: object): Promise<ScoredList> {
  const all = await findAll(pagefind, words.join(" "), filter);
  if (all.length > 0 || words.length === 1) return { found: all, whole: true };
  const byId = new Map<string, Scored>();
  for (const one of await Promise.all(words.map((word) => findAll(pagefind, word, filter)))) {
    for (const { result, score } of one) {
      byId.set(result.id, { result, score: score + (byId.get(result.id)?.score ?? 0) });
    }
  }
  return { found: [...byId.values()].sort((a, b) => b.score - a.score).slice(0, 12), whole: false };
}

async function findAll(pagefind: Pagefind, words: string, filter: object): Promise<Scored[]> {
  const { results } = await pagefind.search(words, { filters: filter });
  return results.slice(0, 12).map((result) => ({ result, score: result.score }));
}

async function checkIndex(pagefind: Pagefind, known: string[]): Promise<void> {
  for (const word of known) {
    const { results } = await pagefind.search(word, { filters: {} });
    if (results.length === 0) throw new Error(`The index did not load: it lacks «${word}».`);
  }
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

async function toEntry({ result, score }: Scored, data: SearchData): Promise<[string, number]> {
  const { url } = await result.data();
  return [definitionAt(url, data) ?? "", score];
}
