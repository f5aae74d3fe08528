import { loadCourse } from "../src/build/load-course.ts";
import { loadTextMetrics } from "../src/build/text-metrics.ts";
import type { Course } from "../src/course/course.ts";
import { CourseError } from "../src/course/issue.ts";
import type { Lesson } from "../src/course/lesson.ts";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import { checkSlides } from "./check.ts";
import { type Deck, type DeckOptions, type RenderedLesson, toDeck, toJointDeck } from "./deck.ts";
import type { DeckLesson } from "./lesson-slides.ts";
import { planSeconds, usualPace } from "./plan.ts";

/** A deck that the site publishes: of one lesson, of a part or of the course. */
export interface DeckName {
  /** Last step of its address. */
  name: string;
  title: string;
  summary: string;
  /** Slugs of its lessons, in order. */
  lessons: string[];
}

/** Every deck, in the order in which they are listed. */
export function listDecks(course: Course): DeckName[] {
  const ofLessons = course.lessons.map(({ slug, title, summary }) => ({ name: slug, title, summary, lessons: [slug] }));
  const ofParts = course.parts.map((part, index) => {
    const lessons = course.lessons.filter((lesson) => lesson.part === part).map(({ slug }) => slug);
    return {
      name: `parte-${index + 1}`,
      title: part,
      summary: `Parte ${index + 1} de ${course.parts.length}`,
      lessons,
    };
  });
  const whole = {
    name: "curso",
    title: course.name,
    summary: course.description.trim(),
    lessons: course.lessons.map(({ slug }) => slug),
  };
  return [...ofLessons, ...ofParts.filter(({ lessons }) => lessons.length > 0), whole];
}

/** Name of the channel on which the windows of a deck talk; other courses may share the origin. */
export function channelOf({ name }: DeckName, base: string): string {
  return `apuntes:${base}:mazo:${name}`;
}

/** Stands in the rendered text of several lessons before each one. */
export const lessonMark = "data-leccion-del-mazo";

let metrics: Promise<TextMetrics> | undefined;

/**
 * Cuts the rendered lessons of a deck and plans the seconds of each slide. `html` has an empty element with
 * {@link lessonMark} before each lesson.
 * Throws a `CourseError` when a slide of a lesson could not be read from the last row.
 */
export async function buildDeck(
  { name, title, summary, lessons }: DeckName,
  html: string,
  base: string,
): Promise<{ deck: Deck; options: DeckOptions; seconds: number[] }> {
  const { course } = loadCourse();
  metrics ??= loadTextMetrics(process.cwd());
  const options = { base, courseName: course.name, metrics: await metrics };
  const texts = html.split(new RegExp(`<\\w+ ${lessonMark}[^>]*></\\w+>`, "u")).slice(1);
  const rendered = lessons.flatMap((slug, index): RenderedLesson[] => {
    const lesson = course.lessons.find((candidate) => candidate.slug === slug);
    return lesson === undefined
      ? []
      : [{ lesson: toDeckLesson(lesson, course), part: lesson.part, html: texts[index] ?? "" }];
  });
  const [only] = rendered;
  const isLesson = only !== undefined && lessons[0] === name;
  const deck = isLesson ? toDeck(only, options) : toJointDeck(title, summary, rendered, options);
  // Each slide is in the deck of its lesson: there it is checked, once.
  const issues = isLesson ? checkSlides(deck.slides, only.lesson, options.metrics) : [];
  if (issues.length > 0) throw new CourseError(issues);
  const minutes = new Map(
    course.lessons.flatMap(({ slug, minutes: given }) => (given === undefined ? [] : [[slug, given]])),
  );
  return { deck, options, seconds: planSeconds(deck.slides, { pace: course.pace ?? usualPace, minutes }) };
}

/** What a deck has to know of a lesson. */
export function toDeckLesson(lesson: Lesson, course: Course): DeckLesson {
  const of = Math.max(course.lessons.length, ...course.lessons.map(({ number }) => number));
  return {
    slug: lesson.slug,
    title: lesson.title,
    summary: lesson.summary,
    position: { number: lesson.number, of },
    place: { file: lesson.file, line: 1, column: 1 },
    sections: lesson.sections,
    incremental: lesson.incremental,
  };
}
