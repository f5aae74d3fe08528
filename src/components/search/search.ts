import { type Query, readQuery } from "../../course/search-query.ts";
import { nearestTerms, rankTerms, rankWithText } from "../../course/search-ranking.ts";
import type { SearchTerm } from "../../course/search-terms.ts";
import { loadTerms, loadWords, type SearchData, type SearchWords } from "./data.ts";
import { type Engine, loadEngine, type Passage } from "./engine.ts";

/** What is known about a question so far. */
export interface Answer {
  /** As it was typed. */
  text: string;
  /** As it was looked for, when a word was taken for a spelling mistake. */
  corrected: string | undefined;
  data: SearchData;
  /** Nothing until the texts have come, or when they did not come. */
  words: SearchWords | undefined;
  definitions: SearchTerm[];
  passages: Passage[];
  /** When nothing was found: what looks most like it. */
  nearest: SearchTerm[];
  /** `partial`: the engine still looks; `failed`: the engine or the texts did not load. */
  state: "partial" | "complete" | "failed";
}

export interface Search {
  /** Answers through `show`, at once with the names and again when more is known. `literal` corrects nothing. */
  ask(text: string, literal?: boolean): Promise<void>;
  /** Begins to load what an answer needs beyond the names, before anything is asked. */
  prepare(): void;
  /** Loads again what did not load. */
  retry(): void;
}

export interface SearchEvents {
  show(answer: Answer): void;
  /** The box is empty. */
  showTerms(data: SearchData): void;
  /** Not even the names of the definitions came. */
  showFailure(): void;
}

/** The search of a page or dialog; the names begin to load at once, the rest when it is prepared or asked. */
export function createSearch(events: SearchEvents): Search {
  let turn = 0;
  let loading = load();

  const ask = async (text: string, literal = false) => {
    const mine = (turn += 1);
    const stale = () => mine !== turn;
    const { terms, rest } = loading;
    const data = await terms.catch(() => undefined);
    if (stale()) return;
    if (data === undefined) return events.showFailure();
    if (text.trim() === "") return events.showTerms(data);

    const { words, engine } = rest();
    if (!isSettled(words)) events.show(answerWithNames({ text, literal, data, words: undefined }).answer);
    const known = await words.catch(() => undefined);
    if (stale()) return;
    const { answer, query } = answerWithNames({ text, literal, data, words: known });
    if (answer.definitions.length > 0 || answer.corrected !== undefined) events.show(answer);
    const whole = await answerWithEngine(answer, query, engine);
    if (!stale()) events.show(whole);
  };
  return { ask, prepare: () => void loading.rest(), retry: () => void (loading = load()) };
}

interface Loading {
  terms: Promise<SearchData>;
  /** The same promises at every call. */
  rest(): { words: Promise<SearchWords>; engine: Promise<Engine> };
}

const settled = new WeakSet<Promise<unknown>>();

function load(): Loading {
  const terms = loadTerms();
  let rest: ReturnType<Loading["rest"]> | undefined;
  return { terms, rest: () => (rest ??= loadRest(terms)) };
}

function loadRest(terms: Promise<SearchData>): ReturnType<Loading["rest"]> {
  const words = terms.then(loadWords);
  const engine = terms.then(loadEngine);
  for (const promise of [words, engine]) {
    const settle = () => settled.add(promise);
    promise.then(settle, settle);
  }
  return { words, engine };
}

function isSettled(promise: Promise<unknown>): boolean {
  return settled.has(promise);
}

interface Asked {
  text: string;
  literal: boolean;
  data: SearchData;
  words: SearchWords | undefined;
}

function answerWithNames({ text, literal, data, words }: Asked): { answer: Answer; query: Query } {
  const corrected = literal ? undefined : words?.lexicon.correctText(text);
  const query = readQuery(corrected ?? text, data.course);
  const definitions = rankTerms(data.named, query);
  return { answer: { text, corrected, data, words, definitions, passages: [], nearest: [], state: "partial" }, query };
}

async function answerWithEngine(answer: Answer, query: Query, engine: Promise<Engine>): Promise<Answer> {
  const { data, words } = answer;
  const known = query.words.filter((word) => words?.lexicon.knows(word) ?? false);
  // Of a word that is nowhere, Pagefind would look for its first letters.
  const sought = words === undefined ? query.words : known;
  const nearest = () => nearestTerms(data.named, query, 3);
  try {
    const found = sought.length > 0 ? await (await engine).find(sought, known) : undefined;
    const definitions = found ? rankWithText(data.named, query, found.definitions) : answer.definitions;
    const passages = found?.passages ?? [];
    const none = definitions.length + passages.length === 0;
    const state = words === undefined ? "failed" : "complete";
    return { ...answer, definitions, passages, nearest: none ? nearest() : [], state };
  } catch {
    return { ...answer, nearest: answer.definitions.length === 0 ? nearest() : [], state: "failed" };
  }
}
