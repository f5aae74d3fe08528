import type { SearchTexts } from "../../course/search-terms.ts";
import { fetchTerms, loadFile, readTerms, type SearchData } from "./data.ts";
import type { Engine } from "./engine.ts";
import type { Insight } from "./insight.ts";

/** Something that is loaded: here, on its way, or not to be had. */
export type Part<T> = { state: "waiting" | "failed"; value?: undefined } | { state: "here"; value: T };

/** What the search knows so far. Each part comes by itself, and the next is asked for after it. */
export interface Knowledge {
  terms: Part<SearchData>;
  texts: Part<SearchTexts>;
  insight: Part<Insight>;
  engine: Part<Engine>;
}

/** How long what comes first may hold up the rest, in milliseconds. */
const holdUp = 1200;

/** Loads the parts of the search, smallest first, so that the ones that answer at once do not wait for the heavy ones. */
export class Loading {
  readonly known: Knowledge = {
    terms: { state: "waiting" },
    texts: { state: "waiting" },
    insight: { state: "waiting" },
    engine: { state: "waiting" },
  };

  readonly #changed: () => void;
  readonly #terms: Promise<SearchData>;
  #texts: Promise<SearchTexts | undefined> | undefined;
  #completing = false;

  /**
   * Asks for the names.
   * @param changed is told of every part that came or failed
   * @param asked the answer to {@link fetchTerms}, when a page has asked already
   */
  constructor(changed: () => void, asked: Promise<Response> = fetchTerms()) {
    this.#changed = changed;
    this.#terms = this.#keep("terms", asked.then(readTerms));
  }

  /** Asks for the texts of the definitions. */
  prepare(): void {
    this.#texts ??= this.#terms.then((data) => this.#keep("texts", loadTexts(data))).catch(() => undefined);
  }

  /** Asks for everything. */
  complete(): void {
    this.prepare();
    if (this.#completing) return;
    this.#completing = true;
    this.#loadRest().catch(() => undefined);
  }

  async #loadRest(): Promise<void> {
    const data = await this.#terms;
    await soon(this.#texts);
    const insight = this.#keep("insight", this.#loadInsight(data));
    await soon(insight);
    await this.#keep(
      "engine",
      import("./engine.ts").then(({ loadEngine }) => loadEngine(data)),
    );
  }

  async #loadInsight(data: SearchData): Promise<Insight> {
    const { loadInsight } = await import("./insight.ts");
    const insight = await loadInsight(data);
    const { texts } = this.known;
    if (texts.value !== undefined) insight.learn(texts.value);
    else this.#texts?.then((late) => late && insight.learn(late)).catch(() => undefined);
    return insight;
  }

  #keep<K extends keyof Knowledge>(name: K, loaded: Promise<NonNullable<Knowledge[K]["value"]>>) {
    const set = (part: Part<unknown>) => {
      Object.assign(this.known, { [name]: part });
      this.#changed();
    };
    loaded.then(
      (value) => set({ state: "here", value }),
      () => set({ state: "failed" }),
    );
    return loaded;
  }
}

async function loadTexts(data: SearchData): Promise<SearchTexts> {
  const texts = await loadFile<SearchTexts>(data, "textos.json");
  const lacking = data.terms.find(({ id }) => typeof texts[id]?.text !== "string");
  if (lacking !== undefined) throw new Error(`textos.json lacks ${lacking.id}.`);
  return texts;
}

// Waits for what comes before, whether it comes or not.
async function soon(promise: Promise<unknown> | undefined): Promise<void> {
  const timeout = new Promise((resolve) => setTimeout(resolve, holdUp));
  await Promise.race([promise, timeout]).catch(() => undefined);
}
