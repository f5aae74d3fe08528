import { type Query, toSpeakingWords, toStem, toWords } from "./search-query.ts";
import { editDistance } from "./search-spelling.ts";
import type { SearchTerm } from "./search-terms.ts";

/** The names of one definition, ready to be compared. */
export interface NamedTerm {
  term: SearchTerm;
  names: Name[];
}

interface Name {
  phrase: string;
  words: string[];
  weight: number;
}

/** Definitions whose text answers. */
export interface FoundTexts {
  /** By id, of any scale above 0. */
  scores: Map<string, number>;
  /** Whether they have every word of the question. */
  whole: boolean;
}

// A term wins over another's alias, an alias over an English name, that over an author's.
const weights = { term: 1, name: 0.96, english: 0.92, author: 0.88 };

export function toNamedTerms(terms: SearchTerm[]): NamedTerm[] {
  return terms.map((term) => {
    const names = [
      toName(term.term, weights.term),
      ...(term.names ?? []).map((name) => toName(name, weights.name)),
      toName(term.english ?? "", weights.english),
      toName(term.author ?? "", weights.author),
    ];
    return { term, names: names.filter(({ words }) => words.length > 0) };
  });
}

function toName(text: string, weight: number): Name {
  const words = toWords(text);
  return { phrase: words.join(" "), words: toSpeakingWords(words), weight };
}

/**
 * How well a definition's names answer: 6 one that is the very words, 5 one that begins with them, 4 a whole name
 * without the words that only ask, 3 to 4 the beginning of one, 2 to 3 every word of the question, 1 to 2 a whole name within a longer question, under 1 half of its words, 0 fewer.
 * @param importance how much each word of the question counts
 */
export function scoreNames({ names }: NamedTerm, query: Query, importance = query.words.map(() => 1)): number {
  return names.reduce((best, name) => Math.max(best, scoreName(name, query, importance) * name.weight), 0);
}

/** The definitions whose names answer, best first. */
export function rankTerms(terms: NamedTerm[], query: Query): SearchTerm[] {
  return rankWithText(terms, query, { scores: new Map(), whole: false });
}

/**
 * The same with what a full-text search found: a text with every word of the question wins over a name with some.
 */
export function rankWithText(terms: NamedTerm[], query: Query, found: FoundTexts): SearchTerm[] {
  const most = Math.max(...found.scores.values());
  const scoreText = (id: string) => {
    const score = found.scores.get(id);
    return score === undefined ? 0 : score / most + (found.whole ? 1 : 0);
  };
  const importance = query.words.map((word) => toImportance(word, terms));
  return terms
    .map((named) => ({
      term: named.term,
      score: 2.5 * scoreNames(named, query, importance) + scoreText(named.term.id),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.term.term.length - b.term.term.length)
    .map(({ term }) => term);
}

/** The terms that look most like a question without answer, nearest first. */
export function nearestTerms(terms: NamedTerm[], query: Query, count: number): SearchTerm[] {
  const asked = query.words.join(" ");
  const far = ({ names }: NamedTerm) =>
    Math.min(
      ...names
        .flatMap(({ phrase, words }) => [phrase, ...words.filter((word) => word.length > 3)])
        .map((name) => editDistance(asked, name, asked.length + name.length) / Math.max(asked.length, name.length)),
    );
  return terms
    .map((named) => ({ term: named.term, distance: far(named) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ term }) => term);
}

function scoreName(name: Name, { phrase, words }: Query, importance: number[]): number {
  const subject = words.join(" ");
  if (subject === "") return 0;
  if (name.phrase === phrase) return 6;
  // `red por` is no question about `red`.
  if (phrase !== subject && name.phrase.startsWith(phrase)) return 5;
  if (name.phrase === subject) return 4;
  const size = Math.min(1, subject.length / name.phrase.length);
  if (name.phrase.startsWith(subject)) return 3 + size / 2;
  const likeness = words.map((word) => Math.max(...name.words.map((other) => compareWords(word, other))));
  const all = importance.reduce((sum, each) => sum + each);
  const share = likeness.reduce((sum, each, index) => sum + each * (importance[index] ?? 0), 0) / all;
  const covered = Math.min(1, likeness.filter((each) => each > 0).length / name.words.length);
  if (likeness.every((each) => each > 0)) return 2 + (share * covered) / 1.01;
  if (covered === 1 && share >= 0.4) return 1 + share;
  return covered === 1 || share >= 0.5 ? share : 0;
}

// A word that many definitions have in a name tells little (inverse document frequency).
function toImportance(word: string, terms: NamedTerm[]): number {
  const having = terms.filter(({ names }) =>
    names.some(({ words }) => words.some((other) => compareWords(word, other))),
  );
  return Math.log(1 + terms.length / Math.max(1, having.length));
}

function compareWords(asked: string, named: string): number {
  if (asked === named) return 1;
  if (toStem(asked) === toStem(named)) return 0.95;
  if (asked.length > 2 && named.startsWith(asked)) return 0.8;
  // Of one family: `escalable`, `escalabilidad`.
  return asked.length > 6 && asked.slice(0, 7) === named.slice(0, 7) ? 0.6 : 0;
}
