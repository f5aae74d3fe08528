import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { classesOf, countWords, textOf } from "./clean.ts";

/** A slide as it was published. */
export interface OutlinedSlide {
  id: string;
  /** With its fraction. */
  title: string;
  /** Names of its arrangements, at 16:9 and, if it differs, at 4:3. */
  forms: string[];
  /** What it holds: “1 párrafo, 3 ítem”. */
  content: string;
  words: number;
  /** Words of its notes. */
  said: number;
}

/** The slides of a deck and their notes, from the two pages that were published. */
export function readOutline(deckHtml: string, notesHtml: string): OutlinedSlide[] {
  const notes = new Map(
    selectAll("[data-diapositiva]", fromHtml(notesHtml)).map((section) => [
      String(section.properties["dataDiapositiva"]),
      countWords(section.children.filter((child) => child.type !== "element" || child.tagName !== "h2")),
    ]),
  );
  return selectAll(".slides > section", fromHtml(deckHtml)).map((slide) => {
    const id = String(slide.properties["id"]);
    const forms = [slide.properties["dataForma"], slide.properties["dataForma43"]].filter((form) => form != null);
    return {
      id,
      title: toTitle(slide),
      forms: forms.map(String),
      content: toContent(slide),
      words: countWords(shownOf(slide)),
      said: notes.get(id) ?? 0,
    };
  });
}

/**
 * A deck as a text that people review: one line per slide with id, title, arrangement, what it holds and how many words
 * it has and its notes have. Made from what was published, so that no change of font or theme goes by unseen.
 */
export function toOutline(slides: readonly OutlinedSlide[]): string {
  const lines = slides.map(({ id, title, forms, content, words, said }, index) => {
    const parts = [id, title, forms.join(" / "), content, `${words} palabras`, `notas ${said}`];
    return `${String(index + 1).padStart(3)}  ${parts.join(" | ")}`;
  });
  return `${lines.join("\n")}\n`;
}

function toTitle(slide: Element): string {
  const heading = select("h1, h2", slide);
  return heading === undefined ? "" : textOf([heading]);
}

function shownOf(slide: Element): ElementContent[] {
  return slide.children.filter((child) => child.type !== "element" || child.tagName !== "footer");
}

const counted: readonly (readonly [selector: string, name: string])[] = [
  [".cuerpo > p, .texto > p", "párrafo"],
  [".cuerpo > :is(ul, ol) > li, .texto > :is(ul, ol) > li, .columnas > :is(ul, ol) > li", "ítem"],
  ["tbody > tr", "fila"],
  [".listado .renglon", "renglón"],
  [".lamina", "figura"],
  [".definicion", "definición"],
  [".cita", "cita"],
  [".pregunta", "pregunta"],
  [".formula", "fórmula"],
  [".isla", "isla"],
];

function toContent(slide: Element): string {
  const counts = counted.flatMap(([selector, name]) => {
    const { length } = selectAll(selector, slide);
    return length === 0 ? [] : `${length} ${name}`;
  });
  const asides = selectAll(".aparte", slide).map((aside) =>
    classesOf(aside)
      .filter((name) => name !== "aparte")
      .join(" "),
  );
  return [...counts, ...asides].join(", ") || "—";
}
