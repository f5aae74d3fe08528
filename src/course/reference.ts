import type { Link, Text } from "mdast";
import { fold } from "./text.ts";

/** A piece of prose: plain text, `[[term]]`, or `[@key, p. 11; @other]`. Offsets count in the given text. */
export type Piece =
  | { kind: "text"; value: string; offset: number }
  | { kind: "term"; name: string; shown: string; offset: number }
  | { kind: "citation"; citations: Citation[]; offset: number };

export interface Citation {
  key: string;
  /** `p. 11`, or nothing. */
  locator: string | undefined;
  /** Offset of the key in the text that was read. */
  offset: number;
}

/** Cuts prose into its pieces, in order; their source texts add up to the whole. */
export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const plain = (until: number) => {
    if (until > end) pieces.push({ kind: "text", value: text.slice(end, until), offset: end });
  };
  for (const match of text.matchAll(/\[\[([^[\]]+)\]\]|\[(@[^[\]]+)\]/g)) {
    plain(match.index);
    const [whole, term, citations] = match;
    pieces.push(
      term === undefined
        ? { kind: "citation", citations: readCitations(citations ?? "", match.index + 1), offset: match.index }
        : { kind: "term", ...readTerm(term), offset: match.index },
    );
    end = match.index + whole.length;
  }
  plain(text.length);
  return pieces;
}

/** Finds definitions by term, plural or alias, without accents or case. */
export class TermIndex {
  #ids = new Map<string, string>();
  #names: string[] = [];

  add(name: string, id: string): void {
    this.#ids.set(fold(name), id);
    this.#names.push(name);
  }

  /** The id of the definition with that name. */
  find(name: string): string | undefined {
    return this.#ids.get(fold(name));
  }

  /** The names as their authors wrote them, with accents. */
  names(): Iterable<string> {
    return this.#names;
  }
}

/** Where a Markdown link goes. */
export type Target =
  | { kind: "outside"; url: string }
  | { kind: "lesson"; slug: string | undefined; anchor: string | undefined }
  | { kind: "page"; path: string; anchor: string | undefined };

/**
 * `https://…` is outside; `#x` is an anchor of the same lesson; `topologias` or `topologias#x` is a lesson;
 * `/glosario/` is a page of the site, written without the base.
 */
export function readTarget(url: string): Target {
  if (/^(https?:|mailto:)/.test(url)) return { kind: "outside", url };
  const [path = "", anchor] = url.split("#", 2);
  if (path.startsWith("/")) return { kind: "page", path, anchor };
  return { kind: "lesson", slug: path === "" ? undefined : path, anchor };
}

/** A link without words of its own takes them from what it points to. */
export function isBareReference(link: Link): boolean {
  return link.children.every((child) => child.type === "text" && (child as Text).value.trim() === "");
}

function readTerm(source: string): { name: string; shown: string } {
  const [name = "", ...shown] = source.split(":");
  return { name: name.trim(), shown: shown.length > 0 ? shown.join(":").trim() : name.trim() };
}

function readCitations(source: string, offset: number): Citation[] {
  const citations: Citation[] = [];
  for (const part of source.matchAll(/[^;]+/g)) {
    // What is no key and no locator stays whole, to be reported as a key that nobody has.
    const [, before = "", key = part[0].replace(/^\s*@?/, "").trim(), locator] =
      /^(\s*@?)([^,\s]+)\s*(?:,\s*(.+))?$/.exec(part[0].trimEnd()) ?? /^(\s*@?)/.exec(part[0]) ?? [];
    citations.push({ key, locator: locator?.trim(), offset: offset + part.index + before.length });
  }
  return citations;
}

/** The words that remain when terms show their text and citations go. */
export function toPlainText(text: string): string {
  return readPieces(text)
    .map((piece) => (piece.kind === "text" ? piece.value : piece.kind === "term" ? piece.shown : ""))
    .join("")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:)])/g, "")
    .trim();
}
