import type { APIRoute, GetStaticPaths } from "astro";
import { strToU8, zipSync } from "fflate";
import { loadCourse } from "../../build/load-course.ts";

/** A runnable example of a lesson, whole: the folder of `src/content/listados/` with that name. */
export const getStaticPaths = (() => {
  const names = new Set([...loadCourse().course.examples.keys()].map((path) => path.split("/")[0] ?? path));
  return [...names].map((example) => ({ params: { example } }));
}) satisfies GetStaticPaths;

// A zip keeps the hour in which a file was packed, and one commit has to give the same bytes: the first that it can say.
const epoch = new Date(1980, 0, 1);

export const GET: APIRoute<never, { example: string }> = ({ params: { example } }) => {
  const files = [...loadCourse().course.examples].filter(([path]) => path.startsWith(`${example}/`));
  const entries = Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)]));
  return new Response(zipSync(entries, { mtime: epoch, level: 9 }) as Uint8Array<ArrayBuffer>, {
    headers: { "content-type": "application/zip" },
  });
};
