import type { APIRoute } from "astro";
import { loadCourse } from "../build/load-course.ts";

export const GET: APIRoute = () => {
  const base = import.meta.env.BASE_URL;
  const { name, description } = loadCourse().course;
  const manifest = {
    name,
    short_name: name,
    description,
    lang: "es-AR",
    start_url: base,
    scope: base,
    display: "minimal-ui",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    icons: [{ src: `${base}favicon.svg`, sizes: "any", type: "image/svg+xml" }],
  };
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json" } });
};
