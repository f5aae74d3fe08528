import type { Browser } from "playwright-core";
import { printWithContents, separateNumbers, writeLessonContents } from "./contents.ts";
import { openOnPaper, type Site } from "./paper.ts";

/** Style sheet of what only printed documents have. */
export const bookStyle = "src/styles/book.css";

/** A lesson on numbered sheets, with its contents after its title. */
export async function printLesson(browser: Browser, site: Site, slug: string): Promise<Uint8Array> {
  const page = await openOnPaper(browser, site, `lecciones/${slug}/`, [bookStyle]);
  try {
    await page.evaluate(writeLessonContents);
    await page.evaluate(separateNumbers);
    return await printWithContents(page);
  } finally {
    await page.context().close();
  }
}
