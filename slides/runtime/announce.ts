import type { RevealApi } from "reveal.js";

let region: HTMLElement | undefined;

/** One polite live region says where one is; Reveal's own speaks English. */
export function announce(deck: RevealApi): void {
  region = document.createElement("p");
  region.className = "anuncio";
  region.setAttribute("aria-live", "polite");
  document.body.append(region);
  deck.on("slidechanged", () => say(deck.getCurrentSlide().getAttribute("aria-label") ?? ""));
}

export function say(words: string): void {
  if (region !== undefined) region.textContent = words;
}
