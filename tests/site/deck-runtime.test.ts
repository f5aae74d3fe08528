import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openWindow, windows } from "../../src/build/deck-inspection.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { openDeck } from "./deck-probe.ts";
import { waitForQuiet } from "./pages.ts";

const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));

let browser: Browser;
/** Shows one deck after the other. */
let room: Page;
beforeAll(async () => {
  browser = await launch();
  room = await openWindow(browser, windows[0]!);
});
afterAll(() => browser.close());

const address = (path: string) => `${inject("site")}diapositivas/${path}`;
const present = (page: Page) => page.locator(".slides > .present").getAttribute("id");
const shows = (page: Page, id: string) =>
  page.waitForFunction((wanted) => document.querySelector(".slides > .present")?.id === wanted, id);

test("keys go through the deck, and never act while a field has the focus", async () => {
  const { page, troubles } = await openDeck(browser, address("topologias/"), "16:9");
  for (const key of ["ArrowRight", "PageDown", "Space"]) await page.keyboard.press(key);
  const ids = await page.locator(".slides > section").evaluateAll((all) => all.map(({ id }) => id));
  expect(await present(page)).toBe(ids[3]);
  await page.keyboard.press("End");
  expect(await present(page)).toBe(ids.at(-1));
  await page.keyboard.press("Home");
  await page.keyboard.press("g");
  await page.locator("dialog input").fill("7");
  await page.keyboard.press("b");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await shows(page, ids[6]!);
  expect(await page.locator(".paused").count()).toBe(0);
  // While the dialog is open its field has the focus, and keys are its own.
  await page.locator("dialog[open]").waitFor({ state: "hidden" });
  await page.keyboard.press("o");
  const visible = () =>
    page
      .locator(".slides > section")
      .evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length);
  await expect.poll(visible).toBe(ids.length);
  await page.locator(`[id="${ids[2]}"]`).click();
  expect(await present(page)).toBe(ids[2]);
  expect(await visible()).toBe(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await present(page)).toBe(ids[3]);
  expect(await visible()).toBe(1);
  expect(await page.locator(".slides > section:not([inert])").count()).toBe(1);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test("the theme goes from light to dark to projector and stays on this device", async () => {
  const { page } = await openDeck(browser, address("topologias/"), "16:9");
  const seen: (string | null)[] = [];
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press("t");
    seen.push(await page.locator("html").getAttribute("data-tema"));
  }
  expect(seen).toEqual(["oscuro", "proyector", "claro"]);
  await page.keyboard.press("t");
  await page.keyboard.press("t");
  await page.reload();
  expect(await page.locator("html").getAttribute("data-tema")).toBe("proyector");
  await page.context().close();
});

