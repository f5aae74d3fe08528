import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { readOutline, toOutline } from "../../slides/outline.ts";

// The outlines are reviewed: a change of font, theme or text cannot reflow a lecture unseen.
// ACEPTAR=1 npm test -- deck-outline writes them anew.
const accept = process.env["ACEPTAR"] === "1";
const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));

test.each(lessons)("%s is cut as its reviewed outline says", (deck) => {
  const folder = join(inject("siteFolder"), "diapositivas", deck);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const outline = toOutline(readOutline(read("index.html"), read("notas/index.html")));
  const reviewed = join("slides/outlines", `${deck}.txt`);
  if (accept) writeFileSync(reviewed, outline);
  expect(outline).toBe(readFileSync(reviewed, "utf8"));
});

test("no outline is left of a lesson that is gone", () => {
  const names = readdirSync("slides/outlines").map((file) => file.replace(/\.txt$/u, ""));
  expect(names.filter((name) => !lessons.includes(name))).toEqual([]);
});
