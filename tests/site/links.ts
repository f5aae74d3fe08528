import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";

/** The files of a built site by path from its root; the content of those that can link, nothing for the others. */
export type SiteFiles = ReadonlyMap<string, string>;

export function readSite(folder: string): SiteFiles {
  const files = globSync("**/*.*", { cwd: folder, exclude: (name) => name.startsWith(".") }).sort();
  return new Map(
    files.map((file) => [
      file.replaceAll("\\", "/"),
      /\.(html|css|js|xml|webmanifest)$/.test(file) ? readFileSync(join(folder, file), "utf8") : "",
    ]),
  );
}

/**
 * What a visitor would find broken in a site that is published at `address` (with base and final `/`): links, anchors
 * and files that do not exist or lack the base, identifiers twice in a page or pointing nowhere. One line each.
 */
export function checkSite(files: SiteFiles, address: string): string[] {
  const pages = new Map(
    [...files].filter(([path]) => path.endsWith(".html")).map(([path, html]) => [path, readPage(html)]),
  );
  const anchors = new Map([...pages].map(([path, page]) => [path, new Set(page.ids)]));
  const problems: string[] = [];
  const check = (from: string, reference: string) => {
    const problem = checkReference(files, anchors, address, from, reference);
    if (problem !== undefined) problems.push(`${from}: ${reference}: ${problem}`);
  };

  for (const [path, { ids, references, pointers }] of pages) {
    for (const id of ids.filter((each, index) => ids.indexOf(each) !== index)) problems.push(`${path}: two #${id}`);
    for (const id of pointers.filter((each) => !ids.includes(each))) problems.push(`${path}: no #${id} to point at`);
    for (const reference of new Set(references)) check(path, reference);
  }
  for (const [path, text] of files) {
    for (const reference of new Set(readReferences(path, text))) check(path, reference);
  }
  return problems;
}

interface PageLinks {
  ids: string[];
  /** Addresses that the page shows or loads. */
  references: string[];
  /** Identifiers of the same page that attributes name. */
  pointers: string[];
}

const loading = ["href", "src", "srcSet", "poster", "action", "formAction", "data", "xLinkHref"];
const pointing = [
  "ariaLabelledBy",
  "ariaDescribedBy",
  "ariaControls",
  "ariaOwns",
  "ariaDetails",
  "htmlFor",
  "headers",
  "list",
];

// The self-tests ask for the same pages again and again, all but one untouched.
const known = new Map<string, PageLinks>();

function readPage(html: string): PageLinks {
  const read = known.get(html) ?? parsePage(html);
  known.set(html, read);
  return read;
}

function parsePage(html: string): PageLinks {
  const page: PageLinks = { ids: [], references: [], pointers: [] };
  visit(fromHtml(html) as Root, "element", ({ tagName, properties }: Element) => {
    if (typeof properties["id"] === "string") page.ids.push(properties["id"]);
    for (const name of loading) {
      for (const value of [properties[name]].flat()) {
        if (typeof value === "string") page.references.push(name === "srcSet" ? value.trim().split(/\s/)[0]! : value);
      }
    }
    for (const name of pointing)
      page.pointers.push(...[properties[name] ?? []].flat().join(" ").split(/\s+/).filter(Boolean));
    for (const value of Object.values(properties)) {
      const [, id] = (typeof value === "string" && /^url\(["']?#([^)"']+)/.exec(value)) || [];
      if (id !== undefined) page.pointers.push(id);
    }
    const property = String(properties["property"] ?? "");
    if (tagName === "meta" && /^og:(url|image)$/.test(property)) page.references.push(String(properties["content"]));
  });
  return page;
}

/** What a style sheet, a script, the manifest or the site map names. */
function readReferences(path: string, text: string): string[] {
  const find = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, reference]) => reference!);
  if (path.endsWith(".css")) return find(/url\(\s*["']?([^"')]+)/g).concat(find(/@import\s+["']([^"']+)/g));
  if (path.endsWith(".js")) return find(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{0,2}\/[^"'`$]+)["'`]/g);
  if (path.endsWith(".webmanifest")) return find(/"(?:src|start_url|scope)":\s*"([^"]+)"/g);
  if (path === "sitemap.xml") return find(/<loc>([^<]+)<\/loc>/g);
  return [];
}

function checkReference(
  files: SiteFiles,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  address: string,
  from: string,
  reference: string,
): string | undefined {
  if (reference === "" || reference === "#") return "leads nowhere";
  if (/^(data|mailto):/.test(reference)) return undefined;
  const own = new URL(address);
  const target = new URL(reference, new URL(from.replace(/(^|\/)index\.html$/, "$1"), own));
  if (target.origin !== own.origin) return target.protocol === "https:" ? undefined : "is not https";
  // 404.html answers at any depth: what is relative in it depends on the address that was asked for.
  if (from === "404.html" && !/^(https:|\/|#)/.test(reference)) return "is relative in a page without a place";
  if (!target.pathname.startsWith(own.pathname)) return "lacks the base";
  const path = decodeURIComponent(target.pathname.slice(own.pathname.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) return files.has(`${file}/index.html`) ? "lacks the final /" : "does not exist";
  const anchor = decodeURIComponent(target.hash.slice(1)).replace(/^\//, "");
  if (anchor === "" || !file.endsWith(".html")) return undefined;
  return anchors.get(file)?.has(anchor) ? undefined : "has no such anchor";
}
