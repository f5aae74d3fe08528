import { createHash } from "node:crypto";
import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";
import { toPath } from "../course/address.ts";
import type { Course } from "../course/course.ts";
import { allNamesOf } from "../course/search-names.ts";
import { toWords } from "../course/search-query.ts";
import {
  type SearchTerms,
  type SearchWords,
  toSearchRecords,
  toSearchTerms,
  toSearchTexts,
  toTermsFile,
} from "../course/search-terms.ts";
import { loadSources } from "./bibliography.ts";
import { type IndexedPage, readIndexedPage, readPageWords } from "./search-page.ts";

/** The file at the root of the site with the names of all definitions, and that of the folder with all else: `carpeta`. */
const pointer = "busqueda.json";

// What the page runs to get the engine, see `components/search/engine.ts`.
const starter = `import * as pagefind from "./pagefind.js";
dispatchEvent(new CustomEvent("motor", { detail: pagefind }));
`;

// The interfaces that come with Pagefind; ours needs the engine only.
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown/;

/**
 * Writes everything that the search needs into a built site: the full-text index of its lessons and definitions, and the
 * files that answer before it. The folder is named by its content, so that an open tab never mixes two builds.
 * Throws when Pagefind refuses a page or a record.
 * @returns the name of the folder
 */
export async function writeSearchIndex(outDir: string, course: Course): Promise<string> {
  const pages = await Promise.all(course.lessons.map(({ slug }) => readLessonPage(outDir, slug)));
  const files = await toPagefindFiles(course, pages);
  const sources = loadSources();
  const terms = toSearchTerms(course);
  files.set("textos.json", toJson(toSearchTexts(course, (key) => sources.get(key)?.short)));
  files.set("palabras.json", toJson(await toSearchWords(outDir, terms)));
  files.set("motor.js", Buffer.from(starter));
  const folder = `busqueda-${hashOf(files)}`;
  for (const [path, content] of files) await write(join(outDir, folder, path), content);
  await write(join(outDir, pointer), toJson(toTermsFile(folder, terms)));
  return folder;
}

type Files = Map<string, Uint8Array>;

async function readLessonPage(outDir: string, slug: string): Promise<IndexedPage> {
  const path = toPath({ kind: "lesson", slug });
  return readIndexedPage(path, await readFile(join(outDir, path, "index.html"), "utf8"));
}

async function toPagefindFiles(course: Course, pages: IndexedPage[]): Promise<Files> {
  const { index, errors } = await pagefind.createIndex({
    // Pages are `es-AR` and records `es`: without this they become two indexes.
    forceLanguage: "es",
    maxFragments: 8,
  });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join("; ")}`);
  try {
    const problems: string[] = [];
    for (const { url, html } of pages) problems.push(...(await index.addHTMLFile({ url, content: html })).errors);
    for (const { definition, content, part } of toSearchRecords(course)) {
      const added = await index.addCustomRecord({
        // The browser adds the base. The anchor tells the definition: any other `meta` would be searched too.
        url: toPath({ kind: "definition", definition }),
        content,
        language: "es",
        meta: { title: definition.term },
        filters: { tipo: ["definicion"], parte: [part] },
      });
      problems.push(...added.errors);
    }
    const output = await index.getFiles();
    problems.push(...output.errors);
    if (problems.length > 0) throw new Error(`Pagefind: ${problems.join("; ")}`);
    return new Map(output.files.filter(({ path }) => !unused.test(path)).map(({ path, content }) => [path, content]));
  } finally {
    await pagefind.close();
  }
}

// Those of the names come with the names.
async function toSearchWords(outDir: string, { terms }: SearchTerms): Promise<SearchWords> {
  const pages = await Array.fromAsync(glob("**/*.html", { cwd: outDir }));
  const words = new Set<string>();
  for (const page of pages.sort()) {
    for (const word of readPageWords(await readFile(join(outDir, page), "utf8"))) words.add(word);
  }
  for (const word of toWords(terms.map(allNamesOf).join(" "))) words.delete(word);
  return { words: [...words].sort().join(" ") };
}

function hashOf(files: Files): string {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) hash.update(`${path}\0`).update(files.get(path) ?? "");
  return hash.digest("hex").slice(0, 10);
}

function toJson(data: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(data)}\n`);
}

async function write(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
