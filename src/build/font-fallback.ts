import type { Font } from "harfbuzzjs";

/** How to stretch a local font so that text set in it takes the room that it will take in ours. */
export interface FallbackMetrics {
  weight: "400" | "700";
  /** Full names of the local font, the first one installed is used. */
  local: string[];
  /** All four are ratios: 1 is 100 %. */
  sizeAdjust: number;
  ascent: number;
  descent: number;
  lineGap: number;
}

/**
 * Measures that make Arial (or Liberation Sans, drawn to the same widths) stand in for `font`.
 * `size-adjust` is the ratio of the mean advances of Spanish text; the other three are the font's own line measures,
 * divided by it because the browser multiplies them by `size-adjust` (CSS Fonts 5, §"size-adjust").
 */
export function toFallbackMetrics(font: Font, weight: "400" | "700"): FallbackMetrics {
  const { advances, local } = arial[weight];
  const sizeAdjust = meanAdvance(font) / toMean((letter) => advances[letter] ?? 0, arialUnits);
  const { ascender, descender, lineGap } = font.hExtents();
  const toRatio = (units: number) => units / font.face.upem / sizeAdjust;
  return {
    weight,
    local,
    sizeAdjust,
    ascent: toRatio(ascender),
    descent: toRatio(-descender),
    lineGap: toRatio(lineGap),
  };
}

function meanAdvance(font: Font): number {
  return toMean((letter) => font.glyphHAdvance(font.glyph(letter.codePointAt(0) ?? 0) ?? 0), font.face.upem);
}

/** Mean advance in em of Spanish text whose letters have the given advances. */
function toMean(advanceOf: (letter: string) => number, unitsPerEm: number): number {
  const letters = Object.entries(letterFrequencies);
  const total = letters.reduce((sum, [, frequency]) => sum + frequency, 0);
  return letters.reduce((sum, [letter, frequency]) => sum + frequency * advanceOf(letter), 0) / total / unitsPerEm;
}

/**
 * Per cent of the letters of a Spanish text (F. Pratt, «Secret and Urgent», 1939, as tabulated for Spanish),
 * with one space for every five letters.
 */
const letterFrequencies: Record<string, number> = {
  " ": 20,
  e: 13.68,
  a: 12.53,
  o: 8.68,
  s: 7.98,
  r: 6.87,
  n: 6.71,
  i: 6.25,
  d: 5.86,
  l: 4.97,
  c: 4.68,
  t: 4.63,
  u: 3.93,
  m: 3.15,
  p: 2.51,
  b: 1.42,
  g: 1.01,
  v: 0.9,
  y: 0.9,
  q: 0.88,
  h: 0.7,
  f: 0.69,
  z: 0.52,
  j: 0.44,
  ñ: 0.31,
  x: 0.22,
  w: 0.02,
  k: 0.01,
};

const arialUnits = 2048;

/** Advances of Arial, which is not ours to ship: table `hmtx`, equal to that of Liberation Sans 2.1. */
const arial: Record<"400" | "700", { local: string[]; advances: Record<string, number> }> = {
  "400": {
    local: ["Arial", "Liberation Sans"],
    advances: {
      " ": 569,
      a: 1139,
      b: 1139,
      c: 1024,
      d: 1139,
      e: 1139,
      f: 569,
      g: 1139,
      h: 1139,
      i: 455,
      j: 455,
      k: 1024,
      l: 455,
      m: 1706,
      n: 1139,
      ñ: 1139,
      o: 1139,
      p: 1139,
      q: 1139,
      r: 682,
      s: 1024,
      t: 569,
      u: 1139,
      v: 1024,
      w: 1479,
      x: 1024,
      y: 1024,
      z: 1024,
    },
  },
  "700": {
    local: ["Arial Bold", "Liberation Sans Bold"],
    advances: {
      " ": 569,
      a: 1139,
      b: 1251,
      c: 1139,
      d: 1251,
      e: 1139,
      f: 682,
      g: 1251,
      h: 1251,
      i: 569,
      j: 569,
      k: 1139,
      l: 569,
      m: 1821,
      n: 1251,
      ñ: 1251,
      o: 1251,
      p: 1251,
      q: 1251,
      r: 797,
      s: 1139,
      t: 682,
      u: 1251,
      v: 1139,
      w: 1593,
      x: 1139,
      y: 1139,
      z: 1024,
    },
  },
};
