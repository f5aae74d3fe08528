import { keep, recall } from "./store.ts";

/** Colours by their names in the theme; the last one is a wide marker. */
export const inks = ["rojo", "azul", "tinta", "resaltador"] as const;

export type Ink = (typeof inks)[number];

/** One line drawn on a slide, in px of a slide that is 720 px high. */
export interface Stroke {
  ink: Ink;
  /** SVG path. */
  path: string;
}

/** The strokes of a deck by slide. */
export type Drawings = Record<string, Stroke[]>;

/** What is kept; nothing when it cannot be read, since anything of the same origin may have written it. */
export function readDrawings(name: string): Drawings {
  try {
    const kept = JSON.parse(recall(name) ?? "{}") as Drawings;
    const slides = Object.entries(kept).map(([id, strokes]) => [id, strokes.filter(isStroke)] as const);
    return Object.fromEntries(slides);
  } catch {
    return {};
  }
}

export function keepDrawings(name: string, drawings: Drawings): void {
  const drawn = Object.entries(drawings).filter(([, strokes]) => strokes.length > 0);
  keep(name, drawn.length === 0 ? undefined : JSON.stringify(Object.fromEntries(drawn)));
}

/** The path of a line through points; a single one is a dot. */
export function toPath(points: readonly (readonly [x: number, y: number])[]): string {
  const [first, ...rest] = points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`);
  return first === undefined ? "" : `M${first}${rest.length === 0 ? "h0" : `L${rest.join(" ")}`}`;
}

function isStroke({ ink, path }: Stroke): boolean {
  return inks.includes(ink) && /^M[-\d hL]+$/u.test(path);
}
