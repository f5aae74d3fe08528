import type { NamedTerm } from "./search-names.ts";
import type { Query } from "./search-query.ts";
import { editDistance } from "./search-spelling.ts";
import type { SearchTerm } from "./search-terms.ts";

/** The terms that look most like a question without answer, nearest first. */
export function nearestTerms(named: NamedTerm[], query: Query, count: number): SearchTerm[] {
  const asked = query.words.join(" ");
  const far = ({ names }: NamedTerm) =>
    Math.min(
      ...names
        .flatMap(({ phrase, words }) => [phrase, ...words.map(({ word }) => word).filter(({ length }) => length > 3)])
        .map((name) => editDistance(asked, name, asked.length + name.length) / Math.max(asked.length, name.length)),
    );
  return named
    .map((each) => ({ term: each.term, distance: far(each) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ term }) => term);
}
