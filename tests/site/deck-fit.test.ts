import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { measureSlides, openDeck } from "./deck-probe.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));
const decks = lessons.flatMap((deck) => (["16:9", "4:3"] as const).map((ratio) => ({ deck, ratio })));

describe.each(decks)("$deck at $ratio", ({ deck, ratio }) => {
  test("every slide fits, can be read, and is as high as was computed", { timeout: 120_000 }, async () => {
    const { page, troubles } = await openDeck(browser, `${inject("site")}diapositivas/${deck}/`, ratio);
    const slides = await measureSlides(page, ratio);
    await page.context().close();
    expect(troubles).toEqual([]);
    expect(slides.length).toBeGreaterThan(3);

    for (const { id, kind, overflow, clipped, small, overlapping, words, height } of slides) {
      expect({ id, overflow, clipped, small, overlapping }).toEqual({
        id,
        overflow: [],
        clipped: [],
        small: [],
        overlapping: [],
      });
      if (kind !== "content") continue;
      expect(height, `${id} shows nothing but its title`).toBeDefined();
      expect(words, `${id} has many words`).toBeLessThanOrEqual(70);
      const { measured, computed, available } = height!;
      expect(measured, `${id} is taller than its room`).toBeLessThanOrEqual(available + 0.5);
      // The computation may add a line (it is careful at the edge), and never takes one away.
      expect(computed - measured, `${id}: computed ${computed}, measured ${measured}`).toBeGreaterThan(-1);
      expect(computed - measured, `${id}: computed ${computed}, measured ${measured}`).toBeLessThan(67);
    }
    const heights = slides.flatMap(({ height }) => height ?? []);
    const exact = heights.filter(({ measured, computed }) => Math.abs(computed - measured) < 1).length;
    expect(exact / heights.length).toBeGreaterThan(0.9);
    const fills = heights.map(({ measured, available }) => measured / available).sort((a, b) => a - b);
    const median = fills[Math.floor(fills.length / 2)]!;
    expect(median).toBeGreaterThan(0.55);
    expect(median).toBeLessThanOrEqual(0.9);
  });
});

test.each(["parte-1", "parte-2", "curso"])("what opens and closes %s fits too", async (deck) => {
  for (const ratio of ["16:9", "4:3"] as const) {
    const { page, troubles } = await openDeck(browser, `${inject("site")}diapositivas/${deck}/`, ratio);
    // Slides of a lesson carry its name, and are measured in its own deck.
    const slides = await measureSlides(page, ratio, (id) => !id.includes("--"));
    await page.context().close();
    expect(troubles).toEqual([]);
    const ids = slides.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(["inicio", "recorrido"]);
    expect(ids.at(-1)).toMatch(/^cierre/u);
    const wrong = slides.filter(
      ({ overflow, clipped, small, overlapping, words, height }) =>
        [overflow, clipped, small, overlapping].some((found) => found.length > 0) ||
        words > 70 ||
        (height !== undefined && height.measured > height.available + 0.5),
    );
    expect(wrong).toEqual([]);
  }
});

test.each(lessons)("%s has at most 1.6 slides for each heading", async (deck) => {
  const { page } = await openDeck(browser, `${inject("site")}diapositivas/${deck}/`, "16:9");
  const content = await page.locator(".slides > section:not([data-forma~=titulo], [data-forma~=divisora])").count();
  await page.goto(`${inject("site")}lecciones/${deck}/`);
  const headings = await page.locator(".prosa:not(.preguntas) > :is(h2, h3), .prosa .anotado > :is(h2, h3)").count();
  await page.context().close();
  expect(content / headings).toBeLessThanOrEqual(1.6);
});

test("the probe sees what is wrong", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.setContent(
    `<style>body{margin:0}.slides>section{position:relative;width:1280px;height:720px;font:32px sans-serif}p{margin:0;white-space:nowrap}</style>
     <div class="slides"><section class="present" id="a" data-forma="pila"><header></header><div class="cuerpo">
     <p style="margin-left:1200px">sobresale del borde</p><p style="font-size:20px">chica</p>
     <div style="overflow:hidden;width:40px">cortada por su caja</div>
     <p style="position:absolute;top:300px">encima</p><p style="position:absolute;top:300px">debajo</p></div></section></div>`,
  );
  await page.evaluate(() => {});
  const [slide] = await measureSlides(page, "16:9");
  expect(slide).toMatchObject({
    overflow: [expect.stringContaining("sobresale")],
    small: [expect.stringContaining("chica")],
  });
  expect(slide!.clipped).not.toEqual([]);
  expect(slide!.overlapping).not.toEqual([]);
  await page.close();
});

test("the lessons' folder and the published decks agree", () => {
  const published = readdirSync(join(inject("siteFolder"), "diapositivas"));
  expect(published).toEqual(expect.arrayContaining([...lessons, "curso"]));
});
