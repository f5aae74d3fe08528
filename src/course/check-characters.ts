import { uncoveredCharacters } from "./characters.ts";
import type { Course, CourseFiles } from "./course.ts";
import { decode } from "./encoding.ts";
import type { Issue } from "./issue.ts";
import { type Node, walk } from "./mdx.ts";
import { placeAt, placeOfNode, type SourceFile, toIssue } from "./place.ts";

/** Nothing invisible hides in a file, and every character of a lesson is in the fonts that the site ships. */
export function checkCharacters(course: Course, files: CourseFiles): Issue[] {
  const texts = [...files].flatMap(([file, bytes]) => {
    const { text } = isText(file) ? decode(file, bytes) : {};
    return text === undefined ? [] : [{ file, text }];
  });
  return [
    ...texts.flatMap(checkControls),
    ...course.lessons.flatMap((lesson) => [...walk(lesson.tree)].flatMap(([node]) => checkGlyphs(lesson, node))),
  ];
}

function isText(file: string): boolean {
  return /\.(mdx|mmd|yml|bib|csv|svg)$/.test(file);
}

// NUL and the bidirectional controls make a text read otherwise than it is (CVE-2021-42574, «Trojan Source»).
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;

function checkControls(source: SourceFile): Issue[] {
  return [...source.text.matchAll(controls)].map((match) =>
    toIssue(
      placeAt(source, match.index),
      `Hay un carácter de control invisible (${codePoint(match[0])}).`,
      "Conviene borrarlo.",
    ),
  );
}

function checkGlyphs(source: SourceFile, node: Node): Issue[] {
  if (node.type !== "text" && node.type !== "inlineCode" && node.type !== "code") return [];
  const kind = node.type === "text" ? "text" : "code";
  return uncoveredCharacters(node.value, kind)
    .filter(({ character }) => character.search(controls) < 0)
    .map(({ character }) =>
      toIssue(
        placeOfNode(source, node, character),
        `La letra del sitio no tiene el carácter «${character}» (${codePoint(character)}).`,
        "Conviene escribirlo con palabras o con otro signo.",
      ),
    );
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
