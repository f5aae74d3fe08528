import type { APIRoute, GetStaticPaths } from "astro";
import { listDecks } from "../../../../slides/build-deck.ts";
import { emptyCertificate } from "../../../../slides/fit/certificate.ts";
import { loadCourse } from "../../../build/load-course.ts";

export const getStaticPaths = (() =>
  listDecks(loadCourse().course).map(({ name }) => ({ params: { deck: name } }))) satisfies GetStaticPaths;

/** The proof that a deck fits: empty until `npm run slides:check` writes it, so that the help can always ask. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(emptyCertificate(params["deck"] ?? ""), undefined, 1)}\n`, {
    headers: { "content-type": "application/json" },
  });
