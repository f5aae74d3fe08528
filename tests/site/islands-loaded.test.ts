import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { islands, readShown } from "./laboratory.ts";
import { openPage, readPages } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

// Brotli, file by file, over what every page has. Untouched: what makes all five answer, wherever they are seen. Whole:
// with what draws an island anew, which comes when a pointer or the focus enters it, or with its slide.
test("untouched, five islands weigh at most 5 kB; whole, each at most 15, the topologies 22.5, all five 52", () => {
  const page = importsOf(scriptOf("glosario/"));
  const [waking = ""] = laterOf(scriptOf("laboratorio/")).filter((file) =>
    read(file).includes("customElements.define"),
  );
  const isOwn = (file: string) => !page.has(file);
  const before = [...importsOf(waking)].filter(isOwn);
  const ofEach = laterOf(waking).map((file) => new Set([...before, ...importsOf(file)].filter(isOwn)));
  const all = weigh(new Set(ofEach.flatMap((files) => [...files])));
  const each = ofEach.map(weigh).sort((a, b) => b - a);
  console.log(`untouched: ${weigh(new Set(before))}; whole: ${each.join(", ")}; all: ${all}`);
  expect(each.length).toBe(islands.length);
  expect(weigh(new Set(before))).toBeLessThanOrEqual(5000);
  const [most = 0, ...others] = each;
  expect(most).toBeLessThanOrEqual(22_500);
  expect(Math.max(...others)).toBeLessThanOrEqual(15_000);
  expect(all).toBeLessThanOrEqual(52_000);
});

test("a deck with one island asks for the sheet of its drawing alone, with what islands share at most 2.7 kB", () => {
  const decks = islandDecks();
  expect(decks.length).toBe(islands.length);
  for (const { deck } of decks) {
    const html = read(`diapositivas/${deck}/index.html`);
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="[^"]*?(_\/island[^"]+)"/g)].map(
      ([, file = ""]) => file,
    );
    expect(sheets.length).toBe(1 + new Set(html.match(/data-isla="\w+"/g)).size);
    expect(weigh(sheets)).toBeLessThanOrEqual(2700);
  }
});

/** The script of a page. */
function scriptOf(path: string): string {
  const html = readFileSync(join(inject("siteFolder"), path, "index.html"), "utf8");
  const [, file = ""] = /<script type="module" src="\/[^"]*?(_\/[^"]+)"/.exec(html) ?? [];
  return file;
}

function read(file: string): string {
  return readFileSync(join(inject("siteFolder"), file), "utf8");
}

/** What a script and all that it needs load later. */
function laterOf(file: string): string[] {
  return [...importsOf(file)].flatMap((one) =>
    [...read(one).matchAll(/import\(["'`]\.\/([^"'`]+)["'`]\)/g)].map(([, name]) => `_/${name}`),
  );
}

/** The script and all that it needs to run. */
function importsOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ""] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    importsOf(`_/${name}`, found);
  return found;
}

function weigh(files: Iterable<string>): number {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return [...files].reduce((sum, file) => sum + brotliCompressSync(read(file), options).length, 0);
}

test("on its slide an island follows the fragments, keeps its keys and lets the clicker through", async () => {
  const decks = islandDecks();
  expect(decks.length).toBeGreaterThan(0);
  for (const { deck, slide, tag } of decks) {
    const { page, troubles, close } = await openPage(browser, `${inject("site")}diapositivas/${deck}/#/${slide}`, {
      viewport: { width: 1280, height: 720 },
    });
    const live = page.locator(`.present ${tag}[data-viva]`);
    await live.waitFor();
    await expect.poll(() => live.getAttribute("data-entera")).toBe("");
    const here = await page.locator(".slides > .present").getAttribute("id");
    const shown = () => readShown(live);
    const scenes = [await shown()];
    const fragments = await live.locator(".fragment").count();
    for (let scene = 1; scene <= fragments; scene += 1) {
      await page.keyboard.press("ArrowRight");
      expect(await page.locator(".slides > .present").getAttribute("id")).toBe(here);
      scenes.push(await shown());
    }
    expect(new Set(scenes).size, `${deck}`).toBe(scenes.length);
    await page.keyboard.press("ArrowLeft");
    expect(await shown()).toBe(scenes.at(-2));
    await page.keyboard.press("ArrowRight");
    const summary = live.locator(".isla-panel > summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    expect(await live.locator(".isla-panel").getAttribute("open")).toBe("");
    for (const key of ["ArrowRight", "Space", "End", "b", "o"]) await page.keyboard.press(key);
    expect(await page.locator(".slides > .present").getAttribute("id")).toBe(here);
    await summary.focus();
    await page.keyboard.press("PageDown");
    expect(await page.locator(".slides > .present").getAttribute("id")).not.toBe(here);
    const left = page.locator(`${tag}[data-viva]`).first();
    await expect.poll(() => left.evaluate((one) => (one as HTMLElement & { shown: boolean }).shown)).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  }
});

/** The slides that show an island, one of each. */
function islandDecks(): { deck: string; slide: string; tag: string }[] {
  return islands.flatMap(({ tag }) => {
    for (const { path, html } of readPages(inject("siteFolder"))) {
      const [, deck] = /^diapositivas\/([^/]+)\/$/.exec(path) ?? [];
      const before = html.slice(0, Math.max(0, html.indexOf(`<${tag} `)));
      const slide = [...before.matchAll(/<section id="([^"]+)"/g)].at(-1)?.[1];
      if (deck !== undefined && slide !== undefined && !slide.includes("--")) return [{ deck, slide, tag }];
    }
    return [];
  });
}
