import type { RevealApi } from "reveal.js";

/** What a small copy in the speaker's window shows: the present slide, step by step, or the next one, whole. */
export type View = "ahora" | "despues";

/** The copy that the address asks for (`?vista=ahora`). */
export function readView(query: string): View | undefined {
  const asked = new URLSearchParams(query).get("vista");
  return asked === "ahora" || asked === "despues" ? asked : undefined;
}

/** A copy is looked at: nothing in it takes the focus. */
export function calm(deck: RevealApi): void {
  for (const link of deck.getRevealElement()?.querySelectorAll("a[href]") ?? []) link.removeAttribute("href");
  for (const island of deck.getRevealElement()?.querySelectorAll<HTMLElement>(".isla") ?? []) island.inert = true;
}
