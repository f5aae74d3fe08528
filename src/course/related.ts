import type { Course } from "./course.ts";
import type { Definition } from "./definition.ts";

/** The definitions related to one, whichever of the two names the other, in reading order. */
export function relatedTo(course: Pick<Course, "definitions">, id: string): Definition[] {
  const own = course.definitions.get(id)?.related ?? [];
  return [...course.definitions.values()].filter(
    (other) => other.id !== id && (own.includes(other.id) || other.related.includes(id)),
  );
}

/** How many terms each lesson uses that an earlier one defines: the messages of the course map. */
export function readMessages(course: Pick<Course, "lessons" | "terms" | "definitions">): Message[] {
  const messages = new Map<string, Message>();
  for (const lesson of course.lessons) {
    for (const [, name = ""] of lesson.text.matchAll(/\[\[([^[\]:]+)/g)) {
      const from = course.definitions.get(course.terms.find(name.trim()) ?? "")?.lesson;
      if (from === undefined || from === lesson.slug) continue;
      const key = `${from} ${lesson.slug}`;
      const message = messages.get(key) ?? { from, to: lesson.slug, terms: [] };
      if (!message.terms.includes(name.trim())) message.terms.push(name.trim());
      messages.set(key, message);
    }
  }
  return [...messages.values()].sort((a, b) => b.terms.length - a.terms.length);
}

export interface Message {
  /** Slugs of the lesson that defines the terms and of the one that uses them. */
  from: string;
  to: string;
  terms: string[];
}
