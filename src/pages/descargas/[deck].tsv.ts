import type { APIRoute, GetStaticPaths } from "astro";
import { toTabText } from "../../build/anki/notes.ts";
import { loadCourse } from "../../build/load-course.ts";
import { listStudyDecks, type StudyDeck } from "../../course/study-deck.ts";

/** The definitions of a part or of the course, one a line with a tab between term and text, as Quizlet takes them. */
export const getStaticPaths = (() =>
  listStudyDecks(loadCourse().course).map((deck) => ({
    params: { deck: deck.slug },
    props: { deck },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ deck: StudyDeck }> = ({ props: { deck } }) =>
  new Response(toTabText(deck), { headers: { "content-type": "text/tab-separated-values; charset=utf-8" } });
