import { toHtml } from "hast-util-to-html";
import { drawDeck, drawNotes, type Deck, toDeck } from "../../slides/deck.ts";
import type { DeckLesson } from "../../slides/lesson-slides.ts";
import { toTitle } from "../../slides/slide.ts";
import type { TextMetrics } from "../../src/course/text-metrics.ts";

export const lesson: DeckLesson = {
  slug: "prueba",
  title: "Prueba",
  summary: "Una lección de prueba.",
  position: { number: 2, of: 3 },
  place: { file: "src/content/lecciones/02-prueba.mdx", line: 1, column: 1 },
  sections: [{ id: "tema", place: { file: "src/content/lecciones/02-prueba.mdx", line: 7, column: 1 } }],
};

/** A deck from the HTML of a lesson. */
export function cut(html: string, metrics: TextMetrics): Deck {
  return toDeck({ lesson, part: "Parte", html }, { base: "/sd/", courseName: "Curso", metrics });
}

/** The words of each slide and of its notes, for reading in a test. */
export function read(deck: Deck, metrics: TextMetrics): { title: string; id: string; shown: string; said: string }[] {
  const sections = drawDeck(deck, { base: "/sd/", courseName: "Curso", metrics }).split(/(?=<section )/u);
  return deck.slides.map((slide, index) => ({
    id: slide.id,
    title: toTitle(slide),
    shown: strip((sections[index] ?? "").replace(/<(header|footer)[\s\S]*?<\/\1>/gu, "")),
    said: strip(toHtml(slide.notes)),
  }));
}

export function notesOf(deck: Deck): string {
  return strip(drawNotes(deck, "/sd/", []));
}

function strip(html: string): string {
  return html
    .replace(/<[^>]+>/gu, " ")
    .replace(/&#x27;/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();
}
