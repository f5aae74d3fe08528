/** The numbers of a slide, in CSS px: `theme.css` draws with the same ones. Steps of 12 px. */

export type Ratio = "16:9" | "4:3";

/** 0 is the normal size; 1 is the one step down that is tried before cutting. */
export type Step = 0 | 1;

export interface TypeSize {
  size: number;
  line: number;
}

export const ratios: readonly Ratio[] = ["16:9", "4:3"];

/** Room for text between the sides. */
export const bodyWidth: Record<Ratio, number> = { "16:9": 1136, "4:3": 864 };

/** From the end of a one-line title (y 148) to the margin above the footer (y 636). */
export const bodyHeight = 488;

export const title = { size: 48, line: 60, letterSpacing: -0.016 * 48, mostLines: 2 };

/** Label at the right of the title (“Figura 6.1”, a file name) and the white space before it. */
export const label = { size: 28, line: 36, gap: 36 };

export const text: Record<Step, TypeSize> = { 0: { size: 32, line: 48 }, 1: { size: 28, line: 42 } };
export const nested: TypeSize = { size: 28, line: 42 };
export const secondary: TypeSize = { size: 28, line: 36 };
export const compact: Record<Step, TypeSize> = { 0: { size: 32, line: 44 }, 1: { size: 28, line: 40 } };

export const list = { indent: 40, orderedIndent: 56, nestedIndent: 32, gap: 12 };

export const table: Record<Step, TypeSize> = { 0: { size: 32, line: 44 }, 1: { size: 28, line: 36 } };
/** White space of a cell: above plus below, and beside its text. */
export const cell = { block: 18, inline: 16 };

export const code: Record<Step, TypeSize & { block: number }> = {
  0: { size: 24, line: 36, block: 48 },
  1: { size: 22, line: 33, block: 24 },
};
/** Left plus right. */
export const codeInline: Record<Ratio, number> = { "16:9": 56, "4:3": 18 };
export const codeLines = 14;

export const callout = { indent: 28 };

/** A definition, quotation or question that has the slide for itself. */
export const large = {
  definition: { 0: { size: 48, line: 66 }, 1: { size: 40, line: 54 } },
  quotation: { 0: { size: 56, line: 72 }, 1: { size: 48, line: 66 } },
  question: { 0: { size: 48, line: 66 }, 1: { size: 40, line: 54 } },
  term: { size: 72, line: 84, smaller: { size: 56, line: 72 } },
  /** The opening mark of a quotation hangs in this room. */
  quotationIndent: 60,
  quotationWidth: 900,
  /** What such a slide has from y 96, under its one-line label, down to the margin. */
  height: 540,
} satisfies Record<string, unknown>;

/** A quotation longer than this many characters starts one step down. */
export const longQuotation = 140;

/** Between blocks; between a sentence that introduces and what it introduces. */
export const gap = { blocks: 24, lead: 12 };

/** Text on the left, figure on the right. */
export const side = { text: 500, gap: 56, figure: 580 };
/** Beside a listing. */
export const beside: Record<Ratio, { gap: number; least: number }> = {
  "16:9": { gap: 44, least: 280 },
  "4:3": { gap: 32, least: 250 },
};
export const twoColumns = { gap: 56, leastItems: 8, mostItems: 12, itemCharacters: 42 };

export const figure = { height: 470, leastText: 20, mostText: 28 };

/** Height of a displayed formula: with and without a fraction or a tall operator. */
export const formula = { plain: 96, tall: 144 };

/** What a slide may hold before it is cut. */
export const limits = { words: 70, items: 7, leadWords: 28, sideItems: 5 };

export const titleSlide = {
  large: { size: 108, line: 108, letterSpacing: -0.026 * 108 },
  smaller: { size: 72, line: 76, letterSpacing: -0.026 * 72 },
};
