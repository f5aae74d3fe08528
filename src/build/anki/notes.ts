import { hideNames } from "../../course/card-texts.ts";
import type { Course } from "../../course/course.ts";
import { type Definition, namesOf } from "../../course/definition.ts";
import type { Lesson } from "../../course/lesson.ts";

/** One note of Anki: its fields are HTML, in the order of `fieldNames`. */
export interface Note {
  /** The id of the definition: importing a later build updates the note in place. */
  guid: string;
  fields: string[];
  tags: string[];
}

/** «Adivinanza» is the definition without the names of its term, when they stand in it. */
export const fieldNames = ["Id", "Término", "Nombres", "Definición", "Adivinanza", "Más", "Enlace"];

/** The notes of the lessons, one per definition; `address` is where the site is published, without final slash. */
export function toNotes(lessons: Lesson[], address: (definition: Definition) => string): Note[] {
  return lessons.flatMap(({ number, slug, definitions }) =>
    definitions.map((definition) => {
      const { id, term, english, aliases, text, author, confusion } = definition;
      const quote = (words: string) => escapeHtml(author === undefined ? words : `«${words}»`);
      const riddle = hideNames(text, namesOf(definition));
      const more = [
        author !== undefined && `<b>${escapeHtml(author)}</b>`,
        confusion !== undefined && `<b>No confundir:</b> ${escapeHtml(confusion)}`,
      ];
      return {
        guid: id,
        fields: [
          id,
          escapeHtml(term),
          escapeHtml([...(english === undefined || english === term ? [] : [english]), ...aliases].join(", ")),
          quote(text),
          riddle === text ? "" : quote(riddle),
          more.filter((line) => line !== false).join("<br>"),
          `<a href="${escapeHtml(address(definition))}">Ver en el apunte</a>`,
        ],
        tags: [`leccion-${String(number).padStart(2, "0")}-${slug}`],
      };
    }),
  );
}

/** The same definitions for Quizlet: term, a tab, definition; one a line. */
export function toTabText({ lessons }: Pick<Course, "lessons">): string {
  const lines = lessons.flatMap(({ definitions }) =>
    definitions.map(({ term, text, author }) => {
      const said = author === undefined ? text : `«${text}» (${author})`;
      return `${clean(term)}\t${clean(said)}\n`;
    }),
  );
  return lines.join("");
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
