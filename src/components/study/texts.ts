import type { CardDefinition, CardQuestion, CardTexts } from "../../course/card-texts.ts";

const base = document.documentElement.dataset["base"] ?? "/";

const patience = 10_000;

/** What the cards show, by id. */
export interface Texts {
  lessons: Map<string, CardTexts["lessons"][number]>;
  definitions: Map<string, CardDefinition>;
  questions: Map<string, CardQuestion>;
}

let loading: Promise<Texts> | undefined;

/** Fetches the texts once. Rejects when they do not come within 10 s; asking again tries again. */
export function loadTexts(): Promise<Texts> {
  loading ??= fetchTexts().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchTexts(): Promise<Texts> {
  const response = await fetch(`${base}repaso/tarjetas.json`, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { lessons, definitions, questions } = (await response.json()) as CardTexts;
  return {
    lessons: new Map(lessons.map((lesson) => [lesson.slug, lesson])),
    definitions: new Map(definitions.map((definition) => [definition.id, definition])),
    questions: new Map(questions.map((question) => [question.id, question])),
  };
}
