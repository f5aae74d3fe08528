import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { classesOf, countWords, textOf } from "./clean.ts";

/**
 * A deck as a text that people review: one line per slide with id, title, arrangement, what it holds and how many words
 * it has and its notes have. Made from what was published, so that no change of font or theme goes by unseen.
 */
export function toOutline(deckHtml: string, notesHtml: string): string {
  const notes = new Map(
    selectAll("[data-diapositiva]", fromHtml(notesHtml)).map((section) => [
      String(section.properties["dataDiapositiva"]),
      countWords(section.children.filter((child) => child.type !== "element" || child.tagName !== "h2")),
    ]),
  );
  const slides = selectAll(".slides > section", fromHtml(deckHtml));
  const lines = slides.map((slide, index) => {
    const id = String(slide.properties["id"]);
    const forms = [slide.properties["dataForma"], slide.properties["dataForma43"]].filter((form) => form != null);
    const said = notes.get(id) ?? 0;
    const parts = [
      id,
      toTitle(slide),
      forms.join(" / "),
      toContent(slide),
      `${countWords(shownOf(slide))} palabras`,
      `notas ${said}`,
    ];
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
