import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { isDeck, openPage, readLesson, readPages } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const lesson = readLesson(inject("siteFolder"));
const light = "rgb(255, 255, 255)";

test("every page asks for the chosen theme before anything can be painted", () => {
  for (const { path, html } of readPages(inject("siteFolder")).filter((page) => !isDeck(page))) {
    const [head = ""] = html.split("</head>");
    const [script] = /<script[^>]*src="\/sd\/tema\.js"[^>]*>/.exec(head) ?? [];
    expect.soft(script, path).toBeDefined();
    expect.soft(script, path).not.toMatch(/async|defer|module/);
  }
});

test("the chosen theme is there in the first frame of the next page, and survives", async () => {
  const { page, close } = await openPage(browser, inject("site"), { colorScheme: "light", before: recordFirstFrame });
  expect(await readGround(page)).toBe(light);
  const button = page.locator(".cabecera > .cambiar-tema");
  await button.click();
  await button.click();
  expect(await button.getAttribute("aria-label")).toContain("oscuro");
  expect(await readGround(page)).not.toBe(light);
  for (const path of [lesson.path, lesson.path, ""]) {
    await page.goto(inject("site") + path);
    expect(await page.evaluate(() => (window as unknown as { firstFrame: Promise<string> }).firstFrame)).toBe("oscuro");
    expect(await readGround(page)).not.toBe(light);
  }
  await page.locator(".cabecera > .cambiar-tema").click();
  await page.reload();
  expect(await readGround(page)).toBe(light);
  await close();
});

test("without a choice the system decides, also when it changes its mind", async () => {
  const { page, close } = await openPage(browser, inject("site"), { colorScheme: "dark" });
  expect(await readGround(page)).not.toBe(light);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await readGround(page)).toBe(light);
  await close();
});

test.each(["site", "rootSite"] as const)("all that a visit to the %s keeps is named after its base", async (name) => {
  const { path } = readLesson(inject(name === "site" ? "siteFolder" : "rootFolder"));
  const { page, close } = await openPage(browser, inject(name) + path);
  await page.locator(".cabecera > .cambiar-tema").click();
  await page.goto(inject(name));
  const base = new URL(inject(name)).pathname;
  const kept = await page.evaluate(async () => ({
    stored: Object.keys(localStorage).concat(Object.keys(sessionStorage)),
    databases: (await indexedDB.databases()).map((database) => database.name ?? ""),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));
  expect(kept.stored.length).toBeGreaterThan(1);
  for (const key of [...kept.stored, ...kept.databases, ...kept.caches])
    expect(key).toMatch(new RegExp(`^apuntes:${base}:`));
  expect(kept.cookies).toBe("");
  expect(await page.locator(".ultima-leida").isVisible()).toBe(true);
  await close();
});

test("a browser that blocks storage shows every theme and complains of nothing", async () => {
  const { page, troubles, close } = await openPage(browser, inject("site") + lesson.path, {
    colorScheme: "light",
    before: blockStorage,
  });
  const refused = await page.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused, "storage is blocked").toBe("SecurityError");
  const button = page.locator(".cabecera > .cambiar-tema");
  await button.click();
  await button.click();
  expect(await readGround(page)).not.toBe(light);
  await page.goto(inject("site"));
  expect(await readGround(page)).toBe(light);
  expect(troubles).toEqual([]);
  await close();
});

// A page in a sandbox has no origin, and so no storage: reading `localStorage` throws, as in a browser set to block it.
async function blockStorage(context: BrowserContext): Promise<void> {
  await context.route("**/*", async (route) => {
    const response = await route.fetch();
    const sandbox = { "content-security-policy": "sandbox allow-scripts" };
    const headers = { ...response.headers(), "access-control-allow-origin": "*", ...sandbox };
    await route.fulfill({ response, headers });
  });
}

async function recordFirstFrame(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const firstFrame = new Promise<string | undefined>((resolve) => {
      const look = () =>
        document.body ? resolve(document.documentElement.dataset["tema"]) : requestAnimationFrame(look);
      requestAnimationFrame(look);
    });
    Object.assign(window, { firstFrame });
  });
}

function readGround(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
