import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openPage, readPages, readTypes, waitForQuiet } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const types = readTypes(inject("siteFolder"));

test("every page carries the policy, and it allows nothing written in the page nor from elsewhere", () => {
  for (const { path, html } of readPages(inject("siteFolder"))) {
    const [, policy = ""] = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html) ?? [];
    expect.soft(policy, path).toContain("default-src 'none'");
    expect.soft(policy.replaceAll("'wasm-unsafe-eval'", ""), path).not.toMatch(/unsafe|https?:|\*/);
    const before = html.slice(0, html.indexOf("content-security-policy"));
    expect.soft(before, `${path}: something loads before the policy`).not.toMatch(/<(script|link|style)\b/);
  }
});

test.each(types)(
  "$path: using every control breaks no rule and asks nobody else",
  { timeout: 60_000 },
  async ({ path }) => {
    const { page, troubles, close } = await openPage(browser, inject("site") + path, {
      permissions: ["clipboard-read", "clipboard-write"],
      before: (context) =>
        context.addInitScript(() => (window.print = () => document.body.setAttribute("data-printed", ""))),
    });
    await useEverything(page);
    expect(troubles).toEqual([]);
    await close();
  },
);

test("an address that does not exist answers with the page for it, as text", async () => {
  const { page, troubles, close } = await openPage(browser, `${inject("site")}no/existe/<img src=x onerror=alert(1)>/`);
  const expected = /status 404|Failed to load resource/;
  expect(await page.locator("h1").innerText()).toBe("No hubo respuesta");
  expect(await page.locator(".direccion").innerText()).toContain("<img src=x onerror=alert(1)>");
  expect(troubles.filter((trouble) => !expected.test(trouble))).toEqual([]);
  await close();
});

test("a page that breaks the rules is found out", async () => {
  const { page, troubles, close } = await openPage(browser, inject("site"));
  await page.evaluate(async () => {
    document.body.setAttribute("style", "color: red");
    const image = new Image();
    const failed = new Promise((resolve) => image.addEventListener("error", resolve));
    image.src = "https://example.org/x.png";
    await failed;
    await fetch("no-existe.json");
    setTimeout(() => {
      throw new Error("broken");
    });
    await new Promise((resolve) => setTimeout(resolve));
  });
  const told = troubles.join("\n");
  expect(told).toContain("policy: style-src");
  expect(told).toContain("policy: img-src https://example.org");
  expect(told).toContain("status 404");
  expect(told).toContain("script: broken");
  await close();
});

/** Presses, opens, rests on and types in everything that a page offers without leaving it. */
async function useDialog(page: Page): Promise<void> {
  const dialog = page.locator("dialog.ampliada[open]");
  await dialog.waitFor();
  for (const control of await dialog.locator("button").all()) await control.click();
  await dialog.waitFor({ state: "detached" });
}

/** Answers one card of the sitting that a button began, which has hidden all other buttons. */
async function useCard(page: Page): Promise<void> {
  for (const step of ["[data-tecla=' ']", "[data-tecla='3']", ".cerrar-tarjetas"]) await page.locator(step).click();
  await page.locator(".reparto").waitFor({ state: "detached" });
}

/** Whether a control was seen in a wider window already; from now on it was. */
function wasUsed(control: Element): boolean {
  const page = window as unknown as { used?: WeakSet<Element> };
  page.used ??= new WeakSet();
  if (page.used.has(control)) return true;
  page.used.add(control);
  return false;
}

// An island draws its controls anew at each press: `islands-used.test.ts` listens to what goes wrong there.
async function useEverything(page: Page): Promise<void> {
  let sat = false;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const summary of await page.locator("summary:visible:not([data-isla] *)").all()) {
      if (await summary.evaluate(wasUsed)) continue;
      await summary.click();
      await summary.click();
    }
    for (const button of await page.locator("button:visible:not([type=submit], [data-isla] *)").all()) {
      const [enlarges, studies] = await button.evaluate((element) =>
        [".ampliar", "[data-sesion]"].map((selector) => element.matches(selector)),
      );
      // All that begin a sitting do the same with other cards.
      if ((studies && sat) || (await button.evaluate(wasUsed))) continue;
      await button.click();
      if (enlarges) await useDialog(page);
      if (studies) await useCard(page);
      sat ||= studies ?? false;
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const link of await page.locator(".copiar-enlace").all())
    await link.evaluate((element: HTMLElement) => element.click());
  const term = page.locator("a.termino[data-texto]").first();
  if ((await term.count()) > 0) {
    await term.hover();
    await page.locator(".vista-previa").waitFor();
    await page.keyboard.press("Escape");
    await page.mouse.move(0, 0);
    await page.keyboard.press("Tab");
    await term.focus();
    await page.keyboard.press("Escape");
  }
  const filter = page.locator("#filtro");
  if ((await filter.count()) > 0) await filter.fill("red");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("/");
  await waitForQuiet(page);
  await page.keyboard.press("Escape");
}
