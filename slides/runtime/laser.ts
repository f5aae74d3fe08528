import type { RevealApi } from "reveal.js";
import { followPointing, type Point } from "./pointing.ts";
import { wear } from "./stylesheet.ts";
import styles from "./laser.css?url";

/** Milliseconds in which the trail fades. */
const fading = 600;

let dot: HTMLElement | undefined;
let stop: (() => void) | undefined;

/** Shows a point on the slide, with a trail that fades; `null` takes it away. */
export function point(deck: RevealApi, at: Point | null): void {
  if (at === null) {
    dot?.remove();
    dot = undefined;
    return;
  }
  void wear(styles);
  if (dot === undefined) {
    dot = document.createElement("div");
    dot.className = "puntero";
    dot.setAttribute("aria-hidden", "true");
    document.body.append(dot);
  } else if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
    leaveTrail(dot);
  }
  const { left, top, width, height } = boxOf(deck);
  dot.style.transform = `translate(${left + at[0] * width}px, ${top + at[1] * height}px)`;
}

/** Begins or ends to follow the mouse, the pen, and Shift with an arrow. */
export function togglePointer(deck: RevealApi): void {
  if (stop === undefined) {
    stop = followPointing(
      () => boxOf(deck),
      (at) => point(deck, at),
    );
    return;
  }
  stop();
  stop = undefined;
  point(deck, null);
}

function boxOf(deck: RevealApi): DOMRect {
  return deck.getSlidesElement()!.getBoundingClientRect();
}

function leaveTrail(from: HTMLElement): void {
  const trace = from.cloneNode() as HTMLElement;
  trace.classList.add("rastro");
  document.body.append(trace);
  void trace.animate([{ opacity: 0.5 }, { opacity: 0 }], fading).finished.finally(() => trace.remove());
}
