import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { strFromU8, unzipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { fieldNames, toNotes, toTabText } from "../../src/build/anki/notes.ts";
import { toApkg } from "../../src/build/anki/package.ts";
import { readLessons } from "../course/real-lessons.ts";

const lessons = readLessons();
const definitions = lessons.flatMap((lesson) => lesson.definitions);
const notes = toNotes(lessons, ({ id }) => `https://catedra.github.io/sd/#${id}`);
const options = { course: "Sistemas Distribuidos", deck: "Sistemas Distribuidos", changed: 1_790_000_000 };

type Row = Record<string, string | number>;

test("the package is a sound SQLite of schema 11, with two cards for every definition", () => {
  const database = open(toApkg(notes, options));
  const all = (sql: string) => database.prepare(sql).all() as Row[];
  expect(all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  const [col] = all("SELECT * FROM col");
  expect(col).toMatchObject({ id: 1, ver: 11, tags: "{}", mod: options.changed * 1000 });
  const [model] = Object.values(JSON.parse(String(col!["models"])) as Record<string, Model>);
  expect(model!.flds.map(({ name }) => name)).toEqual(fieldNames);
  const decks = JSON.parse(String(col!["decks"])) as Record<string, { name: string }>;
  const rows = all("SELECT * FROM notes");
  expect(rows.map(({ guid }) => guid).sort()).toEqual(definitions.map(({ id }) => id).sort());
  expect(new Set(rows.map(({ id }) => id)).size).toBe(definitions.length);
  for (const { flds, mid } of rows) {
    expect(String(flds).split("\u001F")).toHaveLength(fieldNames.length);
    expect(mid).toBe(model!.id);
  }
  const cards = all("SELECT cards.*, guid FROM cards JOIN notes ON nid = notes.id");
  expect(cards).toHaveLength(definitions.length * 2);
  expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  expect(new Set(cards.map(({ guid, ord }) => `${guid} ${ord}`)).size).toBe(cards.length);
  for (const card of cards) expect(decks[String(card["did"])]?.name).toBe(options.deck);
  // A new card: whoever imports the deck again keeps the schedule.
  expect(cards.every(({ type, queue, reps, ivl }) => [type, queue, reps, ivl].every((value) => value === 0))).toBe(
    true,
  );
  expect(all("SELECT count(*) AS n FROM revlog")).toEqual([{ n: 0 }]);
});

test("the columns are those of Anki, in its order", () => {
  const database = open(toApkg(notes.slice(0, 1), options));
  const columns = (table: string) =>
    (database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as Row[])
      .map(({ name }) => name)
      .join(" ");
  expect(columns("col")).toBe("id crt mod scm ver dty usn ls conf models decks dconf tags");
  expect(columns("notes")).toBe("id guid mid mod usn tags flds sfld csum flags data");
  expect(columns("cards")).toBe(
    "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
  );
  expect(columns("revlog")).toBe("id cid usn ease ivl lastIvl factor time type");
  expect(columns("graves")).toBe("usn oid type");
});

test("the same notes give the same bytes, at most 400 bytes for each", () => {
  const [once, twice] = [toApkg(notes, options), toApkg(notes, options)];
  expect(Buffer.compare(once, twice)).toBe(0);
  expect(once.length).toBeLessThan(notes.length * 400);
});

test("a reworded definition keeps its note and cards, and is newer: importing it updates and adds nothing", () => {
  const reworded = toNotes(
    lessons.map((lesson) => ({
      ...lesson,
      definitions: lesson.definitions.map((one) => ({
        ...one,
        text: `Otra vez: ${one.text}`,
        term: `${one.term} (bis)`,
      })),
    })),
    () => "https://example.org/",
  );
  const before = toApkg(notes, options);
  const after = toApkg(reworded, { ...options, changed: options.changed + 86_400 });
  expect(read(after, "id, guid, mid, csum", "notes")).toEqual(read(before, "id, guid, mid, csum", "notes"));
  expect(read(after, "id, nid, did, ord", "cards")).toEqual(read(before, "id, nid, did, ord", "cards"));
  expect(read(after, "flds", "notes")).not.toEqual(read(before, "flds", "notes"));
  expect(read(after, "min(mod) AS mod", "notes")).toEqual([{ mod: options.changed + 86_400 }]);
});

test("a text is text: markup in a definition is shown, not run", () => {
  const [lesson] = lessons;
  const hostile = { ...lesson!.definitions[0]!, term: "<script>alert(1)</script>", text: `a & b < c "d"` };
  const [note] = toNotes([{ ...lesson!, definitions: [hostile] }], () => `https://example.org/?a=1&b="2"`);
  expect(note!.fields.join(" ")).not.toContain("<script");
  expect(note!.fields).toContain("a &amp; b &lt; c &quot;d&quot;");
  expect(note!.fields.at(-1)).toBe(`<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">Ver en el apunte</a>`);
});

test("the text for Quizlet has one line with one tab for each definition", () => {
  const lines = toTabText({ lessons }).trimEnd().split("\n");
  expect(lines).toHaveLength(definitions.length);
  for (const line of lines) expect(line.split("\t").map((side) => side.length > 1)).toEqual([true, true]);
});

function read(bytes: Uint8Array, columns: string, table: string): unknown[] {
  return open(bytes).prepare(`SELECT ${columns} FROM ${table} ORDER BY id`).all();
}

interface Model {
  id: number;
  flds: { name: string }[];
}

function open(bytes: Uint8Array): DatabaseSync {
  const files = unzipSync(bytes);
  expect(Object.keys(files).sort()).toEqual(["collection.anki2", "media"]);
  expect(strFromU8(files["media"]!)).toBe("{}");
  const folder = mkdtempSync(join(tmpdir(), "apuntes-anki-"));
  writeFileSync(join(folder, "collection.anki2"), files["collection.anki2"]!);
  const database = new DatabaseSync(join(folder, "collection.anki2"), { readOnly: true });
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  return database;
}
