/** Width of a lesson's column on a phone of 360 px, and the smallest text that is read there, px. */
const column = 320;
const leastText = 12;

/** Sizes of a drawing at 1:1, px. */
export interface DrawingSize {
  width: number;
  smallestText: number;
}

/**
 * The scale, in hundredths rounded up, at which a drawing's smallest text has 12 px on a phone, where the drawing then
 * scrolls in its sheet. Nothing when it can shrink to the column and keep that size.
 */
export function phoneScale({ width, smallestText }: DrawingSize): number | undefined {
  const scale = leastText / smallestText;
  return width * scale <= column ? undefined : Math.ceil(scale * 100) / 100;
}

/** The smallest `font-size` that an SVG sets, px; infinite when it sets none, as a drawing without words. */
export function smallestTextOf(svg: string): number {
  return Math.min(...[...svg.matchAll(/\sfont-size="([\d.]+)"/gu)].map(([, size]) => Number(size)));
}
