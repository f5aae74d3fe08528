/** Pixels of a picture, four bytes each (red, green, blue, opacity), row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** A colour, each part from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A box in a picture, in its own pixels. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How often letters of one colour stand on a ground of another, in pixels. */
export interface Pair {
  letter: Colour;
  ground: Colour;
  count: number;
}

/**
 * Where two pictures of one place differ, the letters of the first, which the second leaves out, are drawn.
 * @param areas are cut at the edges of the pictures
 */
export function pairsIn(withLetters: Pixels, without: Pixels, areas: readonly Area[]): Pair[] {
  const pairs = new Map<number, Pair>();
  const [one, other] = [toWords(withLetters), toWords(without)];
  for (const area of areas) {
    visit(withLetters, area, (at) => {
      const [letter = 0, ground = 0] = [one[at], other[at]];
      if (letter === ground) return;
      const key = letter * 0x1_0000_0000 + ground;
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, { letter: toColour(letter), ground: toColour(ground), count: 1 });
      else known.count += 1;
    });
  }
  return [...pairs.values()];
}

/**
 * WCAG's ratio between letters and ground, from 1 to 21: that of the pixel which has more contrast than nine in ten,
 * because letters are thin and their edges are half as dark. `see` is how an eye or a projector changes a colour.
 * `undefined` where no letter is drawn.
 */
export function contrastOf(pairs: readonly Pair[], see: (colour: Colour) => Colour): number | undefined {
  const ratios = pairs
    .map(({ letter, ground, count }) => ({ ratio: contrastBetween(see(letter), see(ground)), count }))
    .sort((a, b) => b.ratio - a.ratio);
  let above = 0.1 * ratios.reduce((sum, { count }) => sum + count, 0);
  return ratios.find(({ count }) => (above -= count) < 0)?.ratio;
}

/** Whether nothing is drawn there: every pixel has nearly the same colour. */
export function isUniform(pixels: Pixels, area: Area): boolean {
  const lowest = [255, 255, 255];
  const highest = [0, 0, 0];
  const words = toWords(pixels);
  visit(pixels, area, (at) => {
    for (const [part, value] of toColour(words[at] ?? 0).entries()) {
      lowest[part] = Math.min(lowest[part] ?? 255, value);
      highest[part] = Math.max(highest[part] ?? 0, value);
    }
  });
  return highest.every((value, part) => value - (lowest[part] ?? 0) <= 4);
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastBetween(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** Share of the light of white, of one part of an sRGB colour. */
export function toLinear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The part of an sRGB colour that gives a share of the light of white. */
export function fromLinear(light: number): number {
  const kept = Math.min(1, Math.max(0, light));
  return 255 * (kept <= 0.0031308 ? 12.92 * kept : 1.055 * kept ** (1 / 2.4) - 0.055);
}

function visit({ width, height }: Pixels, area: Area, see: (at: number) => void): void {
  const left = Math.max(0, Math.floor(area.left));
  const right = Math.min(width, Math.ceil(area.right));
  const bottom = Math.min(height, Math.ceil(area.bottom));
  for (let y = Math.max(0, Math.floor(area.top)); y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) see(at);
  }
}

// A pixel as one number, red in its lowest byte.
function toWords({ data }: Pixels): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
}

function toColour(word: number): Colour {
  return [word & 255, (word >> 8) & 255, (word >> 16) & 255];
}
