import type { Course } from "./course.ts";
import type { Lesson } from "./lesson.ts";

/** A part of the course with its lessons; parts without lessons are left out. */
export interface Part {
  /** `I`, `II`, … */
  numeral: string;
  /** From 1: the deck of the part is `parte-<number>`. */
  number: number;
  name: string;
  lessons: Lesson[];
}

const numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** The parts in the order of `curso.yml`. */
export function readParts(course: Pick<Course, "parts" | "lessons">): Part[] {
  return course.parts
    .map((name, index) => ({
      numeral: numerals[index] ?? String(index + 1),
      number: index + 1,
      name,
      lessons: course.lessons.filter((lesson) => lesson.part === name),
    }))
    .filter(({ lessons }) => lessons.length > 0);
}
