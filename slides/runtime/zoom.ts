import type { RevealApi } from "reveal.js";
import { enlargeSheet } from "../../src/components/enlarged-figure.ts";
import { say } from "./announce.ts";
import { wear } from "./stylesheet.ts";
import styles from "../../src/styles/enlarged-figure.css?url";
import looks from "./drawing.css?url";

/** Shows the figure of the present slide alone, to be dragged and enlarged. */
export function enlargeFigure(deck: RevealApi): void {
  const sheet = deck.getCurrentSlide().querySelector<HTMLElement>(".lamina");
  if (sheet === null) return say("Esta diapositiva no tiene figura.");
  for (const href of [styles, looks]) void wear(href);
  const label = deck.getCurrentSlide().querySelector(".sello")?.textContent ?? "Figura";
  enlargeSheet(sheet, label, () => undefined);
}
