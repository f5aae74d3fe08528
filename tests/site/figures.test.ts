import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readIndexedPage } from "../../src/build/search-page.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { toWords } from "../../src/course/search-query.ts";
import { openPage, readPages } from "./pages.ts";
import { askAll } from "./search-page.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const lessons = readPages(inject("siteFolder")).filter(
  ({ type, html }) => type === "lecciones/*" && html.includes(`class="lamina"`),
);

test("on a phone every figure of the course stays in its column with letters of 12 px or more", async () => {
  const { page, close } = await openPage(browser, inject("site"), { viewport: { width: 360, height: 740 } });
  let seen = 0;
  for (const { path } of lessons) {
    await page.goto(inject("site") + path);
    const figures = await page.evaluate(measureFigures);
    seen += figures.length;
    expect(figures.filter(({ text, right }) => text < 11.99 || right > 360.5)).toEqual([]);
  }
  expect(seen).toBeGreaterThan(20);
  await close();
});

test("every word of a figure finds its lesson, also one that stands in no sentence of it", async () => {
  const { page, close } = await openPage(browser, `${inject("site")}buscar/`);
  const lost: string[] = [];
  let alone = 0;
  for (const { path, html } of lessons) {
    const labels = new Set(wordsOf(html, ".lamina svg :is(text, tspan):not(:has(tspan))"));
    const written = new Set(toWords(readIndexedPage(path, html).html));
    expect([...labels].filter((word) => !written.has(word))).toEqual([]);
    const said = new Set(wordsOf(html.replaceAll(/<svg.*?<\/svg>/gsu, ""), "main"));
    const drawn = [...labels].filter((word) => word.length > 4 && !/\d/u.test(word) && !said.has(word));
    alone += drawn.length;
    for (const word of drawn) {
      await askAll(page, [word]);
      if ((await page.locator(`#resultados a[href*="${path}"]`).count()) === 0) lost.push(`${path}: ${word}`);
    }
  }
  expect(lost).toEqual([]);
  expect(alone).toBeGreaterThan(3);
  await close();
});

function wordsOf(html: string, selector: string): string[] {
  return selectAll(selector, fromHtml(html)).flatMap((element) => toWords(toString(element)));
}

/** Runs in the page: size of each figure's smallest letters as they are seen, and where its sheet ends, px. */
function measureFigures() {
  return [...document.querySelectorAll<HTMLElement>(".lamina")].map((sheet) => {
    const sizes = [...sheet.querySelectorAll<SVGTextElement>("text, tspan")].map((element) => {
      const { a, b } = element.getScreenCTM()!;
      return Number.parseFloat(getComputedStyle(element).fontSize) * Math.hypot(a, b);
    });
    const id = sheet.closest(".figura")?.id;
    return { id, text: Math.min(...sizes), right: sheet.getBoundingClientRect().right };
  });
}
