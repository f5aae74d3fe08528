import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";

/** Where the printed pages are served from, and where their links shall lead. Both end with the base. */
export interface Site {
  served: string;
  published: string;
}

/**
 * Opens a page of the site as paper sees it: nothing runs in it, so that everything is shown in its first and whole
 * state, and it takes style sheets of ours besides its own. Whoever opens it closes its context.
 * @param styles paths of those style sheets, from the root of the project
 */
export async function openOnPaper(browser: Browser, site: Site, path: string, styles: string[] = []): Promise<Page> {
  const viewport = { width: 1280, height: 720 };
  const context = await browser.newContext({ locale: "es-AR", viewport, javaScriptEnabled: false, bypassCSP: true });
  const page = await context.newPage();
  const answer = await page.goto(site.served + path, { waitUntil: "load" });
  if (answer?.ok() !== true) throw new Error(`El sitio construido no tiene ${path}: hace falta npm run build.`);
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.evaluate(leadLinksTo, site);
  await dress(page, outlineStyle);
  for (const file of styles) await dress(page, await readFile(file, "utf8"));
  return page;
}

/** Gives the page one more style sheet; Playwright's own way waits for a script of the page. */
export async function dress(page: Page, styles: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = document.createElement("style");
    sheet.textContent = text;
    document.head.append(sheet);
  }, styles);
}

// Where a title breaks into lines, Chromium's outline would join two words.
const outlineStyle = ":is(h1, h2, h3, h4) { white-space: pre-wrap !important; }";

/** The page as a PDF with tags, outline and the sheets that its styles ask for. */
export async function print(page: Page): Promise<Uint8Array> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
}

// A link inside the page stays inside the document; the others must not lead to the machine that printed it.
function leadLinksTo({ served, published }: Site): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (link.getAttribute("href")?.startsWith("#") === true || !link.href.startsWith(served)) continue;
    link.setAttribute("href", published + link.href.slice(served.length));
    // Its address is the site's: on paper it is not written beside the words.
    link.dataset["sitio"] = "";
  }
}
