import type { APIRoute } from "astro";
import { loadCourse } from "../../build/load-course.ts";
import { toCardTexts } from "../../course/card-texts.ts";

/** What the cards show, for the page of the study. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(toCardTexts(loadCourse().course, import.meta.env.BASE_URL)), {
    headers: { "content-type": "application/json" },
  });
