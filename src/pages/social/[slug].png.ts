import type { APIRoute } from "astro";
import { loadCourse } from "../../build/load-course.ts";
import { drawSocialPicture } from "../../build/social-picture.ts";

export function getStaticPaths() {
  return ["curso", ...loadCourse().course.lessons.map(({ slug }) => slug)].map((slug) => ({ params: { slug } }));
}

export const GET: APIRoute = async ({ params }) => {
  const { course } = loadCourse();
  const present = course.lessons.findIndex(({ slug }) => slug === params["slug"]);
  const lesson = course.lessons[present];
  const picture = await drawSocialPicture({
    course: lesson === undefined ? course.authors.join(", ") : course.name,
    title: lesson?.title ?? course.name,
    summary: lesson?.summary ?? course.description,
    events: course.lessons.length,
    present,
  });
  return new Response(new Uint8Array(picture), { headers: { "content-type": "image/png" } });
};
