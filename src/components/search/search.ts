import type { Comparison } from "../../course/search-comparison.ts";
import { rankNames } from "../../course/search-names.ts";
import { isFaint, type Query, readQuery } from "../../course/search-query.ts";
import type { SearchTerm } from "../../course/search-terms.ts";
import { fetchTerms, type SearchData } from "./data.ts";
import type { Engine, Passage } from "./engine.ts";
import type { Understood } from "./insight.ts";
import { type Knowledge, Loading } from "./knowledge.ts";

/** What is known about a question so far. */
export interface Answer {
  /** As it was typed. */
  text: string;
  /** As it was looked for, when a word was taken for a spelling mistake. */
  corrected: string | undefined;
  data: SearchData;
  known: Knowledge;
  /** The two that the question puts side by side; they are the first definitions. */
  comparison: Comparison | undefined;
  definitions: SearchTerm[];
  passages: Passage[];
  /** When nothing was found: what looks most like it. */
  nearest: SearchTerm[];
  /** `partial`: more is on its way; `late`: it takes too long to wait for; `failed`: something did not load. */
  state: "partial" | "late" | "complete" | "failed";
}

export interface Search {
  /** Answers through `show`, at once with what is known and again when more is. `literal` corrects nothing. */
  ask(text: string, literal?: boolean): void;
  /** Begins to load what an answer shows besides the names, before anything is asked. */
  prepare(): void;
  /** Loads everything again. */
  retry(): void;
}

export interface SearchEvents {
  show(answer: Answer): void;
  /** The box is empty. */
  showTerms(data: SearchData): void;
  /** Not even the names of the definitions came, or not yet. */
  showFailure(state: "late" | "failed"): void;
}

/** How long a reader waits before what there is counts as the answer, in milliseconds. */
const patience = 2800;

/**
 * The search of a page or dialog. The names begin to load at once, the rest when it is prepared or asked.
 * @param asked the answer to `fetchTerms`, when it was asked for before
 */
export function createSearch(events: SearchEvents, asked?: Promise<Response>): Search {
  let question: Question | undefined;
  let renewing = false;
  let loading = new Loading(change, asked);

  function change(): void {
    if (question !== undefined) void answer(question);
    if (hasFailed(loading.known)) void renew();
  }

  async function answer(mine: Question): Promise<void> {
    const turn = (mine.turn += 1);
    const { known } = loading;
    const data = known.terms.value;
    if (data === undefined) {
      if (known.terms.state === "failed") events.showFailure("failed");
      else if (mine.late) events.showFailure("late");
      return;
    }
    if (mine.text.trim() === "") return events.showTerms(data);
    loading.complete();
    const { found, query } = answerAtOnce(mine, data, known);
    const waiting = Object.values(known).some(({ state }) => state === "waiting");
    const engine = known.engine.value;
    if (!waiting && engine === undefined) {
      mine.answered = true;
      return events.show(withNearest(found, query, "failed"));
    }
    events.show(mine.late ? withNearest(found, query, "late") : { ...found, state: "partial" });
    if (engine === undefined || waiting) return;
    const whole = await answerWithEngine(found, query, engine);
    if (question !== mine || mine.turn !== turn) return;
    mine.answered = true;
    events.show(whole);
  }

  // An open tab of a former build finds its files gone: it goes on with those of the new one.
  async function renew(): Promise<void> {
    const { folder } = loading.known.terms.value ?? {};
    if (renewing || folder === undefined) return;
    renewing = true;
    const response = await fetchTerms().catch(() => undefined);
    const { carpeta } = ((await response?.json().catch(() => undefined)) ?? {}) as { carpeta?: string };
    renewing = false;
    if (carpeta !== undefined && !folder.endsWith(`/${carpeta}/`)) retry();
  }

  function retry(): void {
    loading = new Loading(change);
    loading.prepare();
  }

  return {
    ask(text, literal = false) {
      const mine = { text, literal, late: false, answered: false, turn: 0 };
      question = mine;
      void answer(mine);
      setTimeout(() => {
        if (question !== mine || mine.answered) return;
        mine.late = true;
        // What is still looked for may come all the same.
        showLate(mine);
      }, patience);
    },
    prepare: () => loading.prepare(),
    retry,
  };

  function showLate(mine: Question): void {
    const { known } = loading;
    const data = known.terms.value;
    if (data === undefined) return events.showFailure(known.terms.state === "failed" ? "failed" : "late");
    if (mine.text.trim() === "") return;
    const { found, query } = answerAtOnce(mine, data, known);
    events.show(withNearest(found, query, "late"));
  }
}

interface Question {
  text: string;
  literal: boolean;
  /** Whether the reader has waited long enough. */
  late: boolean;
  answered: boolean;
  /** Counts how often it was begun to be answered: only the last counts. */
  turn: number;
}

type Found = Omit<Answer, "state">;

function answerAtOnce({ text, literal }: Question, data: SearchData, known: Knowledge): { found: Found; query: Query } {
  const { query, ...understood } = known.insight.value?.understand(text, literal) ?? understandNames(text, data);
  return { found: { ...understood, text, data, known, passages: [], nearest: [] }, query };
}

function understandNames(text: string, data: SearchData): Understood {
  const query = readQuery(text, data.course);
  return { query, corrected: undefined, comparison: undefined, definitions: rankNames(data.named, query) };
}

async function answerWithEngine(found: Found, query: Query, engine: Engine): Promise<Answer> {
  const { insight, texts } = found.known;
  const known = query.words.filter((word) => insight.value?.lexicon.has(word) ?? true);
  const telling = known.filter((word) => !isFaint(word));
  const sought = telling.length > 0 ? telling : known;
  // Of a word that is nowhere, Pagefind would look for its first letters.
  try {
    if (sought.length === 0) return withNearest(found, query, "complete");
    const passages = await engine.findPassages(sought);
    const definitions = found.definitions.length > 0 ? found.definitions : await engine.findDefinitions(sought);
    if (passages.length + definitions.length === 0) await engine.check(known);
    const state = texts.state === "here" && insight.state === "here" ? "complete" : "failed";
    return withNearest({ ...found, passages, definitions }, query, state);
  } catch {
    return withNearest(found, query, "failed");
  }
}

function withNearest(found: Found, query: Query, state: Answer["state"]): Answer {
  const none = found.definitions.length + found.passages.length === 0;
  return { ...found, nearest: none ? (found.known.insight.value?.nearest(query) ?? []) : [], state };
}

function hasFailed(known: Knowledge): boolean {
  return [known.texts, known.insight, known.engine].some(({ state }) => state === "failed");
}
