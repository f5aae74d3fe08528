import { isFaint, toSpeakingWords, toWords } from "./search-query.ts";
import { toFamily } from "./search-stem.ts";
import { conceptsOf } from "./search-synonyms.ts";

/** How well one definition answers a description. */
export interface Coverage {
  /** How much of the question it has, from 0 to 1, each word by what it tells. */
  asked: number;
  /** How much of the definition the question has. */
  told: number;
}

// An equal word tells more than one of its family, that more than one with the same meaning.
const likeness = { word: 1, family: 0.85, start: 0.7, concept: 0.55 };

// A word of any sentence counts less than its rarity among definitions would say.
const faintness = 0.7;

interface Word {
  family: string;
  concepts: readonly number[];
  /** How much each definition that has the word is told by it, by the definition's index. */
  weights: Map<number, number>;
}

/** Finds definitions by words of what they say, half remembered or in other words. */
export class DescriptionIndex {
  readonly #ids: string[] = [];
  readonly #words = new Map<string, Word>();
  /** How many definitions have a word of the family. */
  readonly #families = new Map<string, Set<number>>();
  readonly #likeWords = new Map<string, { word: Word; likeness: number }[]>();
  #totals: number[] | undefined;

  /**
   * Adds words to a definition.
   * @param weight how much they tell of it, up to 1
   */
  add(id: string, text: string, weight: number): void {
    const index = this.#indexOf(id);
    for (const word of toSpeakingWords(toWords(text))) {
      const entry = this.#entry(word);
      entry.weights.set(index, Math.max(weight, entry.weights.get(index) ?? 0));
      const having = this.#families.get(entry.family) ?? new Set();
      this.#families.set(entry.family, having.add(index));
    }
    this.#likeWords.clear();
    this.#totals = undefined;
  }

  /** The definitions that have some of the words, by id. */
  cover(words: string[]): Map<string, Coverage> {
    const totals = (this.#totals ??= this.#sum());
    const asked = new Float64Array(this.#ids.length);
    const told = new Float64Array(this.#ids.length);
    let all = 0;
    for (const word of words) {
      const importance = this.importance(word);
      all += importance;
      for (const [index, best] of this.#match(word)) {
        asked[index]! += best.match * importance;
        told[index]! += best.weight * this.#importanceOf(best.word.family);
      }
    }
    const found = new Map<string, Coverage>();
    for (const [index, id] of this.#ids.entries()) {
      const share = asked[index]!;
      if (share > 0) found.set(id, { asked: share / all, told: Math.min(1, told[index]! / totals[index]!) });
    }
    return found;
  }

  /** How much a word tells: one that many definitions have tells little (inverse document frequency). */
  importance(word: string): number {
    return (isFaint(word) ? faintness : 1) * this.#importanceOf(this.#words.get(word)?.family ?? toFamily(word));
  }

  #importanceOf(family: string): number {
    return Math.log(1 + this.#ids.length / (this.#families.get(family)?.size ?? 1));
  }

  // The word of each definition that is most like the one asked for.
  #match(asked: string): Map<number, { match: number; weight: number; word: Word }> {
    const best = new Map<number, { match: number; weight: number; word: Word }>();
    for (const { word, likeness: like } of this.#alike(asked)) {
      for (const [index, weight] of word.weights) {
        const match = like * weight;
        if (match > (best.get(index)?.match ?? 0)) best.set(index, { match, weight, word });
      }
    }
    return best;
  }

  #alike(asked: string): { word: Word; likeness: number }[] {
    const known = this.#likeWords.get(asked);
    if (known !== undefined) return known;
    const family = toFamily(asked);
    const concepts = conceptsOf(family);
    const alike = [...this.#words].flatMap(([name, word]) => {
      const like = compare({ name: asked, family, concepts }, { name, ...word });
      return like > 0 ? [{ word, likeness: like }] : [];
    });
    this.#likeWords.set(asked, alike);
    return alike;
  }

  #sum(): number[] {
    const totals = this.#ids.map(() => 0);
    for (const { family, weights } of this.#words.values()) {
      for (const [index, weight] of weights) totals[index]! += weight * this.#importanceOf(family);
    }
    return totals;
  }

  #indexOf(id: string): number {
    const index = this.#ids.indexOf(id);
    return index < 0 ? this.#ids.push(id) - 1 : index;
  }

  #entry(word: string): Word {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const family = toFamily(word);
    const entry = { family, concepts: conceptsOf(family), weights: new Map<number, number>() };
    this.#words.set(word, entry);
    return entry;
  }
}

interface Compared {
  name: string;
  family: string;
  concepts: readonly number[];
}

function compare(asked: Compared, word: Compared): number {
  if (asked.name === word.name) return likeness.word;
  if (asked.family === word.family) return likeness.family;
  if (asked.name.length > 3 && word.name.startsWith(asked.name)) return likeness.start;
  return asked.concepts.some((concept) => word.concepts.includes(concept)) ? likeness.concept : 0;
}
