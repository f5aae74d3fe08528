import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import { expect, inject, test } from "vitest";
import { readPages } from "./pages.ts";

interface DefinitionRecord {
  id: string;
  termino: string;
  definicion: string;
  url: string;
  diapositiva: string;
  relacionados: string[];
}

const sites = [
  { base: "/sd/", folder: inject("siteFolder"), least: 100 },
  { base: "/", folder: inject("rootFolder"), least: 3 },
];

test.each(sites)("definiciones.json under $base holds each definition of the lessons once", ({ folder, least }) => {
  const records = readRecords(folder);
  const shown = readPages(folder)
    .filter(({ type }) => type === "lecciones/*")
    .flatMap(({ html }) => selectAll("main .definicion[id^=def-]", fromHtml(html)))
    .map(({ properties }) => String(properties["id"]).slice("def-".length));
  expect(shown.length).toBeGreaterThanOrEqual(least);
  expect(records.map(({ id }) => id).sort()).toEqual(shown.sort());
});

test.each(sites)(
  "each address of definiciones.json under $base shows that term and that definition",
  ({ base, folder }) => {
    const pages = new Map(readPages(folder).map(({ path, html }) => [base + path, fromHtml(html)]));
    for (const { id, termino, definicion, url } of readRecords(folder)) {
      const [path = "", anchor] = url.split("#");
      const page = pages.get(path);
      const shown = page && select(`[id="${anchor}"]`, page);
      expect(anchor).toBe(`def-${id}`);
      expect.soft(shown, url).toBeDefined();
      expect(toWords(shown && select("dfn", shown))).toBe(termino);
      // The page puts the words of others between quotation marks.
      expect(toWords(shown && select(".texto", shown)).replace(/^«(.*)»$/, "$1")).toBe(definicion.replace(/\s+/g, " "));
    }
  },
);

test("definiciones.json relates only definitions that it holds", () => {
  const records = readRecords(inject("siteFolder"));
  const ids = new Set(records.map(({ id }) => id));
  expect(records.flatMap(({ relacionados }) => relacionados).filter((id) => !ids.has(id))).toEqual([]);
});

function readRecords(folder: string): DefinitionRecord[] {
  return JSON.parse(readFileSync(join(folder, "definiciones.json"), "utf8")) as DefinitionRecord[];
}

function toWords(element: Parameters<typeof toString>[0] | undefined): string {
  return element === undefined ? "" : toString(element).replace(/\s+/g, " ").trim();
}
