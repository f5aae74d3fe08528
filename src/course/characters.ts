/**
 * Which characters the shipped fonts can draw. The font files are cut down to exactly these sets,
 * so a character outside them would show in a font that the course neither chose nor measured.
 */

/** Running text, or program text in the monospaced face. */
export type TextKind = "text" | "code";

export interface UncoveredCharacter {
  character: string;
  /** Offset in UTF-16 units, as `String.prototype.slice` counts. */
  index: number;
}

const ascii = charactersBetween(0x20, 0x7e);

/** What the Chivo files hold: Spanish, its neighbours and typographic signs. */
export const latinCharacters: string =
  ascii + charactersBetween(0xc0, 0xff) + "¡¿ªº°¹²³·×÷±«»–—‘’“”…•€−½ı\u00a0\u2009\u202f";

/** Letters for surnames (Avižienis, Erdős), from Chivo's second file. */
export const extendedCharacters = "žščćřłőűğşńę";

/** What the monospaced file holds: programs are ASCII, their comments and messages Spanish. */
export const codeCharacters: string = ascii + "áéíóúüñÁÉÍÓÚÜÑ¿¡ªº°«»…·–—×\u00a0";

/**
 * Arrows and relations that Chivo lacks, drawn by the signs file after either face.
 * It also lends the no-break hyphen and the raised and lowered figures that Chivo leaves out.
 */
export const signCharacters = "→⇒←↑↓↔≤≥≈≠∥∞κλ₀₁₂₃ₙⁿ⁰⁴⁵⁸✓✗⌘\u2011";

const covered: Record<TextKind, ReadonlySet<string>> = {
  text: new Set(latinCharacters + extendedCharacters + signCharacters),
  code: new Set(codeCharacters + signCharacters),
};

/** Whether the shipped fonts hold the character; line breaks and tabs are spacing, not glyphs. */
export function isCovered(character: string, kind: TextKind): boolean {
  return covered[kind].has(character) || character === "\n" || character === "\t" || character === "\r";
}

/** Every character of `text` that no shipped font holds, in order, repeated ones included. */
export function uncoveredCharacters(text: string, kind: TextKind): UncoveredCharacter[] {
  const uncovered: UncoveredCharacter[] = [];
  let index = 0;
  for (const character of text) {
    if (!isCovered(character, kind)) uncovered.push({ character, index });
    index += character.length;
  }
  return uncovered;
}

function charactersBetween(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, offset) => first + offset));
}
