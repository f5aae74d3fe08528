import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadSources } from "../../src/build/bibliography.ts";

// ACEPTAR=1 npm test -- bibliography writes the reviewed text anew.
const reviewed = "tests/fixtures/bibliografia.txt";
const sources = [...loadSources().values()];

test("every entry of the bibliography reads as it was reviewed", () => {
  const text = sources.map(({ key, short, full }) => `${key}\n  ${short}\n  ${full}\n`).join("");
  if (process.env["ACEPTAR"] === "1") writeFileSync(reviewed, text);
  expect(text).toBe(readFileSync(reviewed, "utf8"));
});

test("no entry shows marks of its source, English words of the style, or an address that cannot be followed", () => {
  const wrong = sources.filter(({ full }) => {
    const own = full.replace(/<i>.*?<\/i>/gu, "").replace(/<a .*?<\/a>/gu, "");
    return /[{}\\]|&amp;#|\bRetrieved\b|\bedition\b|techreport|others|https?:/u.test(own);
  });
  expect(wrong.map(({ full }) => full)).toEqual([]);
});
