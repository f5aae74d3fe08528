import type { RevealApi } from "reveal.js";
import { wear } from "./stylesheet.ts";
import styles from "./grid.css?url";

const root = document.documentElement;

/** Whether all slides are shown at once. */
export function isGrid(): boolean {
  return "todas" in root.dataset;
}

/** Shows all slides as a grid in which one is chosen, or goes back to the present one. */
export function toggleGrid(deck: RevealApi): void {
  const slides = deck.getSlides();
  if (isGrid()) {
    delete root.dataset["todas"];
    deck.getRevealElement()?.removeAttribute("data-prevent-swipe");
    // Reveal hides the others again.
    deck.sync();
    window.scrollTo(0, 0);
    return;
  }
  root.dataset["todas"] = "";
  deck.getRevealElement()?.setAttribute("data-prevent-swipe", "");
  for (const slide of slides) slide.inert = false;
  void wear(styles).then(() => deck.getCurrentSlide().scrollIntoView({ block: "center" }));
}

/** A click on a small slide opens it. */
export function listenToGrid(deck: RevealApi): void {
  deck.getRevealElement()?.addEventListener(
    "click",
    (event) => {
      if (!isGrid() || !(event.target instanceof Element)) return;
      const index = deck.getSlides().findIndex((slide) => slide.contains(event.target as Element));
      event.preventDefault();
      if (index < 0) return;
      deck.slide(index);
      toggleGrid(deck);
    },
    { capture: true },
  );
  deck.on("slidechanged", () => {
    if (!isGrid()) return;
    for (const slide of deck.getSlides()) slide.inert = false;
    deck.getCurrentSlide().scrollIntoView({ block: "nearest" });
  });
}
