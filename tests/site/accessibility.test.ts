import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { allRules, colourRules, findViolations } from "./axe.ts";
import { findUnreadable } from "./contrast.ts";
import { openPage, openTour, readLesson, readOrdinary, readTypes } from "./pages.ts";

const looks = [1280, 320].flatMap((width) => [
  { colorScheme: "light" as const, width, rules: allRules },
  { colorScheme: "dark" as const, width, rules: colourRules },
]);
// Slides and islands are gone through in tests of their own: `deck-accessibility.test.ts`, `islands-drawn.test.ts`.
const types = readTypes(inject("siteFolder")).filter(({ type }) => !["diapositivas/*", "laboratorio"].includes(type));

let browser: Browser;
let tour: (path: string) => Promise<Page>;
beforeAll(async () => {
  browser = await launch();
  tour = await openTour(browser, inject("site"));
});
afterAll(() => browser.close());

test.each(types)("$type has nothing for axe to find, light and dark, wide and narrow", async ({ path }) => {
  const page = await tour(path);
  const found: string[] = [];
  for (const { colorScheme, width, rules } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await findViolations(page, rules)).map((violation) => `${colorScheme} ${width}: ${violation}`));
  }
  expect(found).toEqual([]);
});

// axe leaves drawings out.
test.each(readOrdinary(inject("siteFolder")))(
  "every word of $path, those in its drawings too, stands out from its ground",
  async ({ path }) => {
    const page = await tour(path);
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await page.evaluate(findUnreadable), colorScheme).toEqual([]);
    }
  },
);

test.each(["light", "dark"] as const)(
  "an open menu and open answers have nothing for axe to find, %s",
  async (colorScheme) => {
    const { page, close } = await openPage(browser, inject("site") + readLesson(inject("siteFolder")).path, {
      colorScheme,
      viewport: { width: 320, height: 800 },
    });
    await page.locator(".menu > summary").click();
    expect(await findViolations(page)).toEqual([]);
    await page.locator(".menu > summary").click();
    for (const summary of await page.locator("main summary:visible").all()) await summary.click();
    expect(await page.locator("main details[open]").count()).toBeGreaterThan(1);
    expect(await findViolations(page)).toEqual([]);
    await close();
  },
);

test("the preview of a term has nothing for axe to find", async () => {
  const { page, close } = await openPage(browser, inject("site") + readLesson(inject("siteFolder")).path);
  await page.locator("a.termino[data-texto]").first().hover();
  await page.locator(".vista-previa").waitFor();
  expect(await findViolations(page)).toEqual([]);
  await close();
});

test("axe finds what is broken on purpose", async () => {
  const { page, close } = await openPage(browser, inject("site"));
  await page.evaluate(() => {
    const image = document.createElement("img");
    const pale = document.createElement("p");
    pale.textContent = "casi blanco";
    pale.style.color = "#eeeeee";
    document.querySelector("main")?.append(image, pale);
  });
  const found = (await findViolations(page)).join("\n");
  expect(found).toContain("image-alt");
  expect(found).toContain("color-contrast");
  await close();
});
