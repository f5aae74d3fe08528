import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { findUnreadable } from "./contrast.ts";
import { isDeck, openPage, openTour, readTypes } from "./pages.ts";

let browser: Browser;
let stillTour: (path: string) => Promise<Page>;
let forcedTour: (path: string) => Promise<Page>;
beforeAll(async () => {
  browser = await launch();
  stillTour = await openTour(browser, inject("site"), { reducedMotion: "reduce" });
  forcedTour = await openTour(browser, inject("site"), { forcedColors: "active" });
});
afterAll(() => browser.close());

const types = readTypes(inject("siteFolder")).filter((page) => !isDeck(page));

// `islands-used.test.ts` asks the same of every island in the laboratory.
const still = types.filter(({ type }) => type !== "laboratorio");

test.each(still)("$path: nothing runs for who wants no motion, whatever opens", async ({ path }) => {
  const page = await stillTour(path);
  for (const summary of await page.locator("summary:visible").all()) await summary.click();
  const term = page.locator("a.termino[data-texto]").first();
  if ((await term.count()) > 0) {
    await term.hover();
    await page.locator(".vista-previa").waitFor();
  }
  expect(await countAnimations(page)).toBe(0);
});

test("an animation on purpose is counted", async () => {
  const { page, close } = await openPage(browser, inject("site"), { reducedMotion: "reduce" });
  await page.evaluate(() => void document.body.animate([{ opacity: 0 }, { opacity: 1 }], 10_000));
  expect(await countAnimations(page)).toBe(1);
  await close();
});

test.each(types)("$path can be read in forced colours, light and dark", async ({ path }) => {
  const page = await forcedTour(path);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await page.evaluate(findUnreadable), colorScheme).toEqual([]);
    expect.soft(await page.evaluate(findUnmarkedFocus), colorScheme).toEqual([]);
  }
});

test("text in the colour of its ground is found", async () => {
  const { page, close } = await openPage(browser, inject("site"), { forcedColors: "active" });
  await page.evaluate(() => {
    const hidden = document.createElement("p");
    hidden.textContent = "papel sobre papel";
    hidden.style.cssText = "forced-color-adjust: none; color: Canvas; background: Canvas";
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, words] of [
      ["rect", ""],
      ["text", "tinta sobre tinta"],
    ] as const) {
      const shape = document.createElementNS(drawing.namespaceURI, name);
      for (const side of ["width", "height", "y"])
        shape.setAttribute(side, name === "rect" && side === "y" ? "0" : "100");
      shape.setAttribute("fill", "CanvasText");
      shape.textContent = words;
      drawing.append(shape);
    }
    document.querySelector("main")?.append(hidden, drawing);
  });
  const found = (await page.evaluate(findUnreadable)).join();
  expect(found).toContain("papel sobre papel");
  expect(found).toContain("tinta sobre tinta");
  await close();
});

function countAnimations(page: Page): Promise<number> {
  return page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
}

/** Controls that show nothing when they have the focus: forced colours take shadows and grounds away. */
function findUnmarkedFocus(): string[] {
  const problems: string[] = [];
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  for (const element of document.querySelectorAll<HTMLElement>("a[href], button, summary, input, [tabindex='0']")) {
    if (!element.checkVisibility() || element.closest("svg")) continue;
    // As if reached with the keyboard.
    element.focus({ focusVisible: true } as FocusOptions);
    if (document.activeElement !== element) continue;
    // A field may leave it to the frame around it.
    const framed = [element, element.parentElement ?? element].some((candidate) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(candidate);
      const painted = outlineColor !== paper && !/^rgba.*, 0\)$/.test(outlineColor);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && painted;
    });
    if (!framed) problems.push(`${element.tagName} ${element.className} has the focus unseen`);
    element.blur();
  }
  return problems;
}
