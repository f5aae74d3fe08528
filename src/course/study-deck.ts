import type { Course } from "./course.ts";
import type { Lesson } from "./lesson.ts";
import { readParts } from "./part.ts";

/** What a student takes to another application: the definitions of a part, or of the course. */
export interface StudyDeck {
  /** Last step of its address, without ending. */
  slug: string;
  /** `Curso::Parte I · Introducción`: Anki nests what stands after the colons. */
  title: string;
  /** For a link in the site. */
  name: string;
  lessons: Lesson[];
}

/** The course first, then its parts. */
export function listStudyDecks(course: Pick<Course, "name" | "parts" | "lessons">): StudyDeck[] {
  return [
    { slug: "curso", title: course.name, name: "El curso entero", lessons: course.lessons },
    ...readParts(course).map(({ number, numeral, name, lessons }) => ({
      slug: `parte-${number}`,
      title: `${course.name}::Parte ${numeral} · ${name}`,
      name: `Parte ${numeral} · ${name}`,
      lessons,
    })),
  ];
}
