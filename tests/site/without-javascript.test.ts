import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { type OpenedPage, openPage, readLesson, readOrdinary } from "./pages.ts";

let browser: Browser;
let scripted: OpenedPage;
let plain: OpenedPage;
beforeAll(async () => {
  browser = await launch();
  [scripted, plain] = await Promise.all([open("404.html", true), open("404.html", false)]);
});
afterAll(() => browser.close());

// The page that is the search has nothing else to show; its own words for this case are tested below.
const pages = readOrdinary(inject("siteFolder")).filter((page) => page.path !== "buscar/");

/**
 * Only these may be missing without scripts, and only with this in them; with scripts, what waits for a bet or stands in
 * a field instead.
 */
const onlyWithScripts = ".con-guion, .ultima-leida, .direccion, .tras-apuesta, .capas-codigo";

/** What is left of what only works with scripts once these are taken away: words to read. */
const controls =
  "button, input, select, output, label, legend, summary, [role=group], [aria-hidden=true], [role=status], .isla-teclas dl";

test.each(pages)("$path says the same with JavaScript and without, which costs only controls", async ({ path }) => {
  await Promise.all([scripted, plain].map(({ page }) => page.goto(inject("site") + path)));
  expect(await plain.page.locator(".con-guion:visible").count()).toBe(0);
  expect(await plain.page.evaluate(findWordsOfControls, controls)).toBe("");
  const words = await readWords(plain.page);
  expect(words.length).toBeGreaterThan(100);
  expect(words).toBe(await readWords(scripted.page));
  expect(plain.troubles).toEqual([]);
});

test("answers and descriptions open, and the menu leads on, without JavaScript", async () => {
  const { page, close } = await open(readLesson(inject("siteFolder")).path, false);
  const answers = page.locator("main details:visible");
  expect(await answers.count()).toBeGreaterThan(1);
  for (const details of await answers.all()) {
    await details.locator("summary").click();
    expect(await details.locator(":scope > :not(summary)").first().isVisible()).toBe(true);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator(".menu > summary").click();
  await page.locator(".menu .principal a", { hasText: "Glosario" }).click();
  expect(await page.locator("h1").innerText()).toBe("Glosario");
  await close();
});

test("the search says that it needs JavaScript and where the same terms are", async () => {
  const { page, close } = await open("buscar/", false);
  await page
    .locator("main a", { hasText: /glosario/i })
    .first()
    .click();
  expect(await page.locator("h1").innerText()).toBe("Glosario");
  await close();
});

function open(path: string, javaScriptEnabled: boolean) {
  return openPage(browser, inject("site") + path, { javaScriptEnabled, viewport: { width: 1280, height: 800 } });
}

async function readWords(page: Page): Promise<string> {
  return page.evaluate((selector) => {
    for (const element of document.querySelectorAll(selector)) element.remove();
    return document.querySelector("main")?.innerText.replace(/\s+/g, " ").trim() ?? "";
  }, onlyWithScripts);
}

function findWordsOfControls(selector: string): string {
  const found = [...document.querySelectorAll(".con-guion")].map((element) => element.cloneNode(true) as Element);
  for (const element of found) for (const control of element.querySelectorAll(selector)) control.remove();
  return found.flatMap((element) => (element.matches(selector) ? [] : element.textContent.trim())).join("");
}
