import type { RevealApi } from "reveal.js";

const moves = ["slidechanged", "fragmentshown", "fragmenthidden"];

/** Listings that come in steps: of the present slide's, the lines of the present step are highlighted and no others. */
export function stepThroughListings(deck: RevealApi): void {
  const show = () => {
    for (const listing of deck.getCurrentSlide().querySelectorAll(".listado:has([data-paso])")) highlight(listing);
  };
  for (const move of moves) deck.on(move, show);
  show();
}

function highlight(listing: Element): void {
  const lines = [...listing.querySelectorAll<HTMLElement>("[data-pasos]")];
  const marks = [...listing.querySelectorAll<HTMLElement>("[data-paso].visible")];
  const step = Math.max(Math.min(...lines.flatMap(stepsOf)), ...marks.map((mark) => Number(mark.dataset["paso"])));
  for (const line of lines) line.classList.toggle("activo", stepsOf(line).includes(step));
}

function stepsOf(line: HTMLElement): number[] {
  return (line.dataset["pasos"] ?? "").split(" ").map(Number);
}
