/* oxlint-disable unicorn/consistent-function-scoping -- what runs inside the page brings along all that it needs */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { digest } from "../../src/islands/digest.ts";
import { writeFields } from "../../src/islands/fields.ts";
import { walk } from "../islands/walk.ts";
import { findUnreadable } from "./contrast.ts";
import { findWide } from "./geometry.ts";
import { islands, lessonWith, openPointedLaboratory } from "./laboratory.ts";
import { openPage } from "./pages.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// A theme changes colours and nothing else.
const colourRules = ["color-contrast", "link-in-text-block"];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test("every island is drawn in the browser as it was at build", async () => {
  const { page, troubles, close } = await openPointedLaboratory(browser);
  const different = await page.evaluate(() => {
    function tidy(element: Element) {
      const copy = element.cloneNode(true) as Element;
      for (const one of copy.querySelectorAll("[role=log]")) one.replaceChildren();
      return copy.outerHTML.replace(/\s+/g, " ");
    }
    return [...document.querySelectorAll<HTMLElement & { showScene(scene: number): void }>("[data-isla]")].flatMap(
      (island) => {
        const before = tidy(island);
        island.showScene(0);
        return tidy(island) === before ? [] : [island.id];
      },
    );
  });
  expect(different).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

test("a link has the same log in Node and in the browser", { timeout: 60_000 }, async () => {
  const { page, troubles, close } = await openPage(browser, `${inject("site")}404.html`);
  for (const island of islands) {
    for (const [index, state] of [...walk(island, 7, 200)].entries()) {
      if (index % 50 !== 49) continue;
      const address = writeFields(island.write(state));
      await page.goto(`${inject("site")}${lessonWith(island.tag)}?${island.name}=${encodeURIComponent(address)}`);
      const live = page.locator(island.tag).first();
      await live.scrollIntoViewIfNeeded();
      await expect.poll(() => live.getAttribute("data-viva")).toBe("");
      expect(await live.getAttribute("data-huella"), `${address}`).toBe(digest(island.log(state)));
    }
  }
  expect(troubles).toEqual([]);
  await close();
});

test("axe finds nothing in any state, in any theme, with forced colours", async () => {
  const { page, close } = await openPointedLaboratory(browser);
  await openDisclosures(page);
  await page.evaluate(axeSource);
  for (const look of [
    { width: 1280, colorScheme: "light", forcedColors: "none", rules: tags },
    { width: 320, colorScheme: "dark", forcedColors: "none", rules: colourRules },
    // The system's own colours: what could be unreadable is told by the pairs below.
    { width: 1280, colorScheme: "dark", forcedColors: "active", rules: [] },
  ] as const) {
    await page.setViewportSize({ width: look.width, height: 800 });
    await page.emulateMedia(look);
    expect.soft(await page.evaluate(runAxe, look.rules), JSON.stringify(look)).toEqual([]);
    expect.soft(await page.evaluate(findUnreadable), JSON.stringify(look)).toEqual([]);
  }
  await close();
});

async function runAxe(values: readonly string[]): Promise<string[]> {
  if (values.length === 0) return [];
  const { axe: engine } = window as unknown as { axe: typeof axe };
  const results = await engine.run("main", { runOnly: [...values], resultTypes: ["violations"] });
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
}

test("nothing sticks out at 1280, 768 or 320 px, and what can be pressed is large enough", async () => {
  const { page, close } = await openPointedLaboratory(browser);
  await openDisclosures(page);
  for (const width of [1280, 768, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await page.evaluate(findWide), `${width} px`).toEqual([]);
    expect.soft(await page.evaluate(findSmall), `${width} px`).toEqual([]);
  }
  await close();
});

/** One table of each kind is enough: they are long. */
async function openDisclosures(page: Page): Promise<void> {
  await page.evaluate(
    (tagNames) => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>(
        ".isla details:not(.isla-datos, .isla-teclas)",
      ))
        details.open = true;
      for (const tag of tagNames) document.querySelector<HTMLDetailsElement>(`${tag} .isla-datos`)!.open = true;
    },
    islands.map(({ tag }) => tag),
  );
}

/** Controls under the least size of a target, 24 px, and words under 12 px. */
function findSmall(): string[] {
  const problems: string[] = [];
  for (const control of document.querySelectorAll(".isla :is(button, select, summary, input, [data-accion])")) {
    if (!control.checkVisibility()) continue;
    const box = (control.closest("label") ?? control).getBoundingClientRect();
    if (box.width < 24 || box.height < 24)
      problems.push(`${control.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`);
  }
  const walker = document.createTreeWalker(document.querySelector("main")!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement!;
    const text = walker.currentNode.textContent!.trim();
    if (text === "" || element.closest(".isla") === null || element.matches(".exponente") || !element.checkVisibility())
      continue;
    const matrix = (element.closest("svg text") as SVGGraphicsElement | null)?.getScreenCTM();
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1);
    if (size < 12) problems.push(`${text.slice(0, 40)} ${size} px`);
  }
  return problems;
}

test("nothing asks for a frame, shifts or moves by itself", async () => {
  const { page, close } = await openPointedLaboratory(browser, {
    before: (context) =>
      context.addInitScript(() => {
        const seen = { frames: 0, shifts: [] as number[] };
        Object.assign(window, { seen });
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) => {
          seen.frames += 1;
          return ask(callback);
        };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            seen.shifts.push(entry.value);
        }).observe({ type: "layout-shift", buffered: true });
      }),
  });
  const seen = await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().map((animation) => (animation.effect as KeyframeEffect).target?.className);
    return { ...(window as unknown as { seen: { frames: number; shifts: number[] } }).seen, moving };
  });
  expect(seen).toEqual({ frames: 0, shifts: [], moving: [] });
  await close();
});
