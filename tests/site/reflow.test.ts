import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { findClipped, findSmallTargets, findWide } from "./geometry.ts";
import { isDeck, openPage, openTour, readLesson, readPages, readTypes } from "./pages.ts";

let browser: Browser;
let tour: (path: string) => Promise<Page>;
beforeAll(async () => {
  browser = await launch();
  tour = await openTour(browser, inject("site"));
});
afterAll(() => browser.close());

const pages = readPages(inject("siteFolder")).filter((page) => !isDeck(page));
const types = readTypes(inject("siteFolder")).filter((page) => !isDeck(page));
const lesson = readLesson(inject("siteFolder"));
const sizes = [
  { width: 320, height: 256 },
  { width: 360, height: 800 },
  { width: 1280, height: 800 },
];

test.each(pages)("$path fits in 320 px without scrolling sideways, also with wide letter spacing", async ({ path }) => {
  const page = await tour(path);
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    expect.soft(await page.evaluate(findWide), `${viewport.width} px`).toEqual([]);
  }
  await spaceText(page);
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    expect.soft(await page.evaluate(findWide), `${viewport.width} px, spaced`).toEqual([]);
    expect.soft(await page.evaluate(findClipped), `${viewport.width} px, spaced`).toEqual([]);
  }
});

test.each(types)("$type: every target is 24 px or stands apart", async ({ path }) => {
  const page = await tour(path);
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    expect.soft(await page.evaluate(findSmallTargets), `${viewport.width} px`).toEqual([]);
  }
});

test.each([1280, 320])("every Tab stop of a lesson is seen and not covered at %i px", async (width) => {
  const { page, close } = await openPage(browser, inject("site") + lesson.path, { viewport: { width, height: 800 } });
  const problems: string[] = [];
  let stops = 0;
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(readFocus);
    if (stop === undefined) break;
    stops += 1;
    problems.push(...stop);
  }
  expect(problems).toEqual([]);
  expect(stops).toBeGreaterThan(30);
  await close();
});

describe("what is broken on purpose is found:", () => {
  test("a wide block, a clipped text, a tiny target, a focus without a mark", async () => {
    const { page, close } = await openPage(browser, inject("site"), { viewport: { width: 320, height: 256 } });
    const focus = await page.evaluate(() => {
      const wide = document.createElement("p");
      wide.textContent = "ancho";
      wide.style.width = "500px";
      const clipped = document.createElement("p");
      clipped.textContent = "recortado ".repeat(40);
      clipped.style.cssText = "height: 20px; overflow: hidden";
      const tiny = document.createElement("div");
      for (const name of ["uno", "dos"]) {
        const button = document.createElement("button");
        button.textContent = name;
        button.style.cssText =
          "display: block; height: 10px; padding: 0; border: 0; line-height: 10px; outline: none; box-shadow: none";
        tiny.append(button);
      }
      document.querySelector("main")?.append(wide, clipped, tiny);
      tiny.querySelector("button")?.focus();
    });
    expect(focus).toBeUndefined();
    expect(await page.evaluate(findWide)).not.toEqual([]);
    expect((await page.evaluate(findClipped)).join(" ")).toContain("recortado");
    expect((await page.evaluate(findSmallTargets)).join(" ")).toContain("uno");
    expect((await page.evaluate(readFocus))?.join(" ")).toContain("no mark");
    await close();
  });
});

/** The spacing that WCAG 2.2 (1.4.12) lets a reader choose. A sheet of its own: the policy stops `<style>`. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** What is wrong with the element that has the focus; nothing when the walk has left the page. */
function readFocus(): string[] | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const name = `${element.tagName} ${element.className} "${element.textContent?.trim().slice(0, 40)}"`;
  const { outlineStyle, outlineColor, outlineWidth, boxShadow } = getComputedStyle(element);
  const outlined =
    outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && !/^rgba.*, 0\)$/.test(outlineColor);
  const framed = element.closest(".campo") !== null;
  const marked = outlined || boxShadow !== "none" || framed;
  const seen = [...element.getClientRects()].some((rect) =>
    [0.1, 0.5, 0.9].some((part) => {
      const found = document.elementFromPoint(rect.left + rect.width * part, rect.top + rect.height / 2);
      return found !== null && (element.contains(found) || found.contains(element));
    }),
  );
  return [...(marked ? [] : [`${name}: no mark`]), ...(seen ? [] : [`${name}: covered or out of sight`])];
}
