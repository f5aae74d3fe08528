import { distance } from "fastest-levenshtein";
import { fold } from "./text.ts";

/** The candidate that a misspelt word most likely meant, or nothing when none is near (a third of its letters). */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const target = fold(word);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const found = distance(target, fold(candidate));
    if (best === undefined || found < best.distance) best = { candidate, distance: found };
  }
  return best !== undefined && best.distance <= Math.max(1, target.length / 3) ? best.candidate : undefined;
}

/** `Tal vez sea «x».` when something is near, else the sentence that lists what exists. */
export function toRemedy(
  word: string,
  candidates: Iterable<string>,
  otherwise: string,
  write = (near: string) => `«${near}»`,
): string {
  const near = nearest(word, candidates);
  return near === undefined ? otherwise : `Tal vez sea ${write(near)}.`;
}
