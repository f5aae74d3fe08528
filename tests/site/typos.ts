import { fold } from "../../src/course/text.ts";

const rows = ["qwertyuiop", "asdfghjklñ", "zxcvbnm"];

/**
 * A name with one slip of the finger in each of four ways, in a word of five letters or more: a neighbouring key, a
 * missing, a doubled, a swapped letter. Where the slip falls is told by the name alone, so that every run has the same.
 * @param known folded words that are no misspellings
 */
export function toTypos(name: string, known: ReadonlySet<string>): string[] {
  const clean = fold(name.replace(/\(.*\)/, ""));
  const words = clean.match(/[a-z]{5,}/g) ?? [];
  return slips.flatMap((slip, kind) => {
    const word = words[kind % words.length];
    if (word === undefined) return [];
    // Never the first letter: who types it wrong sees it.
    const at = 1 + (([...clean].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) + 7 * kind) % (word.length - 2));
    const wrong = slip(word, at);
    return wrong === word || known.has(wrong) ? [] : [clean.replace(word, wrong)];
  });
}

const slips: ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + toNeighbour(word[at]!) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
  (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
];

function toNeighbour(letter: string): string {
  const row = rows.find((each) => each.includes(letter)) ?? rows[0]!;
  const at = row.indexOf(letter);
  return row[at + 1] ?? row[at - 1]!;
}
