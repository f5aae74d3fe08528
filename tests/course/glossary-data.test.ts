import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readLessons } from "./real-lessons.ts";

interface Entry {
  id: string;
  termino: string;
  alias: string[];
  plural: string | null;
  ingles: string | null;
  definicion: string;
  autor: string | null;
  fuentes: string[];
  relacionados: string[];
  confusion: string | null;
  seccion: string;
}

const entries = JSON.parse(readFileSync("tests/fixtures/apunte/glosario.json", "utf8")) as Entry[];
const lessons = readLessons();
const definitions = new Map(
  lessons.flatMap((lesson) => lesson.definitions.map((definition) => [definition.id, definition])),
);

// The notes quote Lamport in words of their own, which the lesson keeps; the glossary paraphrases them.
const quoted = new Set(["definicion-de-lamport"]);

test("the glossary has 124 definitions, and the course no other", () => {
  expect(entries).toHaveLength(124);
  expect([...definitions.keys()].filter((id) => !entries.some((entry) => entry.id === id))).toEqual([]);
});

test.each(entries)("$id is defined where it is taught, with all that belongs to it", (entry) => {
  const definition = definitions.get(entry.id);
  expect(definition, `${entry.id} is not defined`).toBeDefined();
  const { term, aliases, plural, english, author, sources, related, confusion, text, lesson, section } = definition!;
  expect({ term, aliases, plural, english, author, sources, related, confusion }).toEqual({
    term: entry.termino,
    // Readers call a definition by more names than its author wrote: what `search-aliases.test.ts` allows.
    aliases: expect.arrayContaining(entry.alias) as string[],
    plural: entry.plural ?? undefined,
    english: entry.ingles ?? undefined,
    author: entry.autor ?? undefined,
    sources: entry.fuentes,
    related: entry.relacionados,
    confusion: entry.confusion?.replaceAll('"', "”").replaceAll("*", "") ?? undefined,
  });
  expect(quoted.has(entry.id) ? entry.definicion : text).toBe(entry.definicion);
  const sections = lessons.find(({ slug }) => slug === lesson)!.sections;
  const at = sections.findIndex(({ id }) => id === section);
  const over = sections.slice(0, at + 1).findLast(({ depth }) => depth === 2);
  expect([`${lesson}#${section}`, `${lesson}#${over?.id}`]).toContain(entry.seccion);
});
