import type { TextMetrics } from "../../../course/text-metrics.ts";
import type { Box } from "./box.ts";
import type { ComputedTextStyle, TextStyles } from "./text-style.ts";

/** Text of one element on one line, where the browser would put it. */
export interface TextRun {
  text: string;
  element: Element;
  style: ComputedTextStyle;
  x: number;
  /** Baseline. */
  y: number;
  width: number;
}

interface Chunk {
  runs: TextRun[];
  anchor: string;
  x: number;
}

/**
 * Lays out an SVG `text` element (SVG 2, §11.5): white space collapses across the whole element, an absolute `x` or `y`
 * starts a chunk that is anchored as one, and of several `dx` or `dy` for one character the innermost holds.
 */
export class TextLayout {
  readonly #metrics: TextMetrics;
  readonly #styles: TextStyles;

  constructor(metrics: TextMetrics, styles: TextStyles) {
    this.#metrics = metrics;
    this.#styles = styles;
  }

  runsOf(text: Element): TextRun[] {
    const first: Chunk = { runs: [], anchor: this.#styles.of(text).anchor, x: 0 };
    const pen = { x: 0, y: 0, chunks: [first], spaced: true, shift: noShift };
    this.#walk(text, pen);
    trimEnd(pen.chunks, this.#metrics);
    for (const chunk of pen.chunks) anchor(chunk);
    return pen.chunks.flatMap((chunk) => chunk.runs).filter((run) => run.text !== "");
  }

  /** Advance of the text inside an element, its own white space collapsed. */
  lengthOf(element: Element): number {
    return this.runsOf(element).reduce((sum, run) => sum + run.width, 0);
  }

  /** Blink's box of a run: whole-pixel ascent and descent around the baseline. */
  boxOf({ x, y, width, style }: TextRun): Box {
    const ascent = this.#metrics.ascent(style.face, style.size);
    return { x, y: y - ascent, width, height: ascent + this.#metrics.descent(style.face, style.size) };
  }

  #walk(element: Element, pen: Pen): void {
    if (this.#styles.isHidden(element)) return;
    const outer = pen.shift;
    const own = this.#move(element, pen);
    for (const node of element.childNodes) {
      if (node.nodeType === 3) this.#write(node.textContent ?? "", element, pen);
      else if (node.nodeType === 1 && /^(?:tspan|a)$/u.test((node as Element).localName))
        this.#walk(node as Element, pen);
    }
    // No character took it.
    if (pen.shift === own) pen.shift = outer;
  }

  #move(element: Element, pen: Pen): Shift {
    const lengthOf = (name: string) => {
      const value = element
        .getAttribute(name)
        ?.trim()
        .split(/[\s,]+/u)[0];
      return value === undefined || value === "" ? undefined : this.#styles.toPixels(value, element);
    };
    const [x, y] = [lengthOf("x"), lengthOf("y")];
    if (y !== undefined) pen.y = y;
    if (x !== undefined) pen.x = x;
    if (x !== undefined || y !== undefined) {
      pen.chunks.push({ runs: [], anchor: this.#styles.of(element).anchor, x: pen.x });
    }
    pen.shift = { dx: lengthOf("dx") ?? pen.shift.dx, dy: lengthOf("dy") ?? pen.shift.dy };
    return pen.shift;
  }

  #write(raw: string, element: Element, pen: Pen): void {
    const style = this.#styles.of(element);
    let text = raw.replaceAll(/[\t\n\r]+/gu, " ");
    if (!style.preserve) {
      text = text.replaceAll(/ +/gu, " ");
      if (pen.spaced) text = text.replace(/^ /u, "");
    }
    if (text === "") return;
    pen.spaced = text.endsWith(" ");
    const width = this.#metrics.width(text, style);
    pen.x += pen.shift.dx;
    pen.y += pen.shift.dy;
    pen.shift = noShift;
    const chunk = pen.chunks.at(-1);
    if (chunk !== undefined && chunk.runs.length === 0) chunk.x = pen.x;
    chunk?.runs.push({ text, element, style, x: pen.x, y: pen.y + this.#shift(style), width });
    pen.x += width;
  }

  /** From the line of the pen down to the baseline, for the baselines that Mermaid asks for. */
  #shift({ baseline, face, size }: ComputedTextStyle): number {
    const [ascent, descent] = [this.#metrics.ascent(face, size), this.#metrics.descent(face, size)];
    switch (baseline) {
      case "middle":
        return this.#metrics.xHeight(face, size) / 2;
      case "central":
        return (ascent - descent) / 2;
      case "hanging":
        return ascent * 0.8;
      case "text-before-edge":
      case "text-top":
        return ascent;
      case "text-after-edge":
      case "text-bottom":
        return -descent;
      default:
        return 0;
    }
  }
}

interface Pen {
  x: number;
  y: number;
  chunks: Chunk[];
  /** White space at the pen's place would collapse. */
  spaced: boolean;
  /** What moves the next character. */
  shift: Shift;
}

interface Shift {
  dx: number;
  dy: number;
}

const noShift: Shift = { dx: 0, dy: 0 };

function trimEnd(chunks: Chunk[], metrics: TextMetrics): void {
  const last = chunks.flatMap((chunk) => chunk.runs).at(-1);
  if (last === undefined || last.style.preserve || !last.text.endsWith(" ")) return;
  last.text = last.text.slice(0, -1);
  last.width = metrics.width(last.text, last.style);
}

function anchor({ runs, anchor: mode, x }: Chunk): void {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined || mode === "start") return;
  const length = last.x + last.width - x;
  const shift = mode === "middle" ? length / 2 : length;
  for (const run of runs) run.x -= shift;
}
