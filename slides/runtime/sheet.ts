import type { RevealApi } from "reveal.js";
import { readDrawings, type Stroke } from "./strokes.ts";
import { wear } from "./stylesheet.ts";
import styles from "./drawing.css?url";

const space = "http://www.w3.org/2000/svg";

/** Draws on every slide what is kept of it, and again when another window draws. */
export function showDrawings(deck: RevealApi, name: string): void {
  void wear(styles);
  const show = () => {
    const drawings = readDrawings(name);
    for (const slide of deck.getSlides()) {
      const strokes = drawings[slide.id] ?? [];
      if (strokes.length > 0 || slide.querySelector(".trazos") !== null) showStrokes(slide, strokes);
    }
  };
  addEventListener("storage", ({ key }) => (key === null || key.endsWith(name) ? show() : undefined));
  show();
}

/** Replaces the strokes on a slide. They are part of it, so that they are printed with it. */
export function showStrokes(slide: HTMLElement, strokes: readonly Stroke[]): void {
  slide.querySelector(".trazos")?.remove();
  if (strokes.length === 0) return;
  const sheet = document.createElementNS(space, "svg");
  sheet.setAttribute("class", "trazos");
  sheet.setAttribute("role", "img");
  sheet.setAttribute("aria-label", strokes.length === 1 ? "Un trazo a mano" : `${strokes.length} trazos a mano`);
  for (const { ink, path } of strokes) {
    const line = document.createElementNS(space, "path");
    line.setAttribute("d", path);
    line.setAttribute("class", `trazo ${ink}`);
    sheet.append(line);
  }
  slide.append(sheet);
}
