import type { Browser, Locator } from "playwright-core";
import { expect, inject } from "vitest";
import { loadIslands } from "../../src/build/load-islands.ts";
import { openPage, type OpenedPage, type OpenOptions, readPages } from "./pages.ts";

/** Every island, as the build knows it. */
export const islands = loadIslands().map(({ island }) => island);

/** The laboratory with every island live. */
export async function openLaboratory(browser: Browser, options: OpenOptions = {}): Promise<OpenedPage> {
  const opened = await openPage(browser, `${inject("site")}laboratorio/`, {
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  // One that is seen wakes all of its name.
  for (const { tag } of islands) await show(opened.page.locator(tag).first());
  return opened;
}

/** The laboratory when somebody has pointed at every island, so that what only a change needs is there. */
export async function openPointedLaboratory(browser: Browser, options: OpenOptions = {}): Promise<OpenedPage> {
  const opened = await openLaboratory(browser, options);
  for (const { tag } of islands) await wake(opened.page.locator(tag).first());
  return opened;
}

/** Scrolls to an island and points at it: with that, all of it is there. */
export async function wake(island: Locator): Promise<void> {
  await show(island);
  await island.dispatchEvent("pointerover");
  await expect.poll(() => island.getAttribute("data-entera")).toBe("");
}

async function show(island: Locator): Promise<void> {
  await island.scrollIntoViewIfNeeded();
  await expect.poll(() => island.getAttribute("data-viva")).toBe("");
}

/** The lesson that shows an island. */
export function lessonWith(tag: string): string {
  const pages = readPages(inject("siteFolder"));
  const lesson = pages.find(({ path, html }) => path.startsWith("lecciones/") && html.includes(`<${tag} `));
  if (lesson === undefined) throw new Error(`No lesson shows ${tag}.`);
  return lesson.path;
}

/** What an island shows: its log may say the same of two states that look different. */
export async function readShown(island: Locator): Promise<string> {
  return island.evaluate((element) =>
    [".isla-juego", ".isla-resumen, .isla-resultado"].map((part) => element.querySelector(part)?.innerHTML).join("\n"),
  );
}
