/** Lower case, without accents, single spaces: how a reader types a term. `ñ` becomes `n`. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** The id of a term or heading: lower case, ASCII, hyphens. `"¿Qué es?"` → `"que-es"`. */
export function toSlug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Line and column, both from 1, of an offset in UTF-16 units. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

/** `["a", "b", "c"]` → `"a, b y c"`, as a Spanish sentence lists things. */
export function toList(words: string[], conjunction = "y"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}
