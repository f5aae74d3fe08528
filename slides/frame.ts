import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import { readSections } from "./block.ts";
import { element, elementsOf } from "./clean.ts";
import type { RenderedLesson } from "./deck.ts";
import { toLooseSlides } from "./lesson-slides.ts";
import type { Slide } from "./slide.ts";

/** What opens a deck of several lessons: what they are called, in their order. */
export function toAgenda(lessons: readonly RenderedLesson[], metrics: TextMetrics): Slide[] {
  const items = lessons.map(({ lesson }) => [
    element("strong", {}, [`Lección ${lesson.position.number}`]),
    ` ${lesson.title}`,
  ]);
  return toListSlides("recorrido", "Recorrido", items, metrics);
}

/** What closes it: the first thing to remember of each lesson, from its own last section. */
export function toRecap(lessons: readonly RenderedLesson[], metrics: TextMetrics): Slide[] {
  const items = lessons.flatMap(({ lesson, html }) => {
    const [list] = readSections(html).find(({ id }) => id === lastSection)?.blocks ?? [];
    const [first] = list?.kind === "list" ? elementsOf(list.element) : [];
    return first === undefined ? [] : [[element("strong", {}, [`${lesson.title}.`]), " ", ...first.children]];
  });
  return items.length === 0 ? [] : toListSlides("cierre", "Para llevarse", items, metrics);
}

/** Anchor of the section with which every lesson ends. */
const lastSection = "para-recordar";

function toListSlides(id: string, title: string, items: (ElementContent | string)[][], metrics: TextMetrics): Slide[] {
  const list = element(
    "ul",
    {},
    items.map((item) => element("li", {}, item)),
  );
  return toLooseSlides(toHtml([element("h2", { id }, [title]), list]), metrics);
}
