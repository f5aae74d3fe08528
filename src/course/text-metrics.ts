/** How wide and tall text is in the fonts that the course ships, so that pure code can lay out without a browser. */

/** Chivo 400, 700 and 400 italic; JetBrains Mono 400. */
export type TextFace = "regular" | "bold" | "italic" | "mono";

export interface TextStyle {
  face: TextFace;
  /** CSS px. */
  size: number;
  /** CSS px added after every character, as the CSS property does. */
  letterSpacing?: number;
}

export interface TextMetrics {
  /** Advance in CSS px of one line without wrapping; white space counts as written. */
  width(text: string, style: TextStyle): number;
  /** From the baseline to the top of the line's content box, whole CSS px. */
  ascent(face: TextFace, size: number): number;
  /** From the baseline to the bottom of the line's content box, whole CSS px, positive. */
  descent(face: TextFace, size: number): number;
  /** Height of a lower-case `x` in CSS px. */
  xHeight(face: TextFace, size: number): number;
}
