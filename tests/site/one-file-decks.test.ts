import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { makeDeckFile } from "../../src/build/offline/deck-file.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { openPage } from "./pages.ts";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "apuntes-pendrive-"));
beforeAll(async () => void (browser = await launch()));
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const site = { folder: inject("siteFolder"), base: "/sd/", published: "https://catedra.github.io/sd/" };
const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));
const read = (path: string) => fromHtml(readFileSync(join(site.folder, "diapositivas", path, "index.html"), "utf8"));
const weigh = (name: string) => statSync(join(site.folder, "diapositivas", name, "index.html")).size;
const squeeze = (words: string) => words.replace(/\s/gu, "");
const present = (page: Page) => page.locator(".slides > .present").getAttribute("id");

async function writeDeck(name: string): Promise<string> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, await makeDeckFile(site, name));
  return pathToFileURL(file).href;
}

test("the heaviest decks of a lesson are one file of at most 400 kB that asks for nothing", async () => {
  for (const name of lessons.sort((a, b) => weigh(b) - weigh(a)).slice(0, 3)) {
    const html = readFileSync(fileURLToPath(await writeDeck(name)), "utf8");
    console.log(`${name}: ${Math.round(Buffer.byteLength(html) / 1000)} kB`);
    expect.soft(Buffer.byteLength(html), name).toBeLessThanOrEqual(400_000);
    const asked = selectAll("script[src], link:not([rel=canonical]), img, iframe, source", fromHtml(html));
    const addresses = asked.map(({ properties }) => String(properties["src"] ?? properties["href"]));
    expect
      .soft(
        addresses.filter((address) => !address.startsWith("data:")),
        name,
      )
      .toEqual([]);
  }
});

test("from a memory stick a deck is shown whole, with keys, dialogs and notes, without a network", async () => {
  const address = await writeDeck("topologias");
  const asked: string[] = [];
  const { page, troubles, close } = await openPage(browser, address, {
    viewport: { width: 1280, height: 720 },
    before: async (context) => {
      await context.setOffline(true);
      context.on("request", (request) => asked.push(request.url().slice(0, 100)));
    },
  });
  await page.waitForSelector(".slides > .present");
  expect(await page.evaluate(async () => (await document.fonts.load("700 48px Chivo")).length)).toBeGreaterThan(0);
  const slides = selectAll(".slides > section", read("topologias"));
  for (const slide of slides) {
    // An island takes some steps before the next slide.
    for (let press = 0; press < 12 && (await present(page)) !== slide.properties["id"]; press += 1)
      await page.keyboard.press("ArrowRight");
    expect(await present(page)).toBe(slide.properties["id"]);
    for (const body of selectAll(".cuerpo", slide).filter((one) => select("svg, math, [data-isla]", one) === undefined))
      expect(squeeze(await page.locator(".slides > .present .cuerpo").innerText())).toBe(squeeze(toString(body)));
  }
  await page.keyboard.press("?");
  const dialog = page.locator("dialog");
  await expect.poll(() => dialog.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe("2px");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.press("Home");

  const [notes] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("n")]);
  await page.keyboard.press("ArrowRight");
  const here = notes.locator("[aria-current]");
  const said = (id: string) => toString(select(`[data-diapositiva="${id}"]`, read("topologias/notas"))!);
  await expect.poll(() => here.textContent()).toBe(said((await present(page))!));
  expect(await notes.locator("main").evaluate((main) => getComputedStyle(main).fontFamily)).toContain("Chivo");
  // The teacher may also go on from the window with the notes.
  await notes.keyboard.press("ArrowRight");
  await expect.poll(() => present(page)).toBe(slides[2]!.properties["id"]);
  await expect.poll(() => here.textContent()).toBe(said(String(slides[2]!.properties["id"])));
  await notes.close();

  expect(asked).toEqual([address]);
  expect(troubles).toEqual([]);
  await close();
});

test("where no window may open the notes are shown in a panel, and the switch for letters is heard", async () => {
  const { page, troubles, close } = await openPage(browser, await writeDeck("topologias"), {
    viewport: { width: 1280, height: 720 },
    before: (context) => context.addInitScript(() => void (window.open = () => null)),
  });
  await page.waitForSelector(".slides > .present");
  await page.keyboard.press("n");
  await page.keyboard.press("ArrowRight");
  const panel = page.locator(".panel-de-notas");
  await expect.poll(() => panel.innerText()).toContain("La lógica (quién habla con quién)");
  expect(await panel.locator("section").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(
    1,
  );
  await page.keyboard.press("n");
  expect(await panel.count()).toBe(0);
  await page.keyboard.press("?");
  await page.getByLabel("Usar las teclas de una letra").uncheck();
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  await page.keyboard.press("n");
  expect(await panel.count()).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

test("on a phone and without JavaScript each slide is read with its notes under it", async () => {
  const address = await writeDeck("topologias");
  for (const options of [{ javaScriptEnabled: false }, {}]) {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
    const page = await context.newPage();
    await page.goto(address);
    const under = await page
      .locator(".notas-aparte")
      .evaluateAll((all) =>
        all.map((one) => [
          one.checkVisibility(),
          one.previousElementSibling?.id === one.getAttribute("data-diapositiva"),
        ]),
      );
    expect(under.length).toBeGreaterThan(10);
    expect(under.flat()).not.toContain(false);
    expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390);
    await context.close();
  }
});
