import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openPage, readPages } from "./pages.ts";

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
