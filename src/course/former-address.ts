import { toHref } from "./address.ts";
import type { Course } from "./course.ts";

/** An address that is no longer used, and where it leads. */
export interface FormerAddress {
  /** Without the base and without slashes at its ends: `lecciones/topologia`. */
  path: string;
  title: string;
  href: string;
}

/** The addresses that lessons and their decks had before (`antes` in the frontmatter). */
export function toFormerAddresses(course: Pick<Course, "lessons">, base: string): FormerAddress[] {
  return course.lessons.flatMap(({ slug, title, formerSlugs }) =>
    formerSlugs.flatMap((former) => [
      { path: `lecciones/${former}`, title, href: toHref(base, { kind: "lesson", slug }) },
      { path: `diapositivas/${former}`, title, href: toHref(base, { kind: "deck", slug }) },
    ]),
  );
}
