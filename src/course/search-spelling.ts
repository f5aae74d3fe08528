import { toFamily, toStem } from "./search-stem.ts";
import { conceptsOf } from "./search-synonyms.ts";
import { fold } from "./text.ts";

interface Entry {
  word: string;
  key: string;
  /** One bit for every letter that the word has. */
  letters: number;
  named: boolean;
}

/** The words of the site, and the nearest of them to a word that is not there. */
export class Lexicon {
  readonly #shown = new Map<string, string>();
  readonly #entries: Entry[] = [];
  readonly #stems = new Set<string>();
  readonly #corrected = new Map<string, string | undefined>();

  /**
   * Adds the words of a text. Those that come first win over equally near ones that come later.
   * @param named whether they are of names: what readers look for, and so what they misspell
   */
  add(text: string, named = false): void {
    for (const shown of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      const word = fold(shown);
      if (this.#shown.has(word)) continue;
      this.#shown.set(word, shown);
      this.#stems.add(toStem(word));
      this.#entries.push({ word, key: toSound(word), letters: toLetters(word), named });
    }
    this.#corrected.clear();
  }

  /** Whether the site has the folded word, or one that begins with it. */
  has(word: string): boolean {
    return this.#shown.has(word) || this.#entries.some((entry) => entry.word.startsWith(word));
  }

  /** Whether the folded word is one that the site has, the beginning of one, or another form of one. */
  knows(word: string): boolean {
    return this.has(word) || this.#hasForm(word);
  }

  /**
   * The word that was probably meant, with its accents: one that sounds the same (b/v, s/c/z, ll/y, silent h), or is one
   * edit away by letters or by sound, two from ten letters on. Nothing for a word that the site knows, nor under
   * four letters.
   */
  correct(word: string): string | undefined {
    if (word.length < 4 || /^\d+$/.test(word)) return undefined;
    if (!this.#corrected.has(word)) {
      const meant = this.knows(word) ? this.#alikeName(word) : (this.#nearest(word) ?? this.#nearestOfSingular(word));
      this.#corrected.set(word, meant && this.#shown.get(meant));
    }
    return this.#corrected.get(word);
  }

  /** The question with every misspelt word replaced, or nothing when there is none. */
  correctText(text: string): string | undefined {
    const corrected = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => this.correct(fold(word)) ?? word);
    return corrected === text ? undefined : corrected;
  }

  #nearest(word: string): string | undefined {
    const limit = word.length < 10 ? 1 : 2;
    const key = toSound(word);
    const letters = toLetters(word);
    let best: { word: string; cost: number; named: boolean } | undefined;
    for (const entry of this.#entries) {
      if (Math.abs(entry.word.length - word.length) > limit + 1 || entry.word.length < 4) continue;
      // An edit changes two letters at most, by sound one more: most words need no counting of edits.
      if (countBits(entry.letters ^ letters) > 2 * limit + 2) continue;
      const edits = editDistance(word, entry.word, limit + 1);
      // A slip of the finger can change how a word sounds (`escaado`); whoever writes by ear changes more letters.
      const least = Math.min(edits, edits > limit + 1 ? edits : editDistance(key, entry.key, limit));
      // Of an unknown word nobody can tell whether it is misspelt: another than a name has to be very near.
      if (least > (entry.named ? limit : Math.min(1, word.length - 4))) continue;
      const cost = least + edits / 10;
      if (best === undefined || cost < best.cost) best = { word: entry.word, cost, named: entry.named };
    }
    // `corro` and `aguantar` are good Spanish: forms of an everyday word, or of the very word that would replace them.
    if (best === undefined || (!best.named && isGoodSpanish(word, best.word))) return undefined;
    return best.word;
  }

  // Of short words too many share a stem: `maya` is no form of `mayo`.
  #hasForm(word: string): boolean {
    return word.length > 5 && this.#stems.has(toStem(word));
  }

  // `maya`, with which `mayaguez` begins, sounds like `malla`.
  #alikeName(word: string): string | undefined {
    if (this.#shown.has(word) || this.#hasForm(word)) return undefined;
    if (this.#entries.some((entry) => entry.named && entry.word.startsWith(word))) return undefined;
    const key = toSound(word);
    return this.#entries.find((entry) => entry.named && entry.key === key)?.word;
  }

  // `mayas`, of which the site has the singular alone.
  #nearestOfSingular(word: string): string | undefined {
    const singular = word.replace(/(?<=[^aeiou])es$|s$/, "");
    if (singular === word || singular.length < 4) return undefined;
    return this.#shown.has(singular) ? singular : this.#nearest(singular);
  }
}

function isGoodSpanish(word: string, nearest: string): boolean {
  const family = toFamily(word);
  return conceptsOf(family).length > 0 || family === toFamily(nearest);
}

/** Edits between two words: insert, delete, replace, swap neighbours (optimal string alignment); above `limit`, more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

function toLetters(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << ((word.charCodeAt(index) - 97) % 32);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

// How a word sounds in Río de la Plata Spanish, one letter per sound.
function toSound(word: string): string {
  return word
    .replace(/qu(?=[ei])/g, "k")
    .replace(/c(?=[ei])|[zx]/g, "s")
    .replace(/c(?!h)/g, "k")
    .replace(/g(?=[ei])/g, "j")
    .replace(/gu(?=[ei])/g, "g")
    .replace(/v/g, "b")
    .replace(/ll/g, "y")
    .replace(/(?<!c)h/g, "")
    .replace(/(.)\1+/g, "$1");
}
