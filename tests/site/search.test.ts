import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openPage } from "./pages.ts";

const records = JSON.parse(readFileSync(join(inject("siteFolder"), "definiciones.json"), "utf8")) as { id: string }[];
const search = (question = "") => `${inject("site")}buscar/${question && `?q=${encodeURIComponent(question)}`}`;

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test("a question in the address is answered, with definitions before the lessons and links under the base", async () => {
  const { page, troubles, close } = await openPage(browser, search("¿Qué es una topología?"));
  expect((await settle(page))[0]).toBe("topologia");
  const links = await page
    .locator("#resultados a")
    .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
  const base = new URL(inject("site")).pathname;
  expect(
    links.filter((path) => !["lecciones/", "diapositivas/", "repaso/"].some((part) => path.startsWith(base + part))),
  ).toEqual([]);
  expect(await page.locator("#resultados > li").last().locator("h2").innerText()).toBe("En los apuntes");
  await page.locator("#resultados a", { hasText: "Ver en el apunte" }).first().click();
  await page.waitForURL(/\/lecciones\/topologias\/#def-topologia$/);
  expect(await page.locator("#def-topologia").isVisible()).toBe(true);
  expect(troubles).toEqual([]);
  await close();
});

test("a description finds the definition by its text, and words of a lesson their passage", async () => {
  const { page, close } = await openPage(browser, search());
  expect(await ask(page, "colección de computadoras independientes usuario")).toContain("definicion-de-tanenbaum");
  const passages = page.locator("#resultados .pasaje");
  await ask(page, "reintentos");
  expect(await passages.count()).toBeGreaterThan(0);
  for (const title of await passages.locator(".nombre").allInnerTexts())
    expect(title).not.toMatch(/Copiar|diapositivas/);
  await close();
});

test("a corrected word is said, and can be searched as it was typed", async () => {
  const { page, close } = await openPage(browser, search("topolojia"));
  expect((await settle(page))[0]).toBe("topologia");
  const strip = page.locator(".correccion");
  expect(await strip.innerText()).toBe("Mostrando resultados para topología. Buscar «topolojia» tal cual");
  await strip.getByRole("button").click();
  expect(await settle(page)).toEqual([]);
  expect(await page.locator(".aviso").innerText()).toContain(
    "No hay resultados para «topolojia». Lo más parecido: Topología",
  );
  await close();
});

test("what was typed is text, never HTML", async () => {
  const { page, troubles, close } = await openPage(browser, search("<zzqq-wxyk>"));
  await settle(page);
  expect(await page.locator("zzqq-wxyk").count()).toBe(0);
  expect(await page.locator(".aviso").innerText()).toContain("No hay resultados para «<zzqq-wxyk>».");
  await ask(page, "<img src=x onerror=alert(1)>");
  expect(await page.locator("main img").count()).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

test("an empty box shows the terms of each lesson; filters keep only what they name", async () => {
  const { page, close } = await openPage(browser, search());
  await settle(page);
  expect(await page.locator("#resultados li li").count()).toBe(records.length);
  await ask(page, "docker");
  await page.getByRole("button", { name: "Definiciones" }).click();
  expect(await page.locator("#resultados .pasaje").count()).toBe(0);
  await page.getByRole("button", { name: "Parte I", exact: true }).click();
  expect(await page.locator("[data-definicion=docker-compose]").count()).toBe(0);
  await page.getByRole("button", { name: "Parte I", exact: true }).click();
  await page.getByRole("button", { name: "Apuntes" }).click();
  expect(await page.locator("[data-definicion]").count()).toBe(0);
  expect(await page.locator("#resultados .pasaje").count()).toBeGreaterThan(0);
  await close();
});

test("the answer itself stands in the results, with all that belongs to it", async () => {
  const { page, close } = await openPage(browser, search());
  await ask(page, "transparencia");
  const first = page.locator("#resultados > li").first();
  const text = await first.innerText();
  for (const part of [
    "4 · Parámetros de diseño",
    "Transparencia",
    "distribution transparency",
    "Ocultamiento al usuario",
  ]) {
    expect.soft(text).toContain(part);
  }
  expect(text).toMatch(/No confundir: En informática[\s\S]*Fuente .*2023/);
  expect(await first.getByRole("link", { name: "Diapositiva" }).getAttribute("href")).toMatch(
    /\/diapositivas\/parametros-de-diseno\/#\/def-transparencia$/,
  );
  await ask(page, "definición de lamport");
  expect(await page.locator("#resultados > li").first().innerText()).toMatch(/«Aquel en el que[\s\S]*Autor Lamport/);
  await close();
});

test("a comparison shows both, side by side where there is room", async () => {
  const { page, close } = await openPage(browser, search(), { viewport: { width: 1280, height: 800 } });
  expect((await ask(page, "diferencia entre la topología en estrella y la de anillo")).slice(0, 2)).toEqual([
    "topologia-estrella",
    "topologia-anillo",
  ]);
  expect(await page.locator(".cuenta").innerText()).toBe("Comparación de dos definiciones");
  const tops = () =>
    page.locator("#resultados > .entero").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  expect(new Set(await tops()).size).toBe(1);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(new Set(await tops()).size).toBe(2);
  await close();
});

test("what was looked for stays on the device, and goes when it is told to", async () => {
  const { page, close } = await openPage(browser, search("anillo"));
  await settle(page);
  await page.locator("#buscar-q").press("Enter");
  await ask(page, "");
  const recent = page.getByRole("button", { name: "anillo", exact: true });
  await recent.click();
  expect((await settle(page))[0]).toBe("topologia-anillo");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.endsWith("busquedas")) localStorage.setItem(key, '[1,{"a":');
  });
  await ask(page, "");
  expect(await recent.count()).toBe(0);
  await page.locator("#buscar-q").fill("malla");
  await page.locator("#buscar-q").press("Enter");
  await ask(page, "");
  await page.getByRole("button", { name: "Borrar la lista" }).click();
  expect(await page.getByRole("button", { name: "malla", exact: true }).count()).toBe(0);
  await page.reload();
  await settle(page);
  expect(await page.getByRole("button", { name: "malla", exact: true }).count()).toBe(0);
  await close();
});

