import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toHtml } from "hast-util-to-html";
import { element } from "../../../slides/clean.ts";
import { type BuiltSite, bundleScripts, bundleStyles, toDataAddress, toFile } from "./bundle.ts";

/** A built site, and where its pages are published: what a file does not hold, it links to. */
export interface OfflineSite extends BuiltSite {
  /** Ends with the base. */
  published: string;
}

/** The deck in one HTML file that asks for nothing: styles, fonts, programs and the notes of every slide are inside. */
export async function makeDeckFile(site: OfflineSite, name: string, root = process.cwd()): Promise<string> {
  const tree = fromHtml(await readDeckPage(site, `diapositivas/${name}/`));
  const notes = fromHtml(await readDeckPage(site, `diapositivas/${name}/notas/`));
  const head = find(tree, "head");
  const scripts = selectAll("script[src]", tree);
  const sheets = selectAll("link[rel=stylesheet]", tree);

  const modules = pathsOf(
    scripts.filter(({ properties }) => properties["type"] === "module"),
    "src",
  );
  const others = pathsOf(
    scripts.filter(({ properties }) => properties["type"] !== "module"),
    "src",
  );
  const islands = new Set(pathsOf(selectAll("[data-isla]", tree), "dataIsla"));
  const main = await bundleScripts([...modules, join(root, "slides/offline/notes.ts")], site, islands);
  const first = await Promise.all(others.map((path) => readFile(toFile(path, site), "utf8")));
  const styles = await bundleStyles(pathsOf(sheets, "href"), site);
  const own = await readFile(join(root, "slides/offline/notes.css"), "utf8");
  const known = pathsOf(sheets, "href");
  const ofNotes = pathsOf(selectAll("link[rel=stylesheet]", notes), "href").filter((path) => !known.includes(path));
  const beside = withoutFaces(await bundleStyles(ofNotes, site), styles).trim();
  // Packed, a program takes two fifths of its room; unpacked it is the very text that the policy names.
  const codes = [...first, unpack].map((code) => code.replace(/<\/(?=script)/giu, String.raw`<\/`));
  const packed = deflateRawSync(main, { level: 9 }).toString("base64");
  const sheet = `${styles}\n${own}`.trim();

  drop(tree, [...scripts, ...sheets, ...selectAll("link[rel=preload], [data-notas], [data-orador]", tree)]);
  const policy = find(tree, "meta[http-equiv]");
  policy.properties["content"] = toPolicy([...codes, main], [sheet, beside]);
  for (const icon of selectAll("link[rel=icon]", tree))
    icon.properties["href"] = await toDataAddress(String(icon.properties["href"]), site);
  for (const code of codes.slice(0, -1)) head.children.push(element("script", {}, [code]));
  // For the window with the notes alone: in the deck it does nothing.
  head.children.push(
    element("style", {}, [sheet]),
    element("style", { media: "not all" }, [beside]),
    element("script", { type: "application/octet-stream", id: packedId }, [packed]),
    element("script", { type: "module" }, [codes.at(-1) ?? ""]),
  );
  placeNotes(tree, notes);
  for (const link of selectAll("a[href]", tree)) {
    const href = String(link.properties["href"]);
    if (href.startsWith(site.base)) link.properties["href"] = site.published + href.slice(site.base.length);
  }
  return toHtml(tree, { closeSelfClosing: true });
}

// Letters are a third of the file: the window beside has both sheets, and needs each face once.
function withoutFaces(sheet: string, other: string): string {
  return sheet.replace(/@font-face\s*\{[^}]*\}/gu, (face) => (other.includes(face) ? "" : face));
}

/** Id of the element that holds the packed program. */
const packedId = "programa";

const unpack = `
const packed = Uint8Array.from(atob(document.getElementById("${packedId}").textContent), (c) => c.charCodeAt(0));
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
const program = document.createElement("script");
program.textContent = await new Response(unpacked).text();
document.head.append(program);
`;

/** Only what stands in the file may run or paint; nothing may be asked for. */
function toPolicy(codes: readonly string[], sheets: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${codes.map(toSource).join(" ")}`,
    `style-src ${sheets.map(toSource).join(" ")} data:`,
    "img-src data: blob:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

function toSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

// Each under its slide: there they are read where slides are read, without a program too.
function placeNotes(tree: Root, notes: Root): void {
  const said = new Map(selectAll("[data-diapositiva]", notes).map((one) => [one.properties["dataDiapositiva"], one]));
  const slides = find(tree, ".slides");
  slides.children = slides.children.flatMap((slide): ElementContent[] => {
    const id = slide.type === "element" ? slide.properties["id"] : undefined;
    const section = said.get(id as string | undefined);
    if (slide.type !== "element" || section === undefined || section.children.length < 2) return [slide];
    const attributes = { className: ["notas-aparte"], role: "note", ariaLabel: "Notas", dataDiapositiva: String(id) };
    return [slide, element("div", attributes, section.children)];
  });
}

function pathsOf(elements: Element[], attribute: string): string[] {
  return elements.map(({ properties }) => String(properties[attribute]));
}

function drop(tree: Root, unwanted: readonly Element[]): void {
  const walk = (parent: { children: unknown[] }) => {
    parent.children = parent.children.filter((child) => !unwanted.includes(child as Element));
    for (const child of parent.children)
      if (typeof child === "object" && child !== null && "children" in child) walk(child as { children: unknown[] });
  };
  walk(tree);
}

function find(tree: Root, selector: string): Element {
  const found = select(selector, tree);
  if (found === undefined) throw new Error(`The deck's page has no ${selector}.`);
  return found;
}

async function readDeckPage({ folder }: OfflineSite, path: string): Promise<string> {
  return readFile(join(folder, path, "index.html"), "utf8").catch(() => {
    throw new Error(`El sitio construido no tiene ${path}: hace falta npm run build.`);
  });
}
