import { fold } from "./text.ts";

/** The words of the site, and the nearest of them to a word that is not there. */
export class Lexicon {
  readonly #shown = new Map<string, string>();
  readonly #byKey: { word: string; key: string }[] = [];

  /** Words that come first win over equally near ones that come later. */
  add(text: string): void {
    for (const shown of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      const word = fold(shown);
      if (this.#shown.has(word)) continue;
      this.#shown.set(word, shown);
      this.#byKey.push({ word, key: toSound(word) });
    }
  }

  /** Whether the site has the folded word, or one that begins with it. */
  knows(word: string): boolean {
    return this.#shown.has(word) || this.#byKey.some((entry) => entry.word.startsWith(word));
  }

  /**
   * The word that was probably meant, with its accents: one that sounds the same (b/v, s/c/z, ll/y, silent h), or is one
   * edit away by letters or by sound, two from eight letters on. Nothing for a word that the site has, nor under four
   * letters.
   */
  correct(word: string): string | undefined {
    if (word.length < 4 || /^\d+$/.test(word) || this.knows(word)) return undefined;
    const limit = word.length < 8 ? 1 : 2;
    const key = toSound(word);
    let best: { word: string; cost: number } | undefined;
    for (const entry of this.#byKey) {
      if (Math.abs(entry.word.length - word.length) > limit + 1 || entry.word.length < 3) continue;
      const letters = editDistance(word, entry.word, limit + 1);
      // A slip of the finger can change how a word sounds (`escaado`); whoever writes by ear changes more letters.
      const edits = Math.min(letters, letters > limit + 1 ? letters : editDistance(key, entry.key, limit));
      if (edits > limit) continue;
      const cost = edits + letters / 10;
      if (best === undefined || cost < best.cost) best = { word: entry.word, cost };
    }
    return best && this.#shown.get(best.word);
  }

  /** The question with every misspelt word replaced, or nothing when there is none. */
  correctText(text: string): string | undefined {
    const corrected = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => this.correct(fold(word)) ?? word);
    return corrected === text ? undefined : corrected;
  }
}

/** Edits between two words: insert, delete, replace, swap neighbours (optimal string alignment); above `limit`, more. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
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
