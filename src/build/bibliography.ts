import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { courseRoot } from "./course-files.ts";

/** A work of the bibliography, written out in APA style in Spanish. */
export interface Source {
  key: string;
  /** `van Steen y Tanenbaum, 2023`. */
  short: string;
  /** The whole entry as HTML. */
  full: string;
}

interface Cite {
  data: { id: string }[];
  format(format: "citation" | "bibliography", options: Record<string, string>): string;
}

let loaded: { bibtex: string; sources: Map<string, Source> } | undefined;

/** Every source by key, in the order of the alphabet. */
export function loadSources(root = courseRoot()): Map<string, Source> {
  const bibtex = readFileSync(join(root, "src/content/bibliografia.bib"), "utf8");
  if (loaded?.bibtex !== bibtex) loaded = { bibtex, sources: toSources(bibtex) };
  return loaded.sources;
}

function toSources(bibtex: string): Map<string, Source> {
  // citation-js publishes CommonJS whose plugins register themselves by being required.
  const require = createRequire(import.meta.url);
  const { Cite } = require("@citation-js/core") as { Cite: new (bibtex: string) => Cite };
  for (const plugin of ["@citation-js/plugin-bibtex", "@citation-js/plugin-csl"]) require(plugin);

  const cite = new Cite(bibtex);
  const style = { template: "apa", lang: "es-ES" };
  const sources = cite.data.map(({ id }) => {
    const citation = cite.format("citation", { ...style, entry: id });
    const entry = cite.format("bibliography", { ...style, entry: id, format: "html" });
    return { key: id, short: toSpanish(citation.replace(/^\(|\)$/g, "")), full: toLinks(toSpanish(readEntry(entry))) };
  });
  sources.sort((a, b) => a.full.replace(/<[^>]+>/g, "").localeCompare(b.full.replace(/<[^>]+>/g, ""), "es"));
  return new Map(sources.map((source) => [source.key, source]));
}

function readEntry(html: string): string {
  const entry = /class="csl-entry">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? html;
  return entry.trim();
}

function toLinks(html: string): string {
  return html.replace(/https?:\/\/[^\s<]*[^\s<.,;)]/gu, (address) => `<a href="${address}">${address}</a>`);
}

// APA joins authors with an ampersand in every language; Spanish prose writes «y» («e» before the sound i).
function toSpanish(text: string): string {
  return text
    .replace(/,? (?:&amp;|&#38;|&) (?=([\p{L}]))/gu, (_, initial: string) => (/[IÍ]/u.test(initial) ? " e " : " y "))
    .replace(/Recuperado (?=https?:)/u, "")
    .replace(/\bNo\. (?=\d)/u, "n.º ");
}
