import type { RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { childrenOf, isJsx, textOf, walk } from "../../src/course/mdx.ts";
import { toPlainText } from "../../src/course/reference.ts";
import { readHeadings } from "../../src/course/section.ts";
import { fold } from "../../src/course/text.ts";
import { readLessons } from "./real-lessons.ts";

const abbreviations = /\b(?:p|pp|ed|Ej|ej|etc|al|vs|s|f|n|J|L|cap)\.(?=\s)/gu;

/** The sentences of a paragraph. Abbreviations, ordinals («2.ª») and decimals do not end one. */
function toSentences(text: string): string[] {
  return text
    .replace(abbreviations, (abbreviation) => abbreviation.replace(".", ""))
    .split(/(?<=[.?!:;»)])(?<=[.?!]»?\)?)\s+(?=[¿«(]?\p{Lu})/u)
    .filter((sentence) => countWords(sentence) > 0);
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const lessons = readLessons().map((lesson) => {
  const paragraphs = [...walk(lesson.tree)]
    .filter(
      ([node, ancestors]) => node.type === "paragraph" && !ancestors.some((ancestor) => isJsx(ancestor, "Comparacion")),
    )
    .map(([node]) => ({ line: node.position?.start.line, text: toPlainText(textOf(node)) }));
  return { ...lesson, paragraphs };
});

describe.each(lessons)("$slug", ({ tree, paragraphs, sections, summary }) => {
  const sentences = paragraphs.flatMap(({ text, line }) =>
    toSentences(text).map((sentence) => ({ line, sentence, words: countWords(sentence) })),
  );

  test("no sentence has more than 45 words, and their mean is at most 25", () => {
    expect(sentences.filter(({ words }) => words > 45)).toEqual([]);
    expect(sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length).toBeLessThanOrEqual(25);
  });

  test("no paragraph has more than 90 words", () => {
    expect(
      paragraphs.map(({ text, line }) => ({ line, words: countWords(text) })).filter(({ words }) => words > 90),
    ).toEqual([]);
  });

  test("no heading stands twice", () => {
    const titles = readHeadings(tree).map(({ heading }) => fold(textOf(heading)));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test("it opens by saying what it teaches, and closes with what to remember", () => {
    const [first] = tree.children.filter(
      (node: RootContent) => node.type !== "yaml" && node.type !== "mdxFlowExpression",
    );
    expect(first?.type).toBe("paragraph");
    expect(countWords(textOf(first!))).toBeGreaterThan(25);
    expect(summary.length).toBeLessThanOrEqual(130);
    expect(sections.at(-1)?.id).toBe("para-recordar");
    const last = tree.children.findLast((node: RootContent) => node.type === "list");
    expect(childrenOf(last!).length).toBeGreaterThanOrEqual(4);
    expect(tree.children.at(-1)).toBe(last);
  });

  test("it is written without voseo, tuteo or exclamations", () => {
    const told = /[¡!]|\b(?:vos|tenés|podés|querés|usá|mirá|hacé|tienes|puedes|quieres|debes|usarás|tú)\b/iu;
    expect(paragraphs.filter(({ text }) => told.test(text))).toEqual([]);
  });
});
