import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { namesOf } from "../../src/course/definition.ts";
import { toWords } from "../../src/course/search-query.ts";
import { fold } from "../../src/course/text.ts";
import { readLessons } from "./real-lessons.ts";

interface Question {
  q: string;
  class: string;
}

const questions = ["consultas.json", "consultas-propias.json"].flatMap(
  (file) => JSON.parse(readFileSync(`tests/fixtures/${file}`, "utf8")) as Question[],
);
const definitions = readLessons().flatMap((lesson) => lesson.definitions);

test("aliases are few and short: at most eight per definition, of at most five words", () => {
  const wrong = definitions.filter(
    ({ aliases }) => aliases.length > 8 || aliases.some((alias) => alias.split(/\s+/).length > 5),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("no alias is a misspelling, and none a question", () => {
  const typos = new Set(questions.filter((each) => each.class === "errata").flatMap(({ q }) => toWords(q)));
  const right = new Set(definitions.flatMap(({ term, text, plural = "" }) => toWords(`${term} ${plural} ${text}`)));
  const asked = new Set(questions.filter((each) => /pregunta|descripción/.test(each.class)).map(({ q }) => fold(q)));
  const wrong = definitions.flatMap(({ aliases }) =>
    aliases.filter((alias) => {
      const last = toWords(alias).at(-1) ?? "";
      return asked.has(fold(alias)) || (typos.has(last) && !right.has(last));
    }),
  );
  expect(wrong).toEqual([]);
});

test("no module knows a question: neither one of several words nor a misspelt one", () => {
  const names = new Set(
    definitions.flatMap((definition) =>
      [...namesOf(definition), ...(definition.english ?? "").split(";")].map(toPhrase),
    ),
  );
  const telling = questions
    .filter((each) => each.class === "errata" || each.q.includes(" "))
    .map(({ q }) => toPhrase(q))
    // What a thing is called, the code may say of the thing.
    .filter((question) => !names.has(question));
  const modules = globSync("{src,slides}/**/*.{ts,mjs,astro}").map((file) => ({
    file,
    text: ` ${toWords(readFileSync(file, "utf8")).join(" ")} `,
  }));
  const found = modules.flatMap(({ file, text }) =>
    telling.filter((question) => text.includes(` ${question} `)).map((q) => `${file}: ${q}`),
  );
  expect(modules.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

function toPhrase(text: string): string {
  return toWords(text).join(" ");
}
