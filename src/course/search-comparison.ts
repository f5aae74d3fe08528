import { scoreNames } from "./search-names.ts";
import { type Query, readQuery, toWords } from "./search-query.ts";
import { rankTerms, type Searched } from "./search-ranking.ts";
import { toFamily } from "./search-stem.ts";
import type { SearchTerm } from "./search-terms.ts";

/** Two definitions that a question puts side by side. */
export type Comparison = [one: SearchTerm, other: SearchTerm];

const versus = new Set(["vs", "versus", "contra"]);
const differing = /^(?:diferenci|distin[gt]u|compara|parec)/;
const joining = new Set(["y", "e", "con", "de", "del", "a", "al", "o", "u", "respecto"]);
const opening = new Set("hay existe es entre la las los el un una se en que a al de del con".split(" "));

/**
 * The two definitions of `a vs b`, `diferencia entre a y b`, `a y b diferencias` or `a o b`, in the order of the question.
 * What both share may be said once: `red azul vs roja`. Nothing when one side is no name of a definition.
 */
export function findComparison(searched: Searched, text: string, course: string): Comparison | undefined {
  const whole = readQuery(text, course);
  // `Falla, error y fallo` is one name.
  if (searched.named.some((named) => scoreNames(named, whole) >= whollyNamed)) return undefined;
  let best: { pair: Comparison; score: number } | undefined;
  for (const [one, other] of readSides(text)) {
    const found = pairUp(searched, one, other, course);
    if (found !== undefined && found.score > (best?.score ?? 0)) best = found;
  }
  return best?.pair;
}

/** A question that is a name, and not only words of one. */
const whollyNamed = 4;

type Sides = [one: string[], other: string[]];

// Every way to read the question as two sides.
function readSides(text: string): Sides[] {
  const words = toWords(text);
  const at = words.findIndex((word) => versus.has(word));
  if (at >= 0) return keepWhole([[words.slice(0, at), words.slice(at + 1)]]);
  const asking = words.findIndex((word) => differing.test(word));
  if (asking < 0) return keepWhole(splitAt(words, new Set(["o", "u"])));
  let rest = words.slice(asking + 1);
  while (opening.has(rest[0] ?? "")) rest = rest.slice(1);
  return keepWhole(splitAt(rest.length > 0 ? rest : words.slice(0, asking), joining));
}

function splitAt(words: string[], joints: ReadonlySet<string>): Sides[] {
  return words.flatMap((word, index) =>
    joints.has(word) ? [[words.slice(0, index), words.slice(index + 1)] satisfies Sides] : [],
  );
}

function keepWhole(sides: Sides[]): Sides[] {
  return sides.filter(([one, other]) => one.length > 0 && other.length > 0);
}

interface Side {
  term: SearchTerm;
  score: number;
}

function pairUp(searched: Searched, one: string[], other: string[], course: string) {
  let best: { pair: Comparison; score: number } | undefined;
  // Words of one name, as `fallo` and `error`, want the definition that tells them apart.
  const both = readQuery([...one, ...other].join(" "), course);
  const together = searched.named.some((named) => scoreNames(named, both) >= 2);
  const heads = one.map((_, index) => one.slice(0, index));
  const others = heads.flatMap((head) => findSides(searched, [...head, ...other], course));
  for (const left of findSides(searched, one, course)) {
    for (const right of others) {
      if (left.term.id === right.term.id) continue;
      if (together && Math.min(left.score, right.score) < whollyNamed) continue;
      const score = left.score + right.score + (areAlike(left.term, right.term) ? 1 : 0);
      if (score > (best?.score ?? 0)) best = { pair: [left.term, right.term] as Comparison, score };
    }
  }
  return best;
}

// The definitions that a side may name: all its words stand in one of their names.
function findSides(searched: Searched, words: string[], course: string): Side[] {
  const query: Query = readQuery(words.join(" "), course);
  const candidates = new Set(
    rankTerms(searched, query)
      .slice(0, 6)
      .map(({ id }) => id),
  );
  return searched.named
    .filter(({ term }) => candidates.has(term.id))
    .map((named) => ({ term: named.term, score: scoreNames(named, query) }))
    .filter(({ score }) => score >= 2);
}

// What is compared is mostly of one kind: a topology and a topology.
function areAlike(one: SearchTerm, other: SearchTerm): boolean {
  const families = new Set(
    toWords(one.term)
      .filter((word) => word.length > 3)
      .map(toFamily),
  );
  return toWords(other.term).some((word) => families.has(toFamily(word)));
}
