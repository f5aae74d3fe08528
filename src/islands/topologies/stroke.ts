import type { Point } from "./layout.ts";

/** Tenths are as fine as a drawing needs. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function middle(a: Point, b: Point, share = 0.5): Point {
  return { x: round(a.x + (b.x - a.x) * share), y: round(a.y + (b.y - a.y) * share) };
}

/** The path of a cross: half its width is its size. */
export function crossAt({ x, y }: Point, size: number): string {
  const whole = round(2 * size);
  return `M${round(x - size)} ${round(y - size)}l${whole} ${whole}m0-${whole}l-${whole} ${whole}`;
}
