import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import { expect, inject, test } from "vitest";
import { factAnchor, isFact, isNote, readMarks } from "../../src/course/mark.ts";
import { toWords, wantedWords } from "../course/marked-words.ts";
import { readLessons } from "../course/real-lessons.ts";

interface Item {
  id: string;
  corregido: string;
  seccion: string;
}

const items = JSON.parse(readFileSync("tests/fixtures/apunte/inventario.json", "utf8")) as Item[];
const lessons = readLessons();

test.each(lessons)("the page of $slug has the words of the notes under their anchors", ({ slug }) => {
  const page = readPage(`lecciones/${slug}`);
  const own = items.filter(({ seccion }) => seccion.split("#")[0] === slug);
  expect(own.length).toBeGreaterThan(0);
  const lost = own.filter(
    ({ corregido, seccion }) => !wordsUnder(page, seccion.split("#")[1]).includes(wantedWords(corregido)),
  );
  expect(lost.map(({ id, seccion }) => `${id} in ${seccion}`)).toEqual([]);
});

test("words that stand under another anchor are not found", () => {
  const page = fromHtml(
    `<h2 id="uno">Uno</h2><p>aquí</p><h3 id="dos">Dos</h3><p>allá</p><h2 id="tres">Tres</h2><p>lejos</p>`,
  );
  expect(wordsUnder(page, "uno")).toBe(" uno aqui dos alla ");
  expect(wordsUnder(page, "dos")).toBe(" dos alla ");
});

test("the page of corrections shows every settled fact once and leads to it", () => {
  const page = readPage("correcciones");
  const shown = selectAll(".correcciones > li", page);
  const facts = lessons.flatMap(({ slug, tree }) =>
    readMarks(tree)
      .filter(({ id }) => isFact(id))
      .map((mark) => ({ ...mark, slug })),
  );
  expect(shown).toHaveLength(facts.length);
  const wrong = facts.filter(({ id, slug, block, anchors }, index) => {
    const item = shown[index]!;
    const anchor = isNote(block) ? factAnchor(id) : anchors.at(-1);
    const said = toWords(toString(select(":scope > :not(.rotulos)", item)!));
    const there = select(
      isNote(block) ? `[id="${anchor}"] > :not(.rotulo)` : `[id="${anchor}"]`,
      readPage(`lecciones/${slug}`),
    );
    const leads = select("a", item)!.properties["href"] === `/sd/lecciones/${slug}/#${anchor}` && there !== undefined;
    return !leads || said.length < 20 || (isNote(block) && toWords(toString(there)) !== said);
  });
  expect(wrong.map(({ id, slug }) => `${id} in ${slug}`)).toEqual([]);
});

function readPage(path: string): Nodes {
  return fromHtml(readFileSync(join(inject("siteFolder"), path, "index.html"), "utf8"));
}

const blocks = new Set([
  "p",
  "li",
  "td",
  "th",
  "div",
  "section",
  "figcaption",
  "caption",
  "h2",
  "h3",
  "dfn",
  "span",
  "tr",
]);

/** The words from a heading to the next of its level or above; without an anchor, those of the page's title. */
function wordsUnder(page: Nodes, anchor: string | undefined): string {
  if (anchor === undefined) return toWords(toString(select("main h1", page)!));
  let inside: Element | undefined;
  const collect = (node: Nodes): string => {
    if (node.type === "text") return inside === undefined ? "" : node.value;
    if (node.type !== "element" && node.type !== "root") return "";
    if (node.type === "element") {
      if (node.properties["id"] === anchor) inside = node;
      else if (/^h[1-3]$/.test(node.tagName) && inside !== undefined && node.tagName <= inside.tagName)
        inside = undefined;
      // A quotation's original stands between its translation and its author.
      if (isSkipped(node)) return "";
    }
    const text = node.children.map((child) => collect(child as Nodes)).join("");
    return node.type === "element" && blocks.has(node.tagName) && !isInline(node) ? ` ${text} ` : text;
  };
  return toWords(collect(page));
}

function isSkipped({ properties }: Element): boolean {
  const names = properties["className"];
  const classes = Array.isArray(names) ? names : [];
  return ["original", "herramientas-de-seccion", "numero-de-seccion", "aparte"].some(
    (name) => classes.includes(name) && !classes.includes("ejemplo"),
  );
}

function isInline({ tagName, properties }: Element): boolean {
  return (
    tagName === "span" && properties["className"] !== undefined && String(properties["className"]).includes("corregido")
  );
}
