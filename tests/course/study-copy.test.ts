import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestCopy, readCopy, type StudyCopy, writeCopy } from "../../src/course/study-copy.ts";
import { merge, readRecord, toRecord } from "../../src/course/study-progress.ts";
import { grade } from "../../src/course/study-schedule.ts";
import { anyStudy } from "./study-arbitraries.ts";

const now = Date.UTC(2026, 10, 20, 15);
const known = grade(undefined, 3, now);

test("what is written is read back, whatever it is", () => {
  fc.assert(
    fc.property(anyStudy, fc.constantFrom(undefined, "2026-12-10"), (progress, exam) => {
      const read = readCopy(writeCopy(progress, exam));
      expect(read).toEqual({ copy: { exam, progress } });
      expect(writeCopy((read as { copy: StudyCopy }).copy.progress, exam)).toBe(writeCopy(progress, exam));
    }),
  );
});

test("two studies merge to the newest review of each card, in any order and any number of times", () => {
  fc.assert(
    fc.property(anyStudy, anyStudy, anyStudy, (a, b, c) => {
      expect(writeCopy(merge(a, b), undefined)).toBe(writeCopy(merge(b, a), undefined));
      expect(writeCopy(merge(merge(a, b), c), undefined)).toBe(writeCopy(merge(a, merge(b, c)), undefined));
      expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      for (const [key, { reviewed }] of merge(a, b)) {
        expect(reviewed).toBe(Math.max(a.get(key)?.reviewed ?? 0, b.get(key)?.reviewed ?? 0));
      }
    }),
  );
});

const good = JSON.parse(writeCopy(new Map([["nodo:definir", known]]), "2026-12-10")) as Record<string, unknown>;
const record = toRecord(known);
const withCard = (card: unknown, key = "nodo:definir") => JSON.stringify({ ...good, tarjetas: { [key]: card } });

describe("a file that is no copy is refused with a sentence:", () => {
  test.each<[string, string, string]>([
    ["nothing", "", "no es JSON"],
    ["a picture", "\u0089PNG\r\n", "no es JSON"],
    ["a page", "<!doctype html><script>alert(1)</script>", "no es JSON"],
    ["null", "null", "no tiene tarjetas"],
    ["a list", "[]", "no tiene tarjetas"],
    ["no version", JSON.stringify({ formato: "repaso", tarjetas: {} }), "falta la versión"],
    ["a version in words", JSON.stringify({ ...good, version: "1" }), "su versión no existe"],
    ["a version before the first", JSON.stringify({ ...good, version: 0 }), "su versión no existe"],
    ["another format", JSON.stringify({ ...good, formato: "anki" }), "falta el formato"],
    ["one name more", JSON.stringify({ ...good, extra: 1 }), "no lleva «extra»"],
    ["a prototype", `{"__proto__":{"x":1},${JSON.stringify(good).slice(1)}`, "no lleva «__proto__»"],
    ["an exam that is no day", JSON.stringify({ ...good, examen: "2026-02-30" }), "la fecha del examen"],
    ["cards in a list", JSON.stringify({ ...good, tarjetas: [] }), "no tiene tarjetas"],
    ["a card without key", withCard(record, ""), "está dañada"],
    ["a card whose key is markup", withCard(record, "<img src=x onerror=alert(1)>:definir"), "está dañada"],
    ["a card named as a prototype", `{"formato":"repaso","version":1,"tarjetas":{"__proto__":{}}}`, "está dañada"],
    ["a card of ten megabytes", withCard("x".repeat(largestCopy)), "es demasiado grande"],
    ["very deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "No se cambió nada"],
  ])("%s", (_, text, words) => {
    const read = readCopy(text);
    expect(read).toHaveProperty("problem");
    const { problem } = read as { problem: string };
    expect(problem).toContain(words);
    expect(problem).toMatch(/^Ese archivo no es un progreso de repaso: .+\. No se cambió nada\.$/u);
  });

  test("a copy of a later version says what to do", () => {
    expect(readCopy(JSON.stringify({ ...good, version: 2 }))).toEqual({
      problem: expect.stringContaining("versión más nueva") as string,
    });
  });
});

const strange = [null, "", "1", true, [], {}, NaN, Infinity, -1, 1e300, 1.5];
const missing = Object.keys(record).map((name) => ({ ...record, [name]: undefined }));
const wrong = Object.keys(record).flatMap((name) => strange.slice(0, 9).map((value) => ({ ...record, [name]: value })));

test("a record with one value missing or wrong is no progress", () => {
  expect(readRecord(record)).toEqual(known);
  for (const value of [...strange, ...missing, ...wrong, { ...record, más: 1 }, { ...record, vence: 1.5 }]) {
    expect.soft(readRecord(value), JSON.stringify(value)).toBeUndefined();
  }
});
