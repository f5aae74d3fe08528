import { readdirSync, readFileSync } from "node:fs";
import { type Lesson, readLesson } from "../../src/course/lesson.ts";

export type ReadableLesson = Lesson;

/** The lessons of the course itself, in order; `change` rewrites each source first. */
export function readLessons(change: (text: string) => string = (text) => text): Lesson[] {
  return readdirSync("src/content/lecciones")
    .sort()
    .map((name) => {
      const file = `src/content/lecciones/${name}`;
      const { lesson } = readLesson({ file, text: change(readFileSync(file, "utf8")) });
      if (lesson === undefined) throw new Error(`${file} cannot be read.`);
      return lesson;
    });
}
