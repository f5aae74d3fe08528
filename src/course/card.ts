import type { Course } from "./course.ts";

/** What a card asks for: the definition of a term, the term of a definition, who said it, the answer of a question. */
export const asks = ["definir", "nombrar", "autor", "responder"] as const;
export type Ask = (typeof asks)[number];

/** Name under which the progress of a card is kept: `ley-de-moore:definir`. Rewording changes nothing in it. */
export type CardKey = string;

/** One question with its answer, of one definition or exam question. */
export interface Card {
  key: CardKey;
  ask: Ask;
  /** Slug of its lesson. */
  lesson: string;
}

export function cardKey(id: string, ask: Ask): CardKey {
  return `${id}:${ask}`;
}

/** The cards of some definitions and questions: first every one that asks for a definition, so that the two directions of a term stay apart. */
export function toCards(
  lesson: string,
  ids: { definitions: string[]; quotations: string[]; questions: string[] },
): Card[] {
  const toCard = (ask: Ask) => (id: string) => ({ key: cardKey(id, ask), ask, lesson });
  return [
    ...ids.definitions.map(toCard("definir")),
    ...ids.definitions.map(toCard("nombrar")),
    ...ids.quotations.map(toCard("autor")),
    ...ids.questions.map(toCard("responder")),
  ];
}

/** The ids of what a lesson asks, in reading order. */
export function idsOfCards({ lessons, questions }: Pick<Course, "lessons" | "questions">, slug: string) {
  const definitions = lessons.find((lesson) => lesson.slug === slug)?.definitions ?? [];
  return {
    definitions: definitions.map(({ id }) => id),
    quotations: definitions.filter(({ author }) => author !== undefined).map(({ id }) => id),
    questions: questions.filter(({ lesson }) => lesson === slug).map(({ id }) => id),
  };
}
