import type { Browser, Page } from "playwright-core";
import { isLatePreload } from "./pages.ts";

/**
 * Opens a deck in one ratio, without motion; in a window as narrow as a phone it is read. `troubles` collects what the
 * page complains of.
 */
export async function openDeck(
  browser: Browser,
  address: string,
  ratio: "16:9" | "4:3",
  width = ratio === "4:3" ? 960 : 1280,
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 720 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (isLatePreload(message)) return;
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  await page.goto(`${address}?relacion=${ratio}`);
  await page.waitForSelector(":root:is([data-lectura], :has(.reveal.ready))");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, troubles };
}
