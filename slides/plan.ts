import { countWords } from "./clean.ts";
import type { Slide } from "./slide.ts";

/** Words that are said in a minute of a lecture: Tauroza and Allison, 1990, who found 140. */
export const usualPace = 140;

/** Seconds in which a room looks at what is not words, and thinks about what is asked. */
const pauses = { figure: 15, table: 10, listing: 15, formula: 10, island: 60, question: 30 };

/** What a slide takes even when it says nothing. */
const least = 8;

export interface PlanOptions {
  /** Words a minute. */
  pace: number;
  /** Minutes that the author gives to a lesson, by slug; the others take what their words take. */
  minutes: ReadonlyMap<string, number>;
}

/**
 * Seconds for each slide: all its words, shown and said, at the pace of a lecture, and a pause for every figure, table,
 * listing, formula, island and question. The slides of a lesson with minutes of its own take exactly those.
 */
export function planSeconds(slides: readonly Slide[], { pace, minutes }: PlanOptions): number[] {
  const own = slides.map((slide) => secondsOf(slide, pace));
  const sums = new Map<string | undefined, number>();
  for (const [index, { lesson }] of slides.entries()) sums.set(lesson, (sums.get(lesson) ?? 0) + (own[index] ?? 0));
  const scaled = slides.map(({ lesson }, index) => {
    const wanted = lesson === undefined ? undefined : minutes.get(lesson);
    const seconds = own[index] ?? 0;
    return wanted === undefined ? seconds : (seconds * wanted * 60) / (sums.get(lesson) ?? 1);
  });
  return roundKeepingSum(scaled);
}

function secondsOf(slide: Slide, pace: number): number {
  const words = slide.words + countWords(slide.notes);
  return Math.max(least, (words / pace) * 60) + pauseOf(slide);
}

function pauseOf(slide: Slide): number {
  if (slide.kind !== "content") return 0;
  const kinds = new Set(slide.atoms.map(({ kind }) => kind));
  const looks = [
    kinds.has("figure") ? pauses.figure : 0,
    kinds.has("row") ? pauses.table : 0,
    kinds.has("lines") ? pauses.listing : 0,
    kinds.has("formula") ? pauses.formula : 0,
    kinds.has("island") ? pauses.island : 0,
    kinds.has("question") ? pauses.question : 0,
  ];
  return looks.reduce((sum, seconds) => sum + seconds, 0);
}

// Each part rounded by itself would drift from the whole.
function roundKeepingSum(values: readonly number[]): number[] {
  let exact = 0;
  let given = 0;
  return values.map((value) => {
    exact += value;
    const whole = Math.round(exact) - given;
    given += whole;
    return whole;
  });
}
