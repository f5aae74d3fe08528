import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { isDeck, openPage, readLesson, readTypes } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const types = readTypes(inject("siteFolder")).filter((page) => !isDeck(page));
const lesson = readLesson(inject("siteFolder"));

test.each([...types, lesson])("$path: nothing runs for who wants no motion, whatever opens", async ({ path }) => {
  const { page, close } = await openPage(browser, inject("site") + path, { reducedMotion: "reduce" });
  for (const summary of await page.locator("summary:visible").all()) await summary.click();
  const term = page.locator("a.termino[data-texto]").first();
  if ((await term.count()) > 0) {
    await term.hover();
    await page.locator(".vista-previa").waitFor();
  }
  expect(await countAnimations(page)).toBe(0);
  await close();
});

test("an animation on purpose is counted", async () => {
  const { page, close } = await openPage(browser, inject("site"), { reducedMotion: "reduce" });
  await page.evaluate(() => void document.body.animate([{ opacity: 0 }, { opacity: 1 }], 10_000));
  expect(await countAnimations(page)).toBe(1);
  await close();
});

test.each([...types, lesson])("$path can be read in forced colours, light and dark", async ({ path }) => {
  const { page, close } = await openPage(browser, inject("site") + path, { forcedColors: "active" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await page.evaluate(findUnreadable), colorScheme).toEqual([]);
    expect.soft(await page.evaluate(findUnmarkedFocus), colorScheme).toEqual([]);
  }
  await close();
});

test("text in the colour of its ground is found", async () => {
  const { page, close } = await openPage(browser, inject("site"), { forcedColors: "active" });
  await page.evaluate(() => {
    const hidden = document.createElement("p");
    hidden.textContent = "papel sobre papel";
    hidden.style.cssText = "forced-color-adjust: none; color: Canvas; background: Canvas";
    document.querySelector("main")?.append(hidden);
  });
  expect((await page.evaluate(findUnreadable)).join()).toContain("papel sobre papel");
  await close();
});

function countAnimations(page: Page): Promise<number> {
  return page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
}

/** Text, in HTML or drawings, whose contrast with the nearest painted ground is under 4.5. Runs inside the page. */
function findUnreadable(): string[] {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  // Colours painted one over the other: that of a selection lets its ground through.
  const mix = (...colours: string[]): number[] => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red = 0, green = 0, blue = 0]: number[]) => {
    const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  // What a drawing painted before a text and under its middle.
  const readFills = (drawing: Element, text: Element) => {
    const { x, y, width, height } = text.getBoundingClientRect();
    return [...drawing.querySelectorAll("rect, circle, ellipse, polygon, path")]
      .filter((shape) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
      .filter((shape) => {
        const { left, right, top, bottom } = shape.getBoundingClientRect();
        return left < x + width / 2 && right > x + width / 2 && top < y + height / 2 && bottom > y + height / 2;
      })
      .map((shape) => getComputedStyle(shape).fill)
      .filter((fill) => fill !== "none");
  };
  const problems: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.nodeValue?.trim() === "" || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const grounds: string[] = [];
    for (let box: Element | null = element; box !== null; box = box.parentElement) grounds.unshift(getComputedStyle(box).backgroundColor);
    const drawing = element.closest("svg");
    if (drawing) grounds.push(...readFills(drawing, element));
    const behind = luminance(mix("Canvas", ...grounds));
    const text = luminance(mix("Canvas", ...grounds, drawing ? style.fill : style.color));
    const contrast = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
    if (contrast < 4.5) problems.push(`"${node.nodeValue?.trim().slice(0, 40)}" has a contrast of ${contrast.toFixed(1)}`);
  }
  return problems;
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
