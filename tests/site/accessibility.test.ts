import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { findUnreadable } from "./contrast.ts";
import { isDeck, openPage, readLesson, readPages, readTypes } from "./pages.ts";

const { resolve } = createRequire(import.meta.url);
const source = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const spanish = JSON.parse(readFileSync(resolve("axe-core/locales/es.json"), "utf8")) as object;

type AxeWindow = { axe: typeof axe };

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1280, 320].map((width) => ({ colorScheme, width })),
);

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test.each(readTypes(inject("siteFolder")))(
  "$type has nothing for axe to find, light and dark, wide and narrow",
  async ({ path }) => {
    const { page, close } = await openPage(browser, inject("site") + path);
    const found: string[] = [];
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await findViolations(page)).map((violation) => `${colorScheme} ${width}: ${violation}`));
    }
    expect(found).toEqual([]);
    await close();
  },
);

// axe leaves drawings out.
test.each(readPages(inject("siteFolder")).filter((page) => !isDeck(page)))(
  "every word of $path, those in its drawings too, stands out from its ground",
  async ({ path }) => {
    const { page, close } = await openPage(browser, inject("site") + path, { viewport: { width: 1280, height: 800 } });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await page.evaluate(findUnreadable), colorScheme).toEqual([]);
    }
    await close();
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

async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(source);
    await page.evaluate((locale) => (window as unknown as AxeWindow).axe.configure({ locale }), spanish);
  }
  const results: AxeResults = await page.evaluate(
    (values) =>
      (window as unknown as AxeWindow).axe.run(document, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
      }),
    tags,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
}
