import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { isDeck, openPage, readLesson, readPages } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

// The page that is the search has nothing else to show; its own words for this case are tested below.
const pages = readPages(inject("siteFolder")).filter((page) => !isDeck(page) && page.path !== "buscar/");

/** Only these may be missing without scripts, and only with this in them. */
const onlyWithScripts = ".con-guion, .ultima-leida, .direccion";

test.each(pages)("$path says the same with JavaScript and without", async ({ path }) => {
  const [scripted, plain] = await Promise.all([open(path, true), open(path, false)]);
  expect(await plain.page.locator(".con-guion:visible").count()).toBe(0);
  const words = await readWords(plain.page);
  expect(words.length).toBeGreaterThan(100);
  expect(words).toBe(await readWords(scripted.page));
  expect(plain.troubles).toEqual([]);
  await Promise.all([scripted.close(), plain.close()]);
});

test("what only works with JavaScript is controls, not words to read", async () => {
  const controls = "button, input, label, [role=status]";
  for (const { path } of pages) {
    const { page, close } = await open(path, false);
    const rest = await page.evaluate((selector) => {
      const found = [...document.querySelectorAll(".con-guion")].map((element) => element.cloneNode(true) as Element);
      for (const element of found) {
        for (const control of element.querySelectorAll(selector)) control.remove();
      }
      return found.filter((element) => !element.matches(selector)).map((element) => element.textContent.trim());
    }, controls);
    expect.soft(rest.join(""), path).toBe("");
    await close();
  }
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
