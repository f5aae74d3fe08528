import type { RevealApi } from "reveal.js";

/** While the deck is printed all its slides can be read by who listens to the paper, not only the present one. */
export function listenToPrinting(deck: RevealApi): void {
  window.addEventListener("beforeprint", () => {
    for (const slide of deck.getSlides()) {
      slide.inert = false;
      slide.hidden = false;
      slide.removeAttribute("aria-hidden");
    }
  });
  window.addEventListener("afterprint", () => deck.sync());
}
