import { toHref } from "./address.ts";
import type { Course } from "./course.ts";
import { type Definition, definitionAnchor, namesOf } from "./definition.ts";
import { questionAnchor } from "./question.ts";

/** What the cards show, as the site publishes it for its own scripts. */
export interface CardTexts {
  lessons: { slug: string; number: number; title: string }[];
  definitions: CardDefinition[];
  questions: CardQuestion[];
}

/** Where a card is learnt; addresses with the base. */
interface Placed {
  id: string;
  /** Slug of the lesson. */
  lesson: string;
  notes: string;
  slide: string;
}

export interface CardDefinition extends Placed {
  term: string;
  /** In English, then the aliases. */
  names: string[];
  text: string;
  /** The text without the names of the term, when they stand in it: it must not answer its own question. */
  riddle?: string;
  author?: string;
  confusion?: string;
}

export interface CardQuestion extends Placed {
  kind: string;
  difficulty: number;
  question: string;
  answer: string;
}

export function toCardTexts({ lessons, questions }: Pick<Course, "lessons" | "questions">, base: string): CardTexts {
  return {
    lessons: lessons.map(({ slug, number, title }) => ({ slug, number, title })),
    definitions: lessons.flatMap(({ definitions }) => definitions.map((one) => toCardDefinition(one, base))),
    questions: questions.map(({ id, lesson, section, kind, difficulty, question, answer }) => ({
      id,
      lesson,
      notes: toHref(base, { kind: "lesson", slug: lesson, anchor: questionAnchor(id) }),
      slide: toHref(base, { kind: "deck", slug: lesson, anchor: section }),
      kind,
      difficulty,
      question,
      answer,
    })),
  };
}

/** The text with `[…]` in the place of each of the names, whole words in any case. */
export function hideNames(text: string, names: string[]): string {
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu"), "[…]");
}

function toCardDefinition(definition: Definition, base: string): CardDefinition {
  const { id, lesson, term, english, aliases, text, author, confusion } = definition;
  const riddle = hideNames(text, namesOf(definition));
  return {
    id,
    lesson,
    notes: toHref(base, { kind: "definition", definition }),
    slide: toHref(base, { kind: "deck", slug: lesson, anchor: definitionAnchor(id) }),
    term,
    names: [...(english === undefined || english === term ? [] : [english]), ...aliases],
    text,
    ...(riddle !== text && { riddle }),
    ...(author !== undefined && { author }),
    ...(confusion !== undefined && { confusion }),
  };
}
