import { type Comparison, findComparison } from "../../course/search-comparison.ts";
import { DescriptionIndex } from "../../course/search-description.ts";
import { allNamesOf } from "../../course/search-names.ts";
import { nearestTerms } from "../../course/search-nearest.ts";
import { type Query, readQuery } from "../../course/search-query.ts";
import { rankTerms } from "../../course/search-ranking.ts";
import { Lexicon } from "../../course/search-spelling.ts";
import type { SearchTerm, SearchTexts, SearchWords } from "../../course/search-terms.ts";
import { loadFile, type SearchData } from "./data.ts";

/** A question as it was understood, and the definitions that answer it, best first. */
export interface Understood {
  /** As it was looked for, when a word was taken for a spelling mistake. */
  corrected: string | undefined;
  query: Query;
  /** The two that the question puts side by side; they are the first definitions. */
  comparison: Comparison | undefined;
  definitions: SearchTerm[];
}

/** What understands more than names: misspelt words, descriptions, comparisons. It comes after what answers at once. */
export class Insight {
  readonly lexicon = new Lexicon();
  readonly #descriptions = new DescriptionIndex();
  readonly #data: SearchData;

  constructor(data: SearchData, words: string) {
    this.#data = data;
    // Names come first: they are what readers look for, and misspell.
    for (const term of data.terms) {
      this.lexicon.add(allNamesOf(term), true);
      this.#descriptions.add(term.id, allNamesOf(term), 1);
      // Who is quoted, is quoted on what the course is about.
      if (term.author !== undefined) this.#descriptions.add(term.id, data.course, 0.5);
    }
    this.lexicon.add(words);
  }

  /** Finds definitions by what they say, too. */
  learn(texts: SearchTexts): void {
    for (const [id, { text, confusion = "", source = "" }] of Object.entries(texts)) {
      this.#descriptions.add(id, text, 0.9);
      this.#descriptions.add(id, source, 0.5);
      this.#descriptions.add(id, confusion, 0.25);
    }
  }

  /** @param literal corrects nothing */
  understand(text: string, literal: boolean): Understood {
    const { course, named } = this.#data;
    const searched = { named, descriptions: this.#descriptions };
    const corrected = literal ? undefined : this.lexicon.correctText(text);
    const query = readQuery(corrected ?? text, course);
    const comparison = findComparison(searched, corrected ?? text, course);
    const ranked = rankTerms(searched, query).filter((term) => !comparison?.includes(term));
    return { corrected, query, comparison, definitions: [...(comparison ?? []), ...ranked] };
  }

  /** The terms that look most like a question without answer. */
  nearest(query: Query): SearchTerm[] {
    return nearestTerms(this.#data.named, query, 4);
  }
}

/** Loads the words of the site. Rejects when they do not come. */
export async function loadInsight(data: SearchData): Promise<Insight> {
  const { words } = await loadFile<SearchWords>(data, "palabras.json");
  if (typeof words !== "string") throw new Error("palabras.json has no words.");
  return new Insight(data, words);
}
