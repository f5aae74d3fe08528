import type { Element, ElementContent } from "hast";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import type { Atom } from "./atom.ts";
import { element, textOf } from "./clean.ts";
import { drawBody } from "./draw-body.ts";
import { type Fit, type FormName, type Heading, toLabel, toLargeLabel } from "./layout.ts";
import type { Ratio } from "./theme.ts";

interface Common {
  /** Unique in its deck; the id of the section that it shows, or the first of them. */
  id: string;
  /** Without the fraction. */
  title: ElementContent[];
  /** Slug of its lesson; none for a slide about the course. */
  lesson: string | undefined;
  /** Anchor of the section in the lesson's page. */
  section: string | undefined;
  /** It opens a section of the first level, which is an event of the deck's line. */
  opens: boolean;
  /** Every id inside it that can be linked to. */
  anchors: string[];
  /** What the speaker says. */
  notes: Element[];
  /** Words on the slide. */
  words: number;
}

export interface ContentSlide extends Common {
  kind: "content";
  /** Part of its section, from 1, and how many there are. */
  part: number;
  parts: number;
  atoms: Atom[];
  fits: Record<Ratio, Fit> | undefined;
}

/** One entry of the small index of a divider. */
export interface Entry {
  text: string;
  present: boolean;
}

export interface DividerSlide extends Common {
  kind: "divider";
  entries: Entry[];
}

export interface TitleSlide extends Common {
  kind: "title";
  /** Name of the course, or of the part. */
  above: string;
  summary: string;
  /** Where the lesson stands in the course, or which lessons a part has; numbers from 1. */
  position: { number: number; last: number; of: number };
  /** Whether the title is set one size down, which depends on its length. */
  smaller: Record<Ratio, boolean>;
}

export type Slide = ContentSlide | DividerSlide | TitleSlide;

export function toHeading(slide: Slide): Heading {
  return {
    nodes: slide.title,
    fraction: slide.kind === "content" && slide.parts > 1 ? `(${slide.part}/${slide.parts})` : "",
  };
}

/** The title in words, with its fraction: “Ventajas (2/3)”. */
export function toTitle(slide: Slide): string {
  const { nodes, fraction } = toHeading(slide);
  return [textOf(nodes), fraction].filter((part) => part !== "").join(" ");
}

/** The names that the style sheet knows an arrangement by. */
export function toForms(slide: Slide): Record<Ratio, string> {
  const nameOf = (ratio: Ratio) => {
    if (slide.kind === "divider") return "divisora";
    if (slide.kind === "title") return slide.smaller[ratio] ? "titulo menor" : "titulo";
    const fit = slide.fits?.[ratio];
    if (fit === undefined) return "pila chico";
    return [fit.form, fit.step === 1 ? "chico" : "", fit.smallTerm ? "termino-largo" : ""]
      .filter((name) => name !== "")
      .join(" ");
  };
  return { "16:9": nameOf("16:9"), "4:3": nameOf("4:3") };
}

/** What is drawn of a slide above its footer. */
export function drawSlide(slide: Slide, metrics: TextMetrics): Element[] {
  if (slide.kind === "title") return drawTitle(slide);
  if (slide.kind === "divider") return drawDivider(slide);
  return [...drawHeading(slide), drawBody(slide.atoms, slide.fits, metrics)];
}

function drawTitle({ title, above, summary, position }: TitleSlide): Element[] {
  return [
    element("p", { className: ["curso"] }, [above]),
    element("h1", {}, title),
    ...(summary === "" ? [] : [element("p", { className: ["bajada"] }, [summary])]),
    drawCourseLine(position),
  ];
}

function drawDivider({ title, entries }: DividerSlide): Element[] {
  const items = entries.map(({ text, present }) => element("li", present ? { className: ["aca"] } : {}, [text]));
  return [element("h2", {}, title), element("ol", { className: ["indice"] }, items)];
}

function drawHeading(slide: ContentSlide): Element[] {
  const heading = toHeading(slide);
  const [only] = slide.atoms;
  const form: FormName | undefined = slide.fits?.["16:9"].form;
  if (form === "grande" && (only?.kind === "definition" || only?.kind === "quotation")) {
    return [element("header", {}, [element("h2", { className: ["rotulo"] }, [toLargeLabel(only, heading)])])];
  }
  const fraction =
    heading.fraction === "" ? [] : [" ", element("span", { className: ["fraccion"] }, [heading.fraction])];
  const label = toLabel(slide.atoms);
  const title = element("h2", {}, [...heading.nodes, ...fraction]);
  return [element("header", {}, label === "" ? [title] : [title, element("p", { className: ["sello"] }, [label])])];
}

// In per cent, so that one drawing serves both ratios.
function drawCourseLine({ number, last, of }: TitleSlide["position"]): Element {
  const at = (index: number) => `${percent((index - 0.5) / of)}%`;
  const here = at(number);
  const events = Array.from({ length: of }, (_, index) => index + 1).filter((index) => index !== number);
  const edge = number / of < 0.12 ? "start" : number / of > 0.9 ? "end" : "middle";
  const x = edge === "start" ? "24" : edge === "end" ? "100%" : here;
  return element("svg", { className: ["curso-linea"], width: "100%", height: 110, ariaHidden: "true" }, [
    element("line", { x1: "0", x2: "100%", y1: 30, y2: 30, stroke: "var(--tinta)", strokeWidth: 2 }),
    element("line", { x1: "0", x2: here, y1: 30, y2: 30, stroke: "var(--tinta)", strokeWidth: 6 }),
    ...events.map((index) =>
      element("circle", {
        cx: at(index),
        cy: 30,
        r: 9,
        fill: index < number ? "var(--tinta)" : "var(--papel)",
        stroke: "var(--tinta)",
        strokeWidth: 3,
      }),
    ),
    element("circle", { cx: here, cy: 30, r: 21, fill: "var(--resaltador)", stroke: "var(--tinta)", strokeWidth: 5 }),
    element("text", { x, dx: edge === "end" ? -24 : 0, y: 94, textAnchor: edge, fontSize: 28, fill: "var(--tinta)" }, [
      element("tspan", { fontWeight: 700 }, [last === number ? `Lección ${number}` : `Lecciones ${number} a ${last}`]),
      ` de ${of}`,
    ]),
  ]);
}

export function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
