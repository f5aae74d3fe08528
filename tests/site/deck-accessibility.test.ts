import { readdirSync, readFileSync } from "node:fs";
import type Axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openDeck } from "./deck-probe.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const address = (path: string) => `${inject("site")}diapositivas/${path}`;
const lessons = readdirSync("src/content/lecciones").map((file) => file.replace(/^\d+-|\.mdx$/gu, ""));
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// A theme changes colours and nothing else of a slide, in a row as well as one by one.
const colourRules = ["color-contrast", "link-in-text-block"];

test.each(lessons)("no slide of %s breaks a rule of accessibility that a machine can check", async (deck) => {
  const { page } = await openDeck(browser, address(`${deck}/`), "16:9");
  await page.evaluate(axe);
  const ids = await page.locator(".slides > section").evaluateAll((all) => all.map(({ id }) => id));
  const found: string[] = [];
  for (const id of ids) {
    await page.evaluate((wanted) => void (location.hash = `#/${wanted}`), id);
    await page.waitForFunction((wanted) => document.querySelector(".slides > .present")?.id === wanted, id);
    // The slides that are not shown are inert.
    const run = { label: id, rules: tags, unseen: ".slides > :not(.present)" };
    found.push(...(await page.evaluate(runAxe, run)));
  }
  expect(found).toEqual([]);
  await page.context().close();
});

test.each(lessons)("all slides of %s, stacked at 320 px, have nothing for axe to find, in any theme", async (deck) => {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(address(`${deck}/`), { waitUntil: "networkidle" });
    await page.evaluate(axe);
    expect(await page.locator(".slides > .present").count()).toBe(0);
    const rules = colorScheme === "light" ? tags : colourRules;
    found.push(...(await page.evaluate(runAxe, { label: colorScheme, rules, unseen: "" })));
    if (colorScheme === "light") {
      await page.evaluate(() => void (document.documentElement.dataset["tema"] = "proyector"));
      found.push(...(await page.evaluate(runAxe, { label: "proyector", rules: colourRules, unseen: "" })));
    }
    await context.close();
  }
  expect(found).toEqual([]);
});

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
  expect((await page.evaluate(runAxe, { label: "a", rules: tags, unseen })).join()).toContain("empty-table-header");
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
