import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import { expect, inject, test } from "vitest";
import { readPages } from "./pages.ts";

const folder = "src/content/listados";
const zip = unzipSync(readFileSync(join(inject("siteFolder"), "descargas/contador.zip")));

test("the zip of an example holds its files, hidden ones too", () => {
  const files = globSync(["contador/**/*.*", "contador/**/.*", "contador/**/Dockerfile"], { cwd: folder });
  expect(Object.keys(zip).sort()).toEqual([...new Set(files)].sort());
  expect(Object.keys(zip)).toContain("contador/api/.dockerignore");
  for (const [path, bytes] of Object.entries(zip))
    expect(strFromU8(bytes)).toBe(readFileSync(join(folder, path), "utf8"));
});

test("what the lessons print of an example is what the zip holds, line by line", () => {
  const printed = new Map<string, string[]>();
  for (const { html } of readPages(inject("siteFolder")).filter(({ type }) => type === "lecciones/*")) {
    for (const listing of selectAll(".listado", fromHtml(html))) {
      const name = toString(select(".listado-titulo code", listing)!);
      if (name.includes("/")) printed.set(name, [...(printed.get(name) ?? []), toString(select("pre", listing)!)]);
    }
  }
  expect([...printed.keys()].sort()).toEqual(
    expect.arrayContaining(["contador/api/Dockerfile", "contador/compose.yaml"]),
  );
  for (const [name, parts] of printed) expect(parts.join(""), name).toBe(strFromU8(zip[name]!));
});
