import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { fold } from "../../src/course/text.ts";
import { openPage } from "./pages.ts";

interface Record {
  id: string;
  termino: string;
  alias: string[];
  plural: string | null;
  ingles: string | null;
  url: string;
}

const records = JSON.parse(readFileSync(join(inject("siteFolder"), "definiciones.json"), "utf8")) as Record[];
const search = (question = "") => `${inject("site")}buscar/${question && `?q=${encodeURIComponent(question)}`}`;

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test("the definition comes first for its term, without accents, by plural, alias, English name and with a typo", async () => {
  const { page, troubles, close } = await openPage(browser, search());
  const wrong: string[] = [];
  let asked = 0;
  for (const record of records) {
    for (const question of toQuestions(record)) {
      asked += 1;
      const [first] = await ask(page, question);
      if (first !== record.id) wrong.push(`${question}: ${first}, not ${record.id}`);
    }
  }
  expect(asked).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

test("a question in the address is answered, with definitions before the lessons and links under the base", async () => {
  const { page, troubles, close } = await openPage(browser, search("¿Qué es una topología?"));
  expect((await settle(page))[0]).toBe("topologia");
  const links = await page
    .locator("#resultados a")
    .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
  const base = new URL(inject("site")).pathname;
  expect(
    links.filter((path) => !path.startsWith(`${base}lecciones/`) && !path.startsWith(`${base}diapositivas/`)),
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
  expect(await strip.innerText()).toBe("Resultados para topología. Buscar «topolojia» tal cual");
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
    await page.waitForSelector("dialog .resultados[aria-busy=false] [data-definicion=red]");
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

describe("when files do not come, the search says so and answers what it can:", () => {
  test.each([
    ["the engine is gone", /pagefind\.js$/],
    ["its dictionary is gone", /\.pf_meta$/],
    ["a piece of its index is gone", /\.pf_index$/],
  ])("%s", async (_, gone) => {
    const { page, close } = await openPage(browser, search("anillo"), {
      before: (context) => answerNotFound(context, gone),
    });
    expect((await settle(page))[0]).toBe("topologia-anillo");
    await ask(page, "reintentos");
    const notice = await page.locator(".aviso").innerText();
    expect(notice).toContain("La búsqueda completa no cargó. Se muestran solo los términos del glosario. Reintentar");
    expect(notice).not.toContain("No hay resultados");
    expect(await page.locator(".cuenta").innerText()).not.toContain("0 resultados");
    await close();
  });

  test("the texts are gone", async () => {
    const { page, close } = await openPage(browser, search("anillo"), {
      before: (context) => answerNotFound(context, /textos\.json$/),
    });
    expect((await settle(page))[0]).toBe("topologia-anillo");
    expect(await page.locator(".aviso").innerText()).toBe("Los textos de las definiciones no cargaron. Reintentar");
    expect(await page.locator("#resultados .pasaje").count()).toBeGreaterThan(0);
    await close();
  });

  test("an engine that does not answer is not waited for longer than some seconds", async () => {
    const { page, close } = await openPage(browser, search("anillo"), {
      before: (context) => neverAnswer(context, /pagefind\.js$/),
    });
    await page.waitForSelector("[data-definicion=topologia-anillo]", { timeout: 2000 });
    await page.waitForSelector("text=La búsqueda completa no cargó", { timeout: 6000 });
    expect(await settle(page)).toContain("topologia-anillo");
    await close();
  });

  test("nothing comes, and then it does", async () => {
    let broken = true;
    const { page, close } = await openPage(browser, search("anillo"), {
      before: async (context) => {
        await context.route(/busqueda\.json$/, (route) => (broken ? route.fulfill({ status: 404 }) : route.continue()));
      },
    });
    await page.waitForSelector("text=La búsqueda no cargó.");
    expect(await page.locator(".aviso a").getAttribute("href")).toBe(`${new URL(inject("site")).pathname}glosario/`);
    broken = false;
    await page.getByRole("button", { name: "Reintentar" }).click();
    await page.waitForSelector("[data-definicion=topologia-anillo]");
    await close();
  });
});

test("without JavaScript the page leads to the glossary", async () => {
  const { page, close } = await openPage(browser, search("anillo"), { javaScriptEnabled: false });
  expect(await page.locator("main").innerText()).toContain("La búsqueda necesita JavaScript.");
  expect(await page.locator("main noscript a, main a[href$='glosario/']").count()).toBeGreaterThan(0);
  await close();
});

function toQuestions({ termino, alias, plural, ingles }: Record): string[] {
  const names = [termino, fold(termino), plural, alias[0], ingles].filter(
    (name) => name !== null && name !== undefined,
  );
  return [...new Set([...names, toTypo(termino)])];
}

// Without a letter in the middle of its longest word, if that is long enough to be told from others.
function toTypo(term: string): string {
  const longest = (term.match(/\p{L}+/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), "");
  if (longest.length < 7) return term;
  const middle = Math.floor(longest.length / 2);
  return term.replace(longest, longest.slice(0, middle) + longest.slice(middle + 1));
}

async function ask(page: Page, question: string): Promise<(string | null)[]> {
  await page.locator("#buscar-q").fill(question);
  return settle(page);
}

/** The ids of the definitions found, when the answer is whole. */
async function settle(page: Page): Promise<(string | null)[]> {
  await page.waitForSelector("#resultados[aria-busy=false]", { state: "attached" });
  return page
    .locator("#resultados > [data-definicion]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-definicion")));
}

async function focused(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest("[data-definicion]")?.getAttribute("data-definicion") ?? null,
  );
}

async function neverAnswer(context: BrowserContext, file: RegExp): Promise<void> {
  await context.route(file, () => new Promise<void>(() => undefined));
}

async function answerNotFound(context: BrowserContext, file: RegExp): Promise<void> {
  await context.route(file, (route) => route.fulfill({ status: 404 }));
}
