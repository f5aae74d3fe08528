import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";
import { toHref } from "../src/course/address.ts";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import { type Attributes, element, textOf } from "./clean.ts";
import { toAgenda, toRecap } from "./frame.ts";
import { type DeckLesson, fitTitle, titleId, toEntries, toSlides } from "./lesson-slides.ts";
import { drawSlide, percent, type Slide, type TitleSlide, toForms, toTitle } from "./slide.ts";

export interface Deck {
  slides: Slide[];
  /** Places of the slides that are events of the deck's line. */
  events: number[];
}

export interface DeckOptions {
  /** Path under which the site is served, `/` or `/apuntes/`. */
  base: string;
  courseName: string;
  metrics: TextMetrics;
}

/** A lesson with its text rendered by `deckComponents`. */
export interface RenderedLesson {
  lesson: DeckLesson;
  part: string;
  html: string;
}

/** The deck of one lesson: ids are those of its headings and blocks. */
export function toDeck({ lesson, html }: RenderedLesson, { courseName, metrics }: DeckOptions): Deck {
  return withEvents(toSlides(lesson, html, courseName, metrics), ({ opens }) => opens);
}

/**
 * The deck of several lessons: a title of its own, what it goes through, a divider before every part if there are
 * several, the lessons with ids that begin with their slug and two hyphens, and at the end what to take along.
 */
export function toJointDeck(
  title: string,
  summary: string,
  lessons: readonly RenderedLesson[],
  options: DeckOptions,
): Deck {
  const { courseName, metrics } = options;
  const parts = [...new Set(lessons.map(({ part }) => part))];
  const [first, last] = [lessons[0]?.lesson.position, lessons.at(-1)?.lesson.position];
  const position = { number: first?.number ?? 1, last: last?.number ?? 1, of: first?.of ?? 1 };
  const cover = toCover(title, title === courseName ? "" : courseName, summary, position, metrics);
  const slides: Slide[] = [cover, ...toAgenda(lessons, metrics)];
  for (const [index, { lesson, part, html }] of lessons.entries()) {
    if (parts.length > 1 && lessons[index - 1]?.part !== part) slides.push(toPartDivider(part, parts));
    const own = toSlides(lesson, html, courseName, metrics).map((slide) => withPrefix(slide, `${lesson.slug}--`));
    slides.push(...own);
  }
  slides.push(...toRecap(lessons, metrics));
  return withEvents(slides, ({ kind, lesson }) => kind === "title" && lesson !== undefined);
}

/** The number, from 1, of the slide on which each anchor is shown: ids of slides and of the blocks inside. */
export function slideNumbers(deck: Deck): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [index, slide] of deck.slides.entries()) {
    for (const anchor of [slide.id, ...slide.anchors]) if (!numbers.has(anchor)) numbers.set(anchor, index + 1);
  }
  return numbers;
}

/** The `<section>` elements of the deck. */
export function drawDeck(deck: Deck, options: DeckOptions): string {
  return toHtml(
    deck.slides.map((slide, index) => drawSection(slide, index, deck, options)),
    { closeSelfClosing: true },
  );
}

/** The notes of the deck, one `<section>` for every slide, with what the speaker's window has to know of it. */
export function drawNotes(deck: Deck, base: string, seconds: readonly number[]): string {
  return toHtml(
    deck.slides.map((slide, index) =>
      element("section", toNoteAttributes(slide, base, deck.events.includes(index), seconds[index]), [
        element("h2", {}, [element("span", { className: ["numero"] }, [`${index + 1}.`]), ` ${toTitle(slide)}`]),
        ...slide.notes.map(withoutIds),
      ]),
    ),
  );
}

function toNoteAttributes(slide: Slide, base: string, opens: boolean, seconds: number | undefined): Attributes {
  return {
    dataDiapositiva: slide.id,
    dataSegundos: seconds,
    dataApunte: toLessonHref(slide, base),
    ...(opens ? { dataAbre: "" } : {}),
  };
}

function toLessonHref({ lesson, section }: Slide, base: string): string | undefined {
  return lesson === undefined ? undefined : toHref(base, { kind: "lesson", slug: lesson, anchor: section });
}

function drawSection(slide: Slide, index: number, deck: Deck, { base, metrics }: DeckOptions): Element {
  const forms = toForms(slide);
  const properties: Attributes = {
    id: slide.id,
    ariaRoleDescription: "diapositiva",
    ariaLabel: `${index + 1} de ${deck.slides.length}: ${toTitle(slide)}`,
    dataForma: forms["16:9"],
    ...(forms["4:3"] === forms["16:9"] ? {} : { dataForma43: forms["4:3"] }),
    ...toHeights(slide),
  };
  const prefix = slide.lesson !== undefined && slide.id.startsWith(`${slide.lesson}--`) ? `${slide.lesson}--` : "";
  const drawn = drawSlide(slide, metrics).map((node) => (prefix === "" ? node : withPrefixedIds(node, prefix)));
  return element("section", properties, [...drawn, drawFooter(slide, index, deck, base)]);
}

