import type { APIRoute, GetStaticPaths } from "astro";
import { toNotes } from "../../build/anki/notes.ts";
import { toApkg } from "../../build/anki/package.ts";
import { lastChange } from "../../build/git-date.ts";
import { loadCourse } from "../../build/load-course.ts";
import { toHref } from "../../course/address.ts";
import { listStudyDecks, type StudyDeck } from "../../course/study-deck.ts";

/** The definitions of a part or of the course, as a deck for Anki. */
export const getStaticPaths = (() =>
  listStudyDecks(loadCourse().course).map((deck) => ({
    params: { deck: deck.slug },
    props: { deck },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ deck: StudyDeck }> = ({ props: { deck }, site }) => {
  const { name } = loadCourse().course;
  const day = lastChange(["src/content"]);
  const notes = toNotes(
    deck.lessons,
    (definition) => new URL(toHref(import.meta.env.BASE_URL, { kind: "definition", definition }), site).href,
  );
  // Without a date nothing can be newer than what a student has: the first second that counts.
  const changed = day === undefined ? 1 : Date.parse(day) / 1000;
  return new Response(toApkg(notes, { course: name, deck: deck.title, changed }), {
    headers: { "content-type": "application/octet-stream" },
  });
};
