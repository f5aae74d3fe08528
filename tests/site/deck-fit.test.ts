import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { toAdvice } from "../../slides/fit/advice.ts";
import type { View } from "../../slides/fit/certificate.ts";
import type { SlideFact } from "../../slides/fit/fact.ts";
import { readFacts } from "../../slides/fit/read-facts.ts";
import {
  inspect,
  openStack,
  openWindow,
  showStack,
  themes,
  type Window,
  windows,
} from "../../src/build/deck-inspection.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { openDeck } from "./deck-probe.ts";

let browser: Browser;
const pages = new Map<Window, Page>();
beforeAll(async () => {
  browser = await launch();
  // One deck after the other in the same window costs half of a window for each.
  for (const window of windows) pages.set(window, await openWindow(browser, window));
});
afterAll(() => browser.close());

const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));
const address = (deck: string) => `${inject("site")}diapositivas/${deck}/`;
const [wide, narrow, phone] = windows as [Window, Window, Window];
const nothing = () => false;
// Colours of letters are those of the theme, which axe reads everywhere; inside drawings only pixels tell.
const isDrawn = ({ media, kind }: SlideFact) => kind === "content" && media.length > 0;
const faultsIn = ({ name, findings }: View) => findings.map((one) => `${toAdvice(one).message} (${name})`);

describe.each(lessons)("%s", (deck) => {
  test("every slide fits at 16:9, can be read in any theme, and is as high as was computed", async () => {
    const page = await open(deck, wide);
    for (const theme of themes) {
      const view = await inspect(page, wide, theme, isDrawn);
      expect(faultsIn(view)).toEqual([]);
      if (theme === "claro") checkHeights(view.slides);
    }
  });

  test.each([narrow, phone])("every slide fits in a window of $name", async (window) => {
    const view = await inspect(await open(deck, window), window, "claro", nothing);
    expect(faultsIn(view)).toEqual([]);
    if (window === narrow) checkHeights(view.slides);
  });

  test("has at most 1.6 slides for each heading", () => {
    const slides = ".slides > section:not([data-forma~=titulo], [data-forma~=divisora])";
    const headings =
      ".prosa:not(.preguntas) > h2, .prosa:not(.preguntas) > h3, .prosa .anotado > h2, .prosa .anotado > h3";
    const content = selectAll(slides, read(`diapositivas/${deck}`)).length;
    expect(content / selectAll(headings, read(`lecciones/${deck}`)).length).toBeLessThanOrEqual(1.6);
  });
});

async function open(deck: string, window: Window): Promise<Page> {
  const page = pages.get(window)!;
  await showStack(page, address(deck), window);
  return page;
}

function read(path: string) {
  return fromHtml(readFileSync(join(inject("siteFolder"), path, "index.html"), "utf8"));
}

function checkHeights(slides: readonly SlideFact[]): void {
  expect(slides.length).toBeGreaterThan(3);
  const contents = slides.filter(({ kind, step }) => kind === "content" && step === 0);
  for (const { id, body } of contents) {
    expect(body, `${id} shows nothing but its title`).toBeDefined();
    const { measured, computed } = body!;
    // The computation may add a line (it is careful at the edge), and never takes one away.
    expect(computed - measured, `${id}: computed ${computed}, measured ${measured}`).toBeGreaterThan(-1);
    expect(computed - measured, `${id}: computed ${computed}, measured ${measured}`).toBeLessThan(67);
  }
  const heights = contents.flatMap(({ body }) => body ?? []);
  const exact = heights.filter(({ measured, computed }) => Math.abs(computed - measured) < 1).length;
  expect(exact / heights.length).toBeGreaterThan(0.9);
  const fills = heights.map(({ measured, available }) => measured / available).sort((a, b) => a - b);
  const median = fills[Math.floor(fills.length / 2)]!;
  expect(median).toBeGreaterThan(0.55);
  expect(median).toBeLessThanOrEqual(0.9);
}

test.each(["parte-1", "parte-2", "curso"])("what opens and closes %s fits too", async (deck) => {
  for (const window of [wide, narrow]) {
    // Slides of a lesson carry its name, and are measured in its own deck.
    const own = ".slides > section:not([id*='--'])";
    const view = await inspect(await open(deck, window), window, "claro", nothing, own);
    const ids = view.slides.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(["inicio", "recorrido"]);
    expect(ids.at(-1)).toMatch(/^cierre/u);
    expect(faultsIn(view)).toEqual([]);
  }
});

test("slides that stand one under the other are measured as they are presented", async () => {
  const page = await openStack(browser, address("topologias"), wide);
  const stacked = (await inspect(page, wide, "claro", nothing)).slides;
  await page.context().close();
  const { page: deck, troubles } = await openDeck(browser, address("topologias"), "16:9");
  for (const slide of stacked) {
    if (slide.step > 0) continue;
    await deck.evaluate((id) => void (location.hash = `#/${id}`), slide.id);
    await deck.waitForFunction((id) => document.querySelector(".slides > .present")?.id === id, slide.id);
    const shown = await deck.evaluate(readFacts, {
      selector: ".slides > .present",
      ratio: "16:9",
      step: 0,
      only: "all",
    } as const);
    const present = shown[0]!;
    expect(present.id).toBe(slide.id);
    const [presented, measured] = [present.texts.filter(isStill), slide.texts.filter(isStill)];
    expect(presented.map(({ words }) => words)).toEqual(measured.map(({ words }) => words));
    const apart = presented.map((text, index) => distanceBetween(text, measured[index]!));
    expect({ id: slide.id, moved: apart.filter((distance) => distance >= 0.5) }).toEqual({ id: slide.id, moved: [] });
  }
  expect(troubles).toEqual([]);
  await deck.context().close();
});

// An island moves by itself.
function isStill({ island }: SlideFact["texts"][number]): boolean {
  return !island;
}

/** The largest difference of place or size, px. */
function distanceBetween(one: SlideFact["texts"][number], other: SlideFact["texts"][number]): number {
  const sides = ["left", "top", "right", "bottom", "size"] as const;
  return Math.max(...sides.map((side) => Math.abs(one[side] - other[side])));
}

test("the lessons' folder and the published decks agree", () => {
  const published = readdirSync(join(inject("siteFolder"), "diapositivas"));
  expect(published).toEqual(expect.arrayContaining([...lessons, "curso"]));
});