test("the help says what the proof of the deck says, once there is one", async () => {
  const { page, troubles } = await openDeck(browser, address("topologias/"), "16:9");
  await page.keyboard.press("?");
  await page.locator("dialog[open]").waitFor();
  expect(await page.locator("dialog").innerText()).not.toContain("Ajuste");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  const slide = {
    id: "inicio",
    titulo: "x",
    palabras: 12,
    pasos: 0,
    llenado: 0.5,
    letraMenor: 28,
    contrasteMenor: 9.34,
  };
  const certificate = { mazo: "topologias", revisado: "2026-11-26", vistas: ["a", "b"], avisos: [] };
  await page.route("**/ajuste.json", (route) =>
    route.fulfill({ json: { ...certificate, diapositivas: [{ ...slide, problemas: [] }] } }),
  );
  await page.keyboard.press("?");
  await page.getByText("Ajuste revisado el 26/11/2026: 1 diapositivas en 2 vistas, todas entran y se leen.").waitFor();
  await page
    .getByText("Esta: ocupa el 50 % de su lugar, 12 palabras, letra desde 28 px, contraste desde 9,3 : 1.")
    .waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

test("single-character keys can be switched off, and stay off", async () => {
  const { page } = await openDeck(browser, address("topologias/"), "16:9");
  await page.keyboard.press("?");
  await page.getByLabel("Usar las teclas de una letra").uncheck();
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  await page.keyboard.press("t");
  expect(await page.locator("html").getAttribute("data-tema")).toBeNull();
  await page.keyboard.press("ArrowRight");
  expect(await present(page)).not.toBe("inicio");
  await page.context().close();
});

test("a definition's address opens the slide that shows it, and the slide leads back to its section", async () => {
  const { page } = await openDeck(browser, address("topologias/"), "16:9");
  const id = await page.locator("#def-topologia-malla").evaluate((element) => element.closest("section")!.id);
  await page.goto(`${address("topologias/")}#/def-topologia-malla`);
  await page.reload();
  await shows(page, id);
  const href = await page.locator(".slides > .present .al-apunte").getAttribute("href");
  expect(href).toBe(`${new URL(inject("site")).pathname}lecciones/topologias/#${id}`);
  await page.goto(new URL(href!, inject("site")).href);
  expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
  await page.context().close();
});

test("screen readers hear Spanish, and can read the slide", async () => {
  const { page } = await openDeck(browser, address("topologias/"), "16:9");
  await page.keyboard.press("ArrowRight");
  expect(await page.locator("[role=application]").count()).toBe(0);
  expect(await page.locator(".anuncio").textContent()).toMatch(/^2 de \d+: /u);
  expect(await page.locator(".slides > .present").getAttribute("aria-roledescription")).toBe("diapositiva");
  const readable = await page.evaluate(() => document.body.innerText);
  expect(readable).not.toMatch(/\b(slide|next|previous|resume|navigate|above|below)\b/iu);
  const inert = await page
    .locator(".slides > section:not(.present)")
    .evaluateAll((all) => all.every((one) => (one as HTMLElement).inert));
  expect(inert).toBe(true);
  await page.context().close();
});

test.each(lessons)("each slide of %s says the same with JavaScript and without", async (deck) => {
  await room.goto(address(`${deck}/`));
  await room.locator(".reveal.ready").waitFor();
  const running = await room
    .locator(".slides > section")
    .evaluateAll((all) => all.map(({ id, textContent }) => [id, (textContent ?? "").replace(/\s+/gu, " ").trim()]));
  const file = readFileSync(join(inject("siteFolder"), "diapositivas", deck, "index.html"), "utf8");
  const written = selectAll(".slides > section", fromHtml(file)).map((slide) => [
    slide.properties["id"],
    toString(slide).replace(/\s+/gu, " ").trim(),
  ]);
  expect(written.length).toBeGreaterThan(3);
  expect(running).toEqual(written);
});

test("without JavaScript and on a phone the slides are read one under the other, within the screen", async () => {
  for (const [width, javaScriptEnabled] of [
    [1000, false],
    [360, false],
    [390, true],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(address("docker-compose/"));
    const boxes = await page
      .locator(".slides > section")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    for (const [index, box] of boxes.entries()) {
      expect(box.height).toBeGreaterThan(50);
      expect(box.top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) - 1);
    }
    expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.locator(".slides > .present").count()).toBe(0);
    await context.close();
  }
});

test("on a phone each slide has its address and, under it, what is said of it", async () => {
  const { page, troubles } = await openDeck(browser, `${address("definiciones/")}`, "16:9", 390);
  await page.waitForSelector(".notas");
  const deck = address("definiciones/notas/");
  const said = selectAll("[data-diapositiva]", fromHtml(await (await fetch(deck)).text()));
  const withNotes = said
    .filter(({ children }) => children.length > 1)
    .map(({ properties }) => properties["dataDiapositiva"]);
  const shown = await page.locator(".slides > section:has(> .notas)").evaluateAll((all) => all.map(({ id }) => id));
  expect(shown).toEqual(withNotes);
  expect(await page.locator(".notas").first().innerText()).toMatch(/^Notas\n/u);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const last = shown.at(-1)!;
  await page.evaluate((id) => void (location.hash = `#/${id}`), last);
  await page.waitForFunction((id) => Math.abs(document.getElementById(id)!.getBoundingClientRect().top) < 400, last);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test("the notes are not in the deck; they follow it from another window", async () => {
  const { page } = await openDeck(browser, address("definiciones/"), "16:9");
  const notes = await page.context().newPage();
  await notes.goto(address("definiciones/notas/"));
  await notes.waitForSelector("[data-diapositiva=inicio][aria-current]");
  await page.bringToFront();
  await page.keyboard.press("ArrowRight");
  await notes.waitForSelector(`[data-diapositiva="${await present(page)}"][aria-current]`);
  const deck = readFileSync(join(inject("siteFolder"), "diapositivas/definiciones/index.html"), "utf8");
  const said = readFileSync(join(inject("siteFolder"), "diapositivas/definiciones/notas/index.html"), "utf8");
  expect(said).toContain("La definición mira el sistema desde afuera");
  expect(deck).not.toContain("La definición mira el sistema desde afuera");
  await page.context().close();
});

test("a deck costs what was agreed", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  // What an island adds has a budget of its own, in `islands-loaded.test.ts`.
  await page.goto(address("definiciones/"));
  await waitForQuiet(page);
  const base = new URL(inject("site")).pathname;
  const weigh = (ending: string) =>
    asked
      .filter((path) => path.endsWith(ending))
      .map((path) => brotliCompressSync(readFileSync(join(inject("siteFolder"), path.slice(base.length)))).length)
      .reduce((sum, size) => sum + size, 0);
  expect(weigh(".js")).toBeLessThanOrEqual(34_000);
  expect(weigh(".css")).toBeLessThanOrEqual(4_000);
  const faces = asked.filter((path) => path.endsWith(".woff2"));
  expect(faces.length).toBeLessThanOrEqual(5);
  // The favicon is one more, which a headless browser does not ask for.
  expect(asked.length - faces.length + 1).toBeLessThanOrEqual(6);
  await context.close();
});
