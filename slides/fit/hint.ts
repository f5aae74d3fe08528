import type { OutlinedSlide } from "../outline.ts";
import { limits } from "../theme.ts";

/** A slide on which one speaks for longer than about three minutes, at 130 words a minute. */
const mostSaid = 400;

/**
 * What an author may want to know of a deck that fits: where a section was cut only because it has many words, where
 * one speaks for long over the same slide, and which titles two sections share.
 */
export function toHints(slides: readonly OutlinedSlide[]): string[] {
  return [...toCuts(slides), ...toSpeeches(slides), ...toTwins(slides)];
}

function toCuts(slides: readonly OutlinedSlide[]): string[] {
  return [...groupByTitle(slides)].flatMap(([title, parts]) => {
    const words = parts.reduce((sum, part) => sum + part.words, 0);
    if (parts.length < 2 || words <= limits.words) return [];
    return [
      `«${title}» se partió en ${parts.length}: suma ${words} palabras y en una diapositiva entran ${limits.words}. ` +
        "Con <Corte /> se elige dónde; con <SoloNotas>, qué se dice en vez de mostrarse.",
    ];
  });
}

function toSpeeches(slides: readonly OutlinedSlide[]): string[] {
  return slides
    .filter(({ said }) => said > mostSaid)
    .map(
      ({ title, said }) =>
        `«${title}» tiene ${said} palabras de notas, más de tres minutos ante la misma diapositiva. ` +
        "Conviene partirla con <Corte /> o mostrar una idea más.",
    );
}

function toTwins(slides: readonly OutlinedSlide[]): string[] {
  const ids = new Set(slides.map(({ id }) => id));
  // What follows a slide of the same section belongs to it: its id goes on counting.
  const openings = slides.filter(({ id }) => !/-\d+$/u.test(id) || !ids.has(id.replace(/-\d+$/u, "")));
  const titles = openings.map(({ title }) => withoutFraction(title));
  const twins = new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
  return [...twins].map(
    (title) => `Hay más de una sección «${title}»: con títulos distintos se las encuentra al saltar por título.`,
  );
}

/** The parts of each section that was cut, by its title. */
function groupByTitle(slides: readonly OutlinedSlide[]): Map<string, OutlinedSlide[]> {
  const groups = new Map<string, OutlinedSlide[]>();
  for (const slide of slides) {
    if (!/\(\d+\/\d+\)$/u.test(slide.title)) continue;
    const title = withoutFraction(slide.title);
    groups.set(title, [...(groups.get(title) ?? []), slide]);
  }
  return groups;
}

function withoutFraction(title: string): string {
  return title.replace(/ \(\d+\/\d+\)$/u, "");
}
