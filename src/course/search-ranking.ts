import type { Coverage, DescriptionIndex } from "./search-description.ts";
import { type NamedTerm, scoreNames } from "./search-names.ts";
import { type Query, toWords } from "./search-query.ts";
import type { SearchTerm } from "./search-terms.ts";

/** What answers: the names of all definitions, and their texts as far as they have come. */
export interface Searched {
  named: NamedTerm[];
  descriptions: DescriptionIndex;
}

// The score of a definition whose whole name, or its beginning, was asked for.
const certain = 10;

// Definitions that have little of the question beside a good one are no answer.
const leastShare = 0.25;

/** The definitions that answer by their names or by what they say, best first. */
export function rankTerms({ named, descriptions }: Searched, query: Query): SearchTerm[] {
  const importance = query.words.map((word) => descriptions.importance(word));
  const coverage = descriptions.cover(query.words);
  const ranked = named
    .map((each) => ({ term: each.term, score: scoreTerm(each, query, importance, coverage, descriptions) }))
    .sort((a, b) => b.score - a.score || a.term.term.length - b.term.term.length);
  const least = Math.min(1, ranked[0]?.score ?? 0) * leastShare;
  return ranked.filter(({ score }) => score > least).map(({ term }) => term);
}

function scoreTerm(
  named: NamedTerm,
  query: Query,
  importance: number[],
  coverage: Map<string, Coverage>,
  descriptions: DescriptionIndex,
): number {
  const name = scoreNames(named, query, importance);
  if (name >= 3) return certain + name;
  const { asked = 0, told = 0 } = coverage.get(named.term.id) ?? {};
  const text = 2 * asked * (1 + 0.7 * told);
  // Every word stands in its name: what else it says hardly counts.
  if (name >= 2) return name + 0.3 * text;
  return 0.35 * name + text + scoreAuthor(named.term, query, descriptions);
}

// Whoever names an author asks for what that author said of the rest of the question.
function scoreAuthor({ id, author }: SearchTerm, { words }: Query, descriptions: DescriptionIndex): number {
  if (author === undefined) return 0;
  const authors = toWords(author);
  const rest = words.filter((word) => !authors.includes(word));
  if (rest.length === words.length) return 0;
  return rest.length === 0 ? 1 : (descriptions.cover(rest).get(id)?.asked ?? 0);
}
