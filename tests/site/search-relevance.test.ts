import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readPageWords } from "../../src/build/search-page.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { toWords } from "../../src/course/search-query.ts";
import { Lexicon } from "../../src/course/search-spelling.ts";
import { fold } from "../../src/course/text.ts";
import { type OpenedPage, openPage } from "./pages.ts";
import { askAll } from "./search-page.ts";
import { toTypos } from "./typos.ts";

interface Question {
  q: string;
  /** Ids of the definitions that answer: any of them. */
  expect: string[];
  class: string;
}

interface Published {
  id: string;
  termino: string;
  alias: string[];
  plural: string | null;
  ingles: string | null;
}

const folder = inject("siteFolder");
const read = <T>(file: string) => JSON.parse(readFileSync(file, "utf8")) as T;
const records = read<Published[]>(join(folder, "definiciones.json"));
const names = records.flatMap(({ termino, alias, plural, ingles }) => [termino, plural ?? "", ingles ?? "", ...alias]);

let browser: Browser;
let opened: OpenedPage;
beforeAll(async () => {
  browser = await launch();
  opened = await openPage(browser, `${inject("site")}buscar/`);
});
afterAll(() => browser.close());

test.each(["consultas.json", "consultas-propias.json"])("%s: the right definition comes first", async (file) => {
  const questions = read<Question[]>(`tests/fixtures/${file}`);
  const shown = await askAll(
    opened.page,
    questions.map(({ q }) => q),
  );
  const ranks = questions.map((question, index) => ({
    ...question,
    rank: (shown[index]?.ids ?? []).findIndex((id) => question.expect.includes(id)),
  }));
  const share = (rows: typeof ranks, most: number) => rows.filter(isIn(most)).length / rows.length;
  const wrong = ranks.filter(({ rank }) => rank !== 0).map(({ q, rank }) => `${q}: ${rank + 1}`);
  console.log(`${file}: hit@1 ${share(ranks, 1)}, hit@3 ${share(ranks, 3)}; ${wrong.join("; ")}`);
  expect(share(ranks, 1)).toBeGreaterThanOrEqual(0.95);
  expect(share(ranks, 3)).toBeGreaterThanOrEqual(0.98);
  // Half remembered is told apart by its first three: several definitions say nearly the same.
  for (const [name, rows] of Map.groupBy(ranks, (each) => each.class)) {
    expect.soft(share(rows, name === "descripción" ? 3 : 1), name).toBeGreaterThanOrEqual(0.9);
  }
});

test("every name of every definition, without accents and with a slip of the finger, finds it", async () => {
  const exact = records.flatMap(({ id, termino, alias, plural, ingles }) =>
    [termino, plural, ingles?.split(";")[0], alias[0]].flatMap((name) => (name ? [{ id, name }] : [])),
  );
  const unaccented = records.map(({ id, termino }) => ({ id, name: fold(termino) }));
  const siteWords = readSiteWords();
  const typos = records.flatMap(({ id, termino }) => toTypos(termino, siteWords).map((name) => ({ id, name })));
  expect(typos.length).toBeGreaterThan(200);
  for (const [what, asked, least] of [
    ["names", exact, 0.99],
    ["without accents", unaccented, 1],
    ["typos", typos, 0.98],
  ] as const) {
    const shown = await askAll(
      opened.page,
      asked.map(({ name }) => name),
    );
    const wrong = asked.filter(({ id }, index) => shown[index]?.ids[0] !== id);
    console.log(`${what}: ${asked.length - wrong.length} of ${asked.length}; not ${wrong.map(({ name }) => name)}`);
    expect.soft(1 - wrong.length / asked.length, what).toBeGreaterThanOrEqual(least);
  }
});

test("a question about a definition is never left without answer, and starts with it", async () => {
  const asked = records.flatMap(({ id, termino }, index) => {
    const ways = ["qué es", "definición de", "para qué sirve"];
    return [{ id, text: `${ways[index % 3]} ${termino.toLowerCase()}` }];
  });
  const shown = await askAll(
    opened.page,
    asked.map(({ text }) => text),
  );
  expect(asked.filter((_, index) => shown[index]!.ids.length === 0).map(({ text }) => text)).toEqual([]);
  const wrong = asked.filter(({ id }, index) => shown[index]!.ids[0] !== id);
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

test("the right definition is first after three keys, for half of them", async () => {
  const early = new Set<string>();
  for (const count of [1, 2, 3]) {
    const late = records.filter(({ id }) => !early.has(id));
    const starts = [...new Set(late.map(({ termino }) => fold(termino.slice(0, count))))];
    const shown = await askAll(opened.page, starts);
    const first = new Map(starts.map((start, index) => [start, shown[index]?.ids[0]]));
    for (const { id, termino } of late) if (first.get(fold(termino.slice(0, count))) === id) early.add(id);
  }
  console.log(`first after three keys: ${early.size} of ${records.length}`);
  expect(early.size).toBeGreaterThanOrEqual(records.length / 2);
});

test("no word of the site is ever corrected", () => {
  const { carpeta } = read<{ carpeta: string }>(join(folder, "busqueda.json"));
  const lexicon = new Lexicon();
  lexicon.add(names.join(" "), true);
  lexicon.add(read<{ words: string }>(join(folder, carpeta, "palabras.json")).words);
  const words = [...readSiteWords()];
  expect(words.length).toBeGreaterThan(2000);
  expect(words.filter((word) => lexicon.correct(word) !== undefined)).toEqual([]);
});

function readSiteWords(): Set<string> {
  const pages = globSync("**/*.html", { cwd: folder }).map((file) => readFileSync(join(folder, file), "utf8"));
  return new Set([...pages.flatMap((html) => [...readPageWords(html)]), ...toWords(names.join(" "))]);
}

function isIn(most: number): (row: { rank: number }) => boolean {
  return ({ rank }) => rank >= 0 && rank < most;
}
