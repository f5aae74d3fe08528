import { readdirSync, readFileSync } from "node:fs";
import type Axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { toAdvice } from "../../slides/fit/advice.ts";
import type { SlideFact } from "../../slides/fit/fact.ts";
import { inspect, openStack, openWindow, showStack, windows } from "../../src/build/deck-inspection.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { allRules, colourRules } from "./axe.ts";
import { openDeck } from "./deck-probe.ts";

let browser: Browser;
/** Windows of a room and of a phone, that show one deck after the other. */
let room: Page;
let hand: Page;
beforeAll(async () => {
  browser = await launch();
  room = await openWindow(browser, windows[0]!);
  hand = await openWindow(browser, { ...windows[2]!, width: 320, density: 1 });
});
afterAll(() => browser.close());

const address = (path: string) => `${inject("site")}diapositivas/${path}`;
const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

test.each(lessons)("no slide of %s breaks a rule of accessibility that a machine can check", async (deck) => {
  await showStack(room, address(`${deck}/`), windows[0]!);
  // All slides at once, as each is presented: what Reveal keeps from readers is looked at too.
  await room.evaluate(() => {
    for (const slide of document.querySelectorAll<HTMLElement>(".slides > section")) {
      slide.inert = false;
      slide.removeAttribute("aria-hidden");
      slide.removeAttribute("hidden");
    }
  });
  await room.evaluate(axe);
  expect(await room.evaluate(runAxe, { label: deck, rules: allRules, unseen: "" })).toEqual([]);
});

test("neither does a deck with any of its slides shown", async () => {
  const { page } = await openDeck(browser, address("topologias/"), "16:9");
  await page.evaluate(axe);
  const ids = await page.locator(".slides > section").evaluateAll((all) => all.map((slide) => slide.id));
  const found: string[] = [];
  for (const id of ids) {
    await page.evaluate((wanted) => void (location.hash = `#/${wanted}`), id);
    await page.waitForFunction((wanted) => document.querySelector(".slides > .present")?.id === wanted, id);
    // The slides that are not shown are inert.
    const run = { label: id, rules: allRules, unseen: ".slides > :not(.present)" };
    found.push(...(await page.evaluate(runAxe, run)));
  }
  expect(found).toEqual([]);
  await page.context().close();
});

test.each(lessons)("all slides of %s, stacked at 320 px, have nothing for axe to find, in any theme", async (deck) => {
  await hand.goto(address(`${deck}/`));
  // With what is said of each slide under it.
  await hand.waitForSelector(".notas");
  await hand.evaluate(() => document.fonts.ready.then(() => undefined));
  await hand.evaluate(axe);
  expect(await hand.locator(".slides > .present").count()).toBe(0);
  const found: string[] = [];
  for (const theme of ["claro", "oscuro", "proyector"]) {
    await hand.evaluate((name) => void (document.documentElement.dataset["tema"] = name), theme);
    const rules = theme === "claro" ? allRules : colourRules;
    found.push(...(await hand.evaluate(runAxe, { label: theme, rules, unseen: "" })));
  }
  expect(found).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "with forced colours (%s) letters, marks and rules are seen",
  async (colorScheme) => {
    const [window] = windows;
    const options = { forcedColors: "active", colorScheme } as const;
    const page = await openStack(browser, address("topologias/"), window!, options);
    // The system's colours of letters are the same everywhere; drawings have ground of their own.
    const wantsColours = ({ media }: SlideFact) => colorScheme === "light" || media.length > 0;
    const theme = colorScheme === "light" ? "claro" : "oscuro";
    const { findings, contrasts } = await inspect(page, window!, theme, wantsColours);
    expect(findings.map((one) => toAdvice(one).message)).toEqual([]);
    expect(Math.min(...contrasts.values())).toBeGreaterThan(4.5);
    const marks = await page.evaluate(() => {
      const item = document.querySelector(".slides ul > li")!;
      const cell = document.querySelector(".slides th")!;
      const paper = getComputedStyle(item.closest("section")!).backgroundColor;
      return [
        getComputedStyle(item, "::before").backgroundColor === paper,
        getComputedStyle(cell).boxShadow === "none",
      ];
    });
    expect(marks).toEqual([false, false]);
    await page.context().close();
  },
);

test("a slide without contrast, and one with a table that nothing heads, are found", async () => {
  const { page } = await openDeck(browser, address(`${lessons[0]}/`), "16:9");
  await page.evaluate(axe);
  const spoil = (html: string) =>
    page.evaluate((inside) => {
      const shown = document.querySelector(".slides > .present")!;
      shown.innerHTML = inside;
    }, html);
  await spoil("<h2>Una</h2><table><tr><th></th></tr><tr><td>uno</td></tr></table>");
  const unseen = ".slides > :not(.present)";
  expect((await page.evaluate(runAxe, { label: "a", rules: allRules, unseen })).join()).toContain("empty-table-header");
  await page.evaluate(() => {
    const shown = document.querySelector<HTMLElement>(".slides > .present")!;
    const grey = document.createElement("p");
    grey.textContent = "gris";
    grey.style.color = "#cccccc";
    shown.replaceChildren(grey);
  });
  expect((await page.evaluate(runAxe, { label: "b", rules: colourRules, unseen })).join()).toContain("color-contrast");
  await page.context().close();
});

interface Run {
  label: string;
  rules: readonly string[];
  /** Selector of what is left out; nothing when empty. */
  unseen: string;
}

async function runAxe({ label, rules, unseen }: Run): Promise<string[]> {
  const { axe: engine } = window as unknown as { axe: typeof Axe };
  const context = unseen === "" ? document : { include: ["html"], exclude: [unseen] };
  const { violations } = await engine.run(context, { runOnly: [...rules], resultTypes: ["violations"] });
  return violations.map((one) => `${label}: ${one.id} ${one.nodes.map((node) => node.html).join(" ")}`);
}
