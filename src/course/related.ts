import type { Course } from "./course.ts";
import type { Definition } from "./definition.ts";

/** The definitions related to one, whichever of the two names the other, in reading order. */
export function relatedTo(course: Pick<Course, "definitions">, id: string): Definition[] {
  const own = course.definitions.get(id)?.related ?? [];
  return [...course.definitions.values()].filter(
    (other) => other.id !== id && (own.includes(other.id) || other.related.includes(id)),
  );
}

/** At most so many arrows can be told apart on the map. */
const mostMessages = 4;

/**
 * The messages of the course map: from a lesson to one of a later part that uses terms defined in it, those with most
 * terms first. Nothing travels back: that a lesson names what is defined later is no message.
 */
export function readMessages({
  lessons,
  terms,
  definitions,
}: Pick<Course, "lessons" | "terms" | "definitions">): Message[] {
  const messages = new Map<string, Message>();
  for (const [index, lesson] of lessons.entries()) {
    for (const [, name = ""] of lesson.text.matchAll(/\[\[([^[\]:]+)/g)) {
      const id = terms.find(name.trim()) ?? "";
      const from = lessons.slice(0, index).find(({ slug }) => slug === definitions.get(id)?.lesson);
      if (from === undefined || from.part === lesson.part) continue;
      const key = `${from.slug} ${lesson.slug}`;
      const message = messages.get(key) ?? { from: from.slug, to: lesson.slug, terms: [] };
      if (!message.terms.includes(id)) message.terms.push(id);
      messages.set(key, message);
    }
  }
  return [...messages.values()].sort((a, b) => b.terms.length - a.terms.length).slice(0, mostMessages);
}

export interface Message {
  /** Slugs of the lesson that defines the terms and of the one that uses them. */
  from: string;
  to: string;
  /** Ids of the definitions. */
  terms: string[];
}
