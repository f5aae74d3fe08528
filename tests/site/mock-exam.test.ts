import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { findViolations } from "./axe.ts";
import { findWide } from "./geometry.ts";
import { openPage, readPages } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const address = `${inject("site")}repaso/simulacro/`;
const viewport = { width: 360, height: 720 };

test("an exam is drawn, answered, marked and summed up with the keyboard alone, and its address gives it again", async () => {
  const { page, troubles, close } = await openPage(browser, address, {
    viewport,
    before: (context) => context.clock.install({ time: new Date(2026, 10, 20, 12) }),
  });
  const found = await findViolations(page);
  await page.locator("#preguntas").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  const exam = page.locator(".examen");
  await exam.locator("li[data-pregunta]").first().waitFor();
  const drawn = await readExam(page);
  expect(drawn).toHaveLength(4);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Examen «\w+»$/);
  expect(await exam.locator(".respuesta-de-examen:visible").count()).toBe(0);
  found.push(...(await findViolations(page)));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await exam.locator("[role=timer]").innerText()).toBe("Quedan 30 min 00 s");
  await page.clock.runFor(90_000);
  expect(await exam.locator("[role=timer]").innerText()).toBe("Quedan 28 min 30 s");
  await page.clock.runFor(30 * 60_000);
  expect(await exam.locator("[role=timer]").innerText()).toContain("Se cumplió el tiempo");
  await page.keyboard.press("Enter");
  expect(await exam.locator(".respuesta-de-examen:visible").count()).toBe(4);
  for (const mark of ["Bien", "A medias", "Mal", "Mal"]) await pressNext(page, mark);
  expect(await exam.locator(".resultado-de-examen").innerText()).toMatch(/Resultado: 1,5 de 4\s+Todas corregidas\./);
  const lessons = await exam.locator(".resultado-de-examen td").allInnerTexts();
  const sums = lessons.map((text) => text.replace(",", ".").split(" de ").map(Number));
  expect(sums.reduce((sum, [points]) => sum + points!, 0)).toBe(1.5);
  expect(sums.reduce((sum, [, questions]) => sum + questions!, 0)).toBe(4);
  found.push(...(await findViolations(page)));
  expect(await page.evaluate(findWide)).toEqual([]);
  expect(found).toEqual([]);
  await page.reload();
  await exam.locator("li[data-pregunta]").first().waitFor();
  expect(await readExam(page)).toEqual(drawn);
  expect(troubles).toEqual([]);
  await close();
});

test("an exam prints its questions first and its answers on the last sheet", async () => {
  const query = "?semilla=papel&preguntas=5&minutos=20&tema=parte-1&dificultad=2";
  const { page, close } = await openPage(browser, address + query);
  await page.locator("li[data-pregunta]").first().waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".examen li[data-pregunta]:visible").count()).toBe(5);
  expect(await page.locator(".examen .respuesta-de-examen:visible, .sorteo:visible, .banco:visible").count()).toBe(0);
  expect(await page.locator(".examen .respuestas-impresas li:visible").count()).toBe(5);
  const { breakBefore } = await page.locator(".examen .respuestas-impresas").evaluate((part) => getComputedStyle(part));
  expect(breakBefore).toBe("page");
  expect(await countSheets(page)).toBeGreaterThan(1);
  await close();
});

test("the machete of every lesson prints all its definitions on one sheet or two", async () => {
  const sheets = readPages(inject("siteFolder")).filter(({ path }) => /^repaso\/(?!simulacro)[^/]+\/$/.test(path));
  expect(sheets.length).toBeGreaterThan(10);
  const { page, close } = await openPage(browser, inject("site"));
  await page.emulateMedia({ media: "print" });
  for (const { path, html } of sheets) {
    await page.goto(inject("site") + path);
    const definitions = html.match(/data-definicion=/g)?.length ?? 0;
    const texts = page.locator("[data-definicion] > p:first-of-type");
    expect.soft(await texts.filter({ visible: true }).count(), path).toBe(definitions);
    expect.soft(await page.locator(".preguntas-plegadas:visible, main a:visible").count(), path).toBe(0);
    expect.soft(await countSheets(page), path).toBeLessThanOrEqual(2);
  }
  await close();
});

test("an exam asked for before the script has come is drawn when it has, with what was written", async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { page, troubles, close } = await openPage(browser, address, {
    before: (context) =>
      context.route(/\/exam-page\.[^/]+\.js$/, async (route) => {
        await asked;
        await route.continue();
      }),
  });
  await page.locator("#preguntas").fill("3");
  await page.locator("#preguntas").press("Enter");
  expect(await page.locator("li[data-pregunta]").count()).toBe(0);
  ask();
  await page.locator("li[data-pregunta]").first().waitFor();
  expect(await page.locator("li[data-pregunta]").count()).toBe(3);
  expect(troubles).toEqual([]);
  await close();
});

function readExam(page: Page): Promise<(string | null)[]> {
  return page
    .locator("li[data-pregunta]")
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-pregunta")));
}

/** Tabs to the next button with the name and presses it. */
async function pressNext(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return page.keyboard.press(" ");
  }
  throw new Error(`No button «${name}» comes next.`);
}

async function countSheets(page: Page): Promise<number> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return file.match(/\/Type \/Page\b/g)?.length ?? 0;
}
