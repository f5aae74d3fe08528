import { Buffer, Feature, type Font, shape } from "harfbuzzjs";
import type { TextFace, TextMetrics, TextStyle } from "../course/text-metrics.ts";
import { openFont } from "./font-file.ts";
import { type FontFile, prepareFonts } from "./fonts.ts";

/** Measures text with HarfBuzz on the very files that the pages load; makes those files under `root` if need be. */
export async function loadTextMetrics(root: string): Promise<TextMetrics> {
  const { paths } = await prepareFonts(root);
  return openTextMetrics(paths);
}

/** The same, for font files that are already there: path of each one. */
export async function openTextMetrics(paths: Record<FontFile, string>): Promise<TextMetrics> {
  const opened = new Map<FontFile, Font>();
  for (const file of new Set(Object.values(stacks).flat())) opened.set(file, await openFont(paths[file]));
  const toStack = (face: TextFace) =>
    stacks[face].map((file) => {
      const font = opened.get(file);
      if (font === undefined) throw new Error(`The font file ${file} was not opened.`);
      return font;
    });
  return new FontMetrics({
    regular: toStack("regular"),
    bold: toStack("bold"),
    italic: toStack("italic"),
    mono: toStack("mono"),
  });
}

/** Where the browser looks for each character, in order: the families of tokens.css resolved to files. */
const stacks: Record<TextFace, FontFile[]> = {
  regular: ["chivo-400.woff2", "chivo-latin-ext-400.woff2", "signos.woff2"],
  bold: ["chivo-700.woff2", "chivo-latin-ext-400.woff2", "signos.woff2"],
  italic: ["chivo-400-italic.woff2", "chivo-latin-ext-400.woff2", "signos.woff2"],
  mono: ["jetbrains-mono-400.woff2", "signos.woff2"],
};

class FontMetrics implements TextMetrics {
  readonly #stacks: Record<TextFace, Font[]>;
  readonly #advances = new Map<string, number>();

  constructor(fonts: Record<TextFace, Font[]>) {
    this.#stacks = fonts;
  }

  width(text: string, { face, size, letterSpacing = 0 }: TextStyle): number {
    // Ligatures are off in spaced text, as in browsers, so the advance differs.
    const spaced = letterSpacing !== 0;
    const em = this.#advance(text, face, spaced);
    const exact = em * size + (spaced ? [...text].length * letterSpacing : 0);
    return toLayoutUnit(exact);
  }

  ascent(face: TextFace, size: number): number {
    const font = this.#primary(face);
    return Math.round((font.hExtents().ascender * size) / font.face.upem);
  }

  descent(face: TextFace, size: number): number {
    const font = this.#primary(face);
    return Math.round((-font.hExtents().descender * size) / font.face.upem);
  }

  xHeight(face: TextFace, size: number): number {
    const font = this.#primary(face);
    const x = font.glyph("x".codePointAt(0) ?? 0) ?? 0;
    return ((font.glyphExtents(x)?.yBearing ?? 0) * size) / font.face.upem;
  }

  /** In em, so that one shaping serves every size: the files have no hints that would depend on it. */
  #advance(text: string, face: TextFace, spaced: boolean): number {
    const key = `${face}${spaced ? "+" : " "}${text}`;
    const known = this.#advances.get(key);
    if (known !== undefined) return known;
    const runs = toRuns(text, this.#stacks[face]);
    const advance = runs.reduce((sum, run) => sum + shapeRun(run, spaced), 0);
    this.#advances.set(key, advance);
    return advance;
  }

  #primary(face: TextFace): Font {
    const [primary] = this.#stacks[face];
    if (primary === undefined) throw new Error(`The face ${face} has no font.`);
    return primary;
  }
}

interface Run {
  text: string;
  font: Font;
}

/** Consecutive characters of one font are shaped together, so that they kern as in the browser. */
function toRuns(text: string, stack: Font[]): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const font = toFont(character, stack);
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

function toFont(character: string, stack: Font[]): Font {
  const point = character.codePointAt(0) ?? 0;
  const [primary] = stack;
  if (primary === undefined) throw new Error("A font stack is empty.");
  // HarfBuzz draws the spaces that a font lacks with its plain space, so browsers do not look further either.
  if (/\s/u.test(character)) return primary;
  return stack.find((font) => font.glyph(point) !== undefined) ?? primary;
}

// One buffer for all runs: it lives outside the garbage collector's memory.
const buffer = new Buffer();

function shapeRun({ text, font }: Run, spaced: boolean): number {
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setLanguage("es");
  shape(font, buffer, spaced ? [new Feature("liga", 0)] : []);
  const units = buffer.getGlyphPositions().reduce((sum, position) => sum + position.xAdvance, 0);
  return units / font.face.upem;
}

/** Chromium keeps lengths in 64ths of a pixel and rounds the width of text up (Blink's `LayoutUnit::FromFloatCeil`). */
function toLayoutUnit(pixels: number): number {
  return Math.ceil(Math.fround(pixels) * 64) / 64;
}
