import { type Issue } from "../src/course/issue.ts";
import { type Place, toIssue } from "../src/course/place.ts";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import type { FigureAtom } from "./atom.ts";
import { textOf } from "./clean.ts";
import { countTitleLines, toLabel } from "./layout.ts";
import type { DeckLesson } from "./lesson-slides.ts";
import { type ContentSlide, type Slide, toHeading } from "./slide.ts";
import { bodyWidth, figure as figureLimits, limits, ratios, title } from "./theme.ts";

/** What an author has to mend so that every slide of the lesson can be read from the last row. */
export function checkSlides(slides: readonly Slide[], lesson: DeckLesson, metrics: TextMetrics): Issue[] {
  return slides.flatMap((slide) =>
    slide.kind === "content" ? checkContent(slide, placeOf(slide, lesson), metrics) : [],
  );
}

function placeOf({ section }: Slide, lesson: DeckLesson): Place {
  return lesson.sections.find(({ id }) => id === section)?.place ?? lesson.place;
}

function checkContent(slide: ContentSlide, place: Place, metrics: TextMetrics): Issue[] {
  const name = `La diapositiva «${textOf(slide.title)}»`;
  if (
    ratios.some((ratio) => countTitleLines(toHeading(slide), toLabel(slide.atoms), ratio, metrics) > title.mostLines)
  ) {
    return [toIssue(place, `${name} tiene un título de más de dos líneas.`, "Conviene acortarlo.")];
  }
  if (slide.atoms.length === 0) {
    return [
      toIssue(
        place,
        `${name} tiene solo el título.`,
        "Conviene agregar una lista, una figura o una frase corta, o quitar el encabezado.",
      ),
    ];
  }
  if (slide.words > limits.words) {
    return [
      toIssue(
        place,
        `${name} tiene ${slide.words} palabras en un solo bloque; caben ${limits.words}.`,
        "Conviene partirlo en dos o escribirlo como lista.",
      ),
    ];
  }
  if (slide.fits !== undefined) return [];
  const figure = slide.atoms.find((atom) => atom.kind === "figure");
  if (figure !== undefined && reachedSize(figure) < figureLimits.leastText) return [toFigureIssue(figure, place)];
  return [
    toIssue(
      place,
      `${name} no entra en una diapositiva ni con la letra más chica.`,
      "Conviene acortar el bloque o partirlo con <Corte />.",
    ),
  ];
}

/** Size of a figure's smallest text when it is alone on a slide of 4:3, the narrower one, px. */
function reachedSize({ width, height, smallestText }: FigureAtom): number {
  return smallestText * Math.min(bodyWidth["4:3"] / width, figureLimits.height / height);
}

function toFigureIssue(figure: FigureAtom, place: Place): Issue {
  const { id, label, width, height, smallestText } = figure;
  const scale = figureLimits.leastText / smallestText;
  const most = `${Math.floor(bodyWidth["4:3"] / scale)} × ${Math.floor(figureLimits.height / scale)}`;
  // Rounded down: a size that does not suffice must not read as one that does.
  const reached = (Math.floor(reachedSize(figure) * 10) / 10).toLocaleString("es");
  return toIssue(
    place,
    `${label ?? `La figura ${id ?? ""}`} mide ${Math.round(width)} × ${Math.round(height)} ` +
      `y en una diapositiva su letra de ${smallestText} px llega a ${reached} px, y tiene que llegar a ${figureLimits.leastText}.`,
    `Puede medir hasta ${most}: conviene cambiarle la dirección, acortar sus textos o partirla en dos.`,
  );
}
