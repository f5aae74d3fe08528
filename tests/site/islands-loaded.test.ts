import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { islands, openLaboratory, readShown } from "./laboratory.ts";
import { openPage, readPages, waitForQuiet } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test("each island weighs at most 15 kB over its page, and all together 48", async () => {
  const { page, close } = await openLaboratory(browser);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  await page.goto(`${inject("site")}glosario/`);
  await waitForQuiet(page);
  const ofPages = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  await close();
  const base = new Set(toFiles(ofPages));
  const added = new Set(toFiles(loaded).filter((file) => !base.has(file)));
  const roots = [...toFiles(loaded)].flatMap((file) => [
    ...read(file).matchAll(/(\w+):\(\)=>[^,]*?import\(["'`]\.\/([^"'`]+)["'`]\)/g),
  ]);
  expect(roots.map(([, name]) => name).sort()).toEqual(islands.map(({ name }) => name).sort());
  for (const [, name, file] of roots) {
    const own = weigh([...importsOf(`_/${file}`)].filter((one) => !base.has(one)));
    console.log(`${name}: ${(own / 1000).toFixed(1)} kB`);
    expect.soft(own, `${name}`).toBeLessThanOrEqual(15_000);
  }
  console.log(`all: ${(weigh(added) / 1000).toFixed(1)} kB`);
  expect(weigh(added)).toBeLessThanOrEqual(48_000);
});

function toFiles(addresses: readonly string[]): string[] {
  return addresses.filter((name) => name.endsWith(".js")).map((name) => name.slice(inject("site").length));
}

function read(file: string): string {
  return readFileSync(join(inject("siteFolder"), file), "utf8");
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
