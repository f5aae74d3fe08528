import type { TextMetrics, TextStyle } from "../src/course/text-metrics.ts";
import type { Run } from "./inline.ts";

/**
 * How many lines the runs take in `width` CSS px, broken greedily as browsers do: at spaces and after hyphens and
 * dashes. A line that ends less than 1 px before the edge counts as too long, so that the answer is never too low.
 * `Infinity` when a word is wider than the line; 0 without text.
 */
export function countLines(runs: readonly Run[], width: number, metrics: TextMetrics): number {
  let lines = 0;
  for (const paragraph of splitAtBreaks(runs)) {
    const line = new Line(metrics, width - 1);
    let own = 1;
    for (const chunk of toChunks(paragraph)) {
      if (line.takes(chunk)) continue;
      own += 1;
      line.clear();
      if (!line.takes(chunk)) return Infinity;
    }
    lines += line.isEmpty && own === 1 ? 0 : own;
  }
  return lines;
}

/** Width in CSS px of the runs on one line. */
export function measureLine(runs: readonly Run[], metrics: TextMetrics): number {
  const line = new Line(metrics, Infinity);
  for (const chunk of toChunks(runs)) line.takes(chunk);
  return line.width;
}

/** Width in CSS px of the widest piece that cannot be broken. */
export function measureWidestWord(runs: readonly Run[], metrics: TextMetrics): number {
  let widest = 0;
  for (const chunk of toChunks(runs)) {
    const line = new Line(metrics, Infinity);
    line.takes({ ...chunk, space: false });
    widest = Math.max(widest, line.width);
  }
  return widest;
}

/** Pieces of text between two places where a line may break. */
interface Chunk {
  parts: Run[];
  /** A space separates it from the chunk before, on the same line. */
  space: boolean;
}

// No break at a hyphen before a figure («-5», «2-3») nor, in this project's slides, inside code.
const breakable = /(?<=[\p{L}\p{N})»][-–—])(?=[\p{L}«(¿])/u;

function toChunks(runs: readonly Run[]): Chunk[] {
  const chunks: Chunk[] = [];
  let space = false;
  let joined = false;
  const add = (part: Run) => {
    const last = chunks.at(-1);
    if (joined && last !== undefined) last.parts.push(part);
    else chunks.push({ parts: [part], space });
    space = false;
    joined = true;
  };
  for (const run of runs) {
    if (run.box !== undefined) {
      add(run);
      continue;
    }
    // No-break and narrow spaces are letters to a line.
    for (const token of run.text.split(/([ \t\n\r]+)/u)) {
      if (token === "") continue;
      if (/^[ \t\n\r]/u.test(token)) {
        space = chunks.length > 0;
        joined = false;
        continue;
      }
      for (const [index, piece] of (run.face === "mono" ? [token] : token.split(breakable)).entries()) {
        if (index > 0) joined = false;
        add({ ...run, text: piece });
      }
    }
  }
  return chunks;
}

function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === "\n" && run.box === undefined) paragraphs.push([]);
    else paragraphs.at(-1)?.push(run);
  }
  return paragraphs;
}

/** A line being filled. Neighbours of one style are shaped together, because they kern with each other. */
class Line {
  readonly #metrics: TextMetrics;
  readonly #limit: number;
  #closed = 0;
  #open: Run | undefined;
  width = 0;

  constructor(metrics: TextMetrics, limit: number) {
    this.#metrics = metrics;
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#open === undefined;
  }

  clear(): void {
    this.#closed = 0;
    this.#open = undefined;
    this.width = 0;
  }

  /** Adds the chunk if it fits. */
  takes(chunk: Chunk): boolean {
    let closed = this.#closed;
    let open = this.#open;
    const withSpace = chunk.space && open !== undefined;
    for (const [index, part] of chunk.parts.entries()) {
      const space = index === 0 && withSpace ? " " : "";
      if (open !== undefined && open.box === undefined && part.box === undefined && isSameStyle(open, part)) {
        open = { ...open, text: open.text + space + part.text };
        continue;
      }
      if (open !== undefined) closed += this.#measure(space === "" ? open : withText(open, space));
      open = part;
    }
    const width = closed + (open === undefined ? 0 : this.#measure(open));
    if (width > this.#limit) return false;
    this.#closed = closed;
    this.#open = open;
    this.width = width;
    return true;
  }

  #measure(run: Run): number {
    const measure = (text: string, face: Run["face"], size: number) => this.#metrics.width(text, { face, size });
    if (run.box !== undefined)
      return run.box(measure) + (run.text.endsWith(" ") ? measure(" ", run.face, run.size) : 0);
    return this.#metrics.width(run.text, toStyle(run));
  }
}

function withText(run: Run, text: string): Run {
  return { ...run, text: run.text + text };
}

function isSameStyle(a: Run, b: Run): boolean {
  return a.face === b.face && a.size === b.size && a.letterSpacing === b.letterSpacing;
}

function toStyle({ face, size, letterSpacing }: Run): TextStyle {
  return letterSpacing === undefined ? { face, size } : { face, size, letterSpacing };
}