describe("the dialog", () => {
  test("opens with the key, walks with the arrows and gives the focus back", async () => {
    const { page, troubles, close } = await openPage(browser, `${inject("site")}lecciones/topologias/`);
    const before = page.locator(".marca");
    await before.focus();
    await page.keyboard.press("/");
    const field = page.getByRole("searchbox", { name: "Buscar una definición" });
    await field.waitFor();
    await page.keyboard.type("red");
    await page.waitForSelector("dialog .resultados[aria-busy=false]:has(.pasaje) [data-definicion=red]");
    expect(await page.locator("dialog .solo-lector[role=status]").innerText()).toMatch(/^\d+ resultados?$/);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("red");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).not.toBe("red");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await before.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  test("opens the first result with Enter", async () => {
    const { page, close } = await openPage(browser, inject("site"));
    await page.keyboard.press("Control+k");
    await page.locator("dialog input").fill("fallos parciales");
    await page.waitForSelector("dialog .resultados[aria-busy=false] [data-definicion=fallo-parcial]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/lecciones\/definiciones\/#def-fallo-parcial$/);
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await close();
  });
});

async function ask(page: Page, question: string): Promise<(string | null)[]> {
  await page.locator("#buscar-q").fill(question);
  return settle(page);
}

/** The ids of the definitions found, when the answer is whole. */
async function settle(page: Page): Promise<(string | null)[]> {
  await page.waitForSelector("#resultados[aria-busy=false]", { state: "attached" });
  // On a busy machine what there is comes first, as on a slow line.
  await page.waitForFunction(() => !document.querySelector(".aviso")?.textContent.includes("tarda en cargar"));
  return page
    .locator("#resultados > [data-definicion]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-definicion")));
}

async function focused(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest("[data-definicion]")?.getAttribute("data-definicion") ?? null,
  );
}
