import type { APIRoute } from "astro";
import { lastChange } from "../build/git-date.ts";
import { loadCourse } from "../build/load-course.ts";
import { toHref } from "../course/address.ts";

export const GET: APIRoute = ({ site }) => {
  const base = import.meta.env.BASE_URL;
  const pages = ["/", "/lecciones/", "/diapositivas/", "/glosario/", "/fuentes/", "/correcciones/", "/guia/"].map(
    (path) => ({
      path: toHref(base, { kind: "path", path }),
      changed: undefined,
    }),
  );
  const lessons = loadCourse().course.lessons.map(({ slug, file }) => ({
    path: toHref(base, { kind: "lesson", slug }),
    changed: lastChange([file]),
  }));
  const urls = [...pages, ...lessons].map(
    ({ path, changed }) =>
      `<url><loc>${new URL(path, site).href}</loc>${changed === undefined ? "" : `<lastmod>${changed}</lastmod>`}</url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>\n`;
  return new Response(xml, { headers: { "content-type": "application/xml" } });
};
