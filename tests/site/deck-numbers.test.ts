import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import { expect, inject, test } from "vitest";

const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));
const read = (path: string) => fromHtml(readFileSync(join(inject("siteFolder"), path, "index.html"), "utf8"));

test.each(lessons)("figures and tables of %s have the same numbers on page and slide", (lesson) => {
  const page = new Map(
    selectAll(".prosa .figura[id], .prosa .tabla[id]", read(`lecciones/${lesson}`)).map((exhibit) => [
      String(exhibit.properties["id"]),
      toString(select("figcaption strong, .leyenda strong, .titulo-de-tabla strong, caption strong", exhibit)!).trim(),
    ]),
  );
  const slides = selectAll(".slides > section", read(`diapositivas/${lesson}`));
  const shown = slides.flatMap((slide) =>
    selectAll("[id^=fig-], [id^=tabla-]", slide)
      .map(({ properties }) => String(properties["id"]))
      .filter((id) => page.has(id))
      .map((id) => [id, labelOf(slide)] as const),
  );
  expect([...new Set(shown.map(([id]) => id))].sort()).toEqual([...page.keys()].sort());
  expect(shown.filter(([id, label]) => !label.includes(page.get(id)!))).toEqual([]);
});

function labelOf(slide: Nodes): string {
  const label = select(".sello", slide);
  return label === undefined ? "" : toString(label).replaceAll("\u00a0", " ");
}

test.each([
  ["definiciones", "f-9"],
  ["virtualizacion", "f-33"],
  ["docker-conceptos", "f-54"],
  ["docker-conceptos", "f-60"],
  ["docker-conceptos", "f-62"],
])("the error that %s corrects (%s) is corrected on a slide too", (lesson, fact) => {
  const note = selectAll(`[id="${fact}"] > p:not(.rotulo)`, read(`lecciones/${lesson}`));
  const wanted = letters(note.map(toString).join(" "));
  expect(wanted.length).toBeGreaterThan(40);
  const shown = selectAll(".slides > section", read(`diapositivas/${lesson}`)).map((slide) => letters(toString(slide)));
  expect(shown.filter((text) => text.includes(wanted))).toHaveLength(1);
});

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
