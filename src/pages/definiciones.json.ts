import type { APIRoute } from "astro";
import { loadCourse } from "../build/load-course.ts";
import { toHref } from "../course/address.ts";
import { definitionAnchor } from "../course/definition.ts";

/** Every definition with its addresses, for whoever builds on the course. */
export const GET: APIRoute = () => {
  const base = import.meta.env.BASE_URL;
  const records = [...loadCourse().course.definitions.values()].map((definition) => ({
    id: definition.id,
    termino: definition.term,
    alias: definition.aliases,
    plural: definition.plural ?? null,
    ingles: definition.english ?? null,
    definicion: definition.text,
    autor: definition.author ?? null,
    fuentes: definition.sources,
    url: toHref(base, { kind: "definition", definition }),
    diapositiva: toHref(base, { kind: "deck", slug: definition.lesson, anchor: definitionAnchor(definition.id) }),
    relacionados: definition.related,
  }));
  return new Response(`${JSON.stringify(records, undefined, 1)}\n`, {
    headers: { "content-type": "application/json" },
  });
};
