import { type TextKind, uncoveredCharacters } from "./characters.ts";
import type { Course, CourseFiles } from "./course.ts";
import { decode } from "./encoding.ts";
import { isMermaid } from "./exhibit.ts";
import type { Issue } from "./issue.ts";
import type { Lesson } from "./lesson.ts";
import { isJsx, type Node, walk } from "./mdx.ts";
import { placeAt, type SourceFile, toIssue } from "./place.ts";
import { readWrittenAttributes } from "./written-attribute.ts";

/** Nothing invisible hides in a file, and every character that is shown is in the fonts that the site ships. */
export function checkCharacters(course: Course, files: CourseFiles): Issue[] {
  return [
    ...[...files].filter(([file]) => isText(file)).flatMap(([file, bytes]) => checkFile(file, bytes)),
    ...course.lessons.flatMap((lesson) => [...walk(lesson.tree)].flatMap(([node]) => checkNode(lesson, node))),
  ];
}

function isText(file: string): boolean {
  return /\.(mdx|mmd|yml|bib|csv|svg)$/.test(file) && !file.startsWith("public/");
}

function checkFile(file: string, bytes: Uint8Array): Issue[] {
  const { text, issue } = decode(file, bytes);
  if (text === undefined) return issue === undefined ? [] : [issue];
  const source = { file, text };
  return [
    ...checkControls(source),
    ...(/\.(yml|bib)$/.test(file) ? checkLines(source, /^(?![ \t]*[#%]).*$/gm) : []),
    ...(file.endsWith(".svg") ? checkLines(source, /(?<=<text\b[^>]*>)[\s\S]*?(?=<\/text>)/g) : []),
  ];
}

// Names and titles of YAML and BibTeX files, and the words of a drawing, are shown as running text.
function checkLines(source: SourceFile, shown: RegExp): Issue[] {
  return [...source.text.matchAll(shown)].flatMap(({ 0: text, index }) => checkGlyphs(source, text, index, "text"));
}

// NUL and the bidirectional controls make a text read otherwise than it is (CVE-2021-42574, «Trojan Source»);
// characters without width do so in a search.
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function checkControls(source: SourceFile): Issue[] {
  return [...source.text.matchAll(controls)].map((match) =>
    toIssue(
      placeAt(source, match.index),
      `Hay un carácter de control invisible (${codePoint(match[0])}).`,
      "Conviene borrarlo, o borrar la palabra entera y volver a escribirla.",
    ),
  );
}

function checkNode(lesson: Lesson, node: Node): Issue[] {
  if (node.type === "yaml") return checkSpan(lesson, node, "text");
  if (node.type === "text") return checkSpan(lesson, node, "text");
  if (node.type === "inlineCode") return checkSpan(lesson, node, "code");
  // What a diagram holds is checked with its drawing, which has letters of its own.
  if (node.type === "code") return isMermaid(node) ? [] : checkSpan(lesson, node, "code");
  if (!isJsx(node)) return [];
  return readWrittenAttributes(lesson, node).flatMap(({ value, valueOffset }) =>
    checkGlyphs(lesson, value, valueOffset, "text"),
  );
}

function checkSpan(lesson: Lesson, node: Node, kind: TextKind): Issue[] {
  const start = node.position?.start.offset ?? 0;
  const written = lesson.text.slice(start, node.position?.end.offset ?? start);
  const issues = checkGlyphs(lesson, written, start, kind);
  // A character written as `&#128512;` shows only in what was read.
  const hidden = "value" in node && issues.length === 0 ? uncoveredCharacters(node.value, kind) : [];
  return [...issues, ...hidden.filter(isGlyph).map(({ character }) => toGlyphIssue(lesson, character, start))];
}

function checkGlyphs(source: SourceFile, text: string, offset: number, kind: TextKind): Issue[] {
  return uncoveredCharacters(text, kind)
    .filter(isGlyph)
    .map(({ character, index }) => toGlyphIssue(source, character, offset + index));
}

function isGlyph({ character }: { character: string }): boolean {
  return character.search(controls) < 0;
}

function toGlyphIssue(source: SourceFile, character: string, offset: number): Issue {
  const place = placeAt(source, offset);
  if (/\p{Mark}/u.test(character)) {
    const message = `Este acento está separado de su letra (${codePoint(character)}).`;
    return toIssue(place, message, "Conviene borrar la letra con su acento y volver a escribirla.");
  }
  const message = `Las letras del sitio no tienen el carácter «${character}» (${codePoint(character)}).`;
  return toIssue(place, message, "Se escribe con palabras o con otro signo, por ejemplo → ⇒ ≤ × ✓ ✗.");
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