// What was computed stands beside what is drawn, so that a browser can be asked whether it is true.
function toHeights(slide: Slide): Attributes {
  if (slide.kind !== "content" || slide.fits === undefined) return {};
  const heights = [slide.fits["16:9"], slide.fits["4:3"]].map(
    ({ used, available }) => `${Math.ceil(used)}/${available}`,
  );
  return { dataAlto: heights.join(" ") };
}

function drawFooter(slide: Slide, index: number, deck: Deck, base: string): Element {
  const number = element("span", { className: ["numero"] }, [String(index + 1)]);
  const href = toLessonHref(slide, base);
  const place =
    href === undefined
      ? number
      : element("a", { href, className: ["al-apunte"] }, [element("span", {}, ["Ver en el apunte"]), " ", number]);
  const line = slide.kind === "title" ? [] : [drawLine(index, deck)];
  return element("footer", { className: ["pie"] }, [...line, place]);
}

// The deck as a line of process: its sections are the events, the slide is where one is.
function drawLine(index: number, { slides, events }: Deck): Element {
  const at = (place: number) => `${1 + percent((0.98 * place) / Math.max(1, slides.length - 1))}%`;
  const here = at(index);
  const dots = events
    .filter((event) => event !== index)
    .map((event) =>
      element("circle", {
        cx: at(event),
        cy: 12,
        r: 6,
        fill: event < index ? "var(--tinta)" : "var(--papel)",
        stroke: "var(--tinta)",
        strokeWidth: 2,
      }),
    );
  return element("svg", { width: "100%", height: 24, ariaHidden: "true" }, [
    element("line", { x1: "0", x2: "100%", y1: 12, y2: 12, stroke: "var(--tinta-2)", strokeWidth: 2 }),
    element("line", { x1: "0", x2: here, y1: 12, y2: 12, stroke: "var(--tinta)", strokeWidth: 5 }),
    ...dots,
    element("circle", { cx: here, cy: 12, r: 11, fill: "var(--resaltador)", stroke: "var(--tinta)", strokeWidth: 2.5 }),
  ]);
}

function withEvents(slides: Slide[], isEvent: (slide: Slide) => boolean): Deck {
  return { slides, events: slides.flatMap((slide, index) => (isEvent(slide) ? [index] : [])) };
}

function toCover(
  title: string,
  above: string,
  summary: string,
  position: TitleSlide["position"],
  metrics: TextMetrics,
): Slide {
  return { ...blank(titleId, title), kind: "title", above, summary, position, smaller: fitTitle(title, metrics) };
}

function toPartDivider(part: string, parts: readonly string[]): Slide {
  const id = `parte-${parts.indexOf(part) + 1}`;
  return { ...blank(id, part), kind: "divider", entries: toEntries(parts, parts.indexOf(part)) };
}

function blank(id: string, title: string) {
  const nodes = [{ type: "text" as const, value: title }];
  return {
    id,
    title: nodes,
    lesson: undefined,
    section: undefined,
    opens: false,
    anchors: [],
    notes: [],
    words: textOf(nodes).split(" ").length,
  };
}

function withPrefix(slide: Slide, prefix: string): Slide {
  return { ...slide, id: prefix + slide.id, anchors: slide.anchors.map((anchor) => prefix + anchor) };
}

// A drawing refers to its own ids from many attributes.
function withPrefixedIds(node: Element, prefix: string): Element {
  const copy = structuredClone(node);
  visit(copy, "element", ({ properties }: Element) => {
    for (const [name, value] of Object.entries(properties)) {
      if (name === "id") properties[name] = prefix + String(value);
      else if (name === "htmlFor") properties[name] = [prefix + String(value)];
      else if (/^aria-?(?:labelledby|describedby)$/iu.test(name)) {
        const ids = Array.isArray(value) ? value.map(String) : String(value).split(" ");
        properties[name] = ids.map((id) => prefix + id).join(" ");
      } else if (typeof value === "string") {
        properties[name] = value
          .replace(/url\(#/gu, `url(#${prefix}`)
          .replace(/^#(?=.)/u, name === "href" ? `#${prefix}` : "#");
      }
    }
  });
  return copy;
}

function withoutIds(note: Element): Element {
  const copy = structuredClone(note);
  visit(copy, "element", (inner: Element) => {
    if (inner.tagName !== "svg") delete inner.properties["id"];
  });
  return copy;
}
