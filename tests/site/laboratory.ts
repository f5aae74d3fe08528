import type { Browser, Locator } from "playwright-core";
import { expect, inject } from "vitest";
import { loadIslands } from "../../src/build/load-islands.ts";
import { openPage, type OpenedPage, type OpenOptions } from "./pages.ts";

/** Every island, as the build knows it. */
export const islands = loadIslands().map(({ island }) => island);

/** The laboratory with every island live. */
export async function openLaboratory(browser: Browser, options: OpenOptions = {}): Promise<OpenedPage> {
  const opened = await openPage(browser, `${inject("site")}laboratorio/`, {
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  for (const { tag } of islands) {
    // One that is seen wakes all of its name.
    await opened.page.locator(tag).first().scrollIntoViewIfNeeded();
    await opened.page.locator(`${tag}[data-viva]`).first().waitFor();
  }
  return opened;
}

/** The laboratory when somebody has pointed at every island, so that what only a change needs is there. */
export async function openPointedLaboratory(browser: Browser, options: OpenOptions = {}): Promise<OpenedPage> {
  const opened = await openLaboratory(browser, options);
  for (const { tag } of islands) {
    const island = opened.page.locator(tag).first();
    await island.dispatchEvent("pointerover");
    await expect.poll(() => island.getAttribute("data-entera")).toBe("");
  }
  return opened;
}

/** What an island shows: its log may say the same of two states that look different. */
export async function readShown(island: Locator): Promise<string> {
  return island.evaluate((element) =>
    [".isla-juego", ".isla-resumen, .isla-resultado"].map((part) => element.querySelector(part)?.innerHTML).join("\n"),
  );
}
