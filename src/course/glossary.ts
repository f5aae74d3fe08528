import type { Definition } from "./definition.ts";
import { fold } from "./text.ts";

export interface GlossaryLetter {
  letter: string;
  definitions: Definition[];
}

export const alphabet = "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".split("");

/** Every definition by the first letter of its term, in Spanish order; empty letters are there too. */
export function toGlossary(definitions: Iterable<Definition>): GlossaryLetter[] {
  const collator = new Intl.Collator("es");
  const sorted = [...definitions].sort((a, b) => collator.compare(a.term, b.term));
  return alphabet.map((letter) => ({
    letter,
    definitions: sorted.filter(({ term }) => firstLetter(term) === letter),
  }));
}

function firstLetter(term: string): string {
  const [first = ""] = term;
  return first.toUpperCase() === "Ñ" ? "Ñ" : fold(first).toUpperCase();
}
