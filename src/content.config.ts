import { glob } from "astro/loaders";
import { defineCollection } from "astro:content";
import { courseRoot } from "./build/course-files.ts";

// Astro compiles the lessons; what they mean is read and checked in src/course.
const lessons = defineCollection({
  loader: glob({
    base: `${courseRoot()}/src/content/lecciones`,
    pattern: "*.mdx",
    generateId: ({ entry }) => entry.replace(/^\d+-|\.mdx$/g, ""),
  }),
});

export const collections = { lessons };
