/** A stretch of an excerpt, as plain text. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/**
 * Splits an excerpt of Pagefind, text with `<mark>` and with `<` and `>` escaped, into plain text: nothing of it is ever
 * read as HTML again.
 */
export function splitMarks(html: string): Stretch[] {
  return html
    .split(/(<mark>[\s\S]*?<\/mark>)/)
    .map((piece) => ({
      text: piece
        .replace(/<\/?mark>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">"),
      marked: piece.startsWith("<mark>"),
    }))
    .filter(({ text }) => text !== "");
}
