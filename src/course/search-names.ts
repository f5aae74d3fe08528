import { type Query, toSpeakingWords, toWords } from "./search-query.ts";
import { toFamily, toSingular, toStem } from "./search-stem.ts";
import type { SearchTerm } from "./search-terms.ts";

/** The names of one definition, ready to be compared. */
export interface NamedTerm {
  term: SearchTerm;
  names: Name[];
}

interface Name {
  phrase: string;
  words: NameWord[];
  /** The words that say something, in one piece: `dockercompose`. */
  joined: string;
  weight: number;
}

interface NameWord {
  word: string;
  singular: string;
  stem: string;
  family: string;
}

// A term wins over another's alias, an alias over an English name, that over an author's.
const weights = { term: 1, name: 0.96, english: 0.92, author: 0.88 };

export function toNamedTerms(terms: SearchTerm[]): NamedTerm[] {
  return terms.map((term) => {
    const names = [
      toName(term.term, weights.term),
      ...(term.names ?? []).map((name) => toName(name, weights.name)),
      ...(term.english ?? "").split(";").map((name) => toName(name, weights.english)),
      toName(term.author ?? "", weights.author),
    ];
    return { term, names: names.filter(({ words }) => words.length > 0) };
  });
}

/** Every name of a definition, in one text. */
export function allNamesOf({ term, names = [], english = "", author = "" }: SearchTerm): string {
  return [term, ...names, english, author].join(" ");
}

/**
 * How well a definition's names answer: 6 one that is the very words, 5 one that begins with them or is written in one
 * piece, 4 a whole name without the words that only ask, 3 to 4 the beginning of one, 2 to 3 every word of the question,
 * 1 to 2 a whole name within a longer question, under 1 half of its words, 0 fewer.
 * @param importance how much each word of the question counts
 */
export function scoreNames({ names }: NamedTerm, query: Query, importance = query.words.map(() => 1)): number {
  const asked = query.words.map(toNameWord);
  return names.reduce((best, name) => Math.max(best, scoreName(name, query, asked, importance) * name.weight), 0);
}

/** The definitions whose names answer, best first. */
export function rankNames(named: NamedTerm[], query: Query): SearchTerm[] {
  return named
    .map((each) => ({ term: each.term, score: scoreNames(each, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.term.term.length - b.term.term.length)
    .map(({ term }) => term);
}

function toName(text: string, weight: number): Name {
  const words = toWords(text);
  const speaking = toSpeakingWords(words);
  return { phrase: words.join(" "), words: speaking.map(toNameWord), joined: speaking.join(""), weight };
}

const nameWords = new Map<string, NameWord>();

function toNameWord(word: string): NameWord {
  const known = nameWords.get(word);
  if (known !== undefined) return known;
  const made = { word, singular: toSingular(word), stem: toStem(word), family: toFamily(word) };
  nameWords.set(word, made);
  return made;
}

function scoreName(name: Name, { phrase, words }: Query, asked: NameWord[], importance: number[]): number {
  const subject = words.join(" ");
  if (subject === "") return 0;
  if (name.phrase === phrase) return 6;
  // `red por` is no question about `red`.
  if (phrase !== subject && name.phrase.startsWith(phrase)) return 5;
  if (name.phrase === subject) return 4;
  const joined = words.join("");
  if (joined === name.joined) return 4;
  const size = Math.min(1, subject.length / name.phrase.length);
  if (name.phrase.startsWith(subject)) return 3 + size / 2;
  if (joined.length > 4 && name.joined.startsWith(joined)) return 3;
  const likeness = asked.map((word) => name.words.reduce((best, other) => Math.max(best, compare(word, other)), 0));
  let [all, some, matched] = [0, 0, 0];
  for (const [index, each] of likeness.entries()) {
    all += importance[index] ?? 0;
    some += each * (importance[index] ?? 0);
    if (each > 0) matched += 1;
  }
  if (matched === 0) return 0;
  const share = some / all;
  const covered = Math.min(1, matched / name.words.length);
  if (matched === words.length) return 2 + (share * covered) / 1.01;
  if (covered === 1 && share >= 0.3) return 1 + share;
  return covered === 1 || share >= 0.5 ? share : 0;
}

function compare(asked: NameWord, named: NameWord): number {
  if (asked.word === named.word) return 1;
  if (asked.singular === named.singular) return 0.97;
  if (asked.stem === named.stem) return 0.9;
  if (asked.word.length > 2 && named.word.startsWith(asked.word)) return 0.8;
  return asked.family === named.family ? 0.75 : 0;
}
