import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from "playwright-core";

export interface SitePage {
  /** From the root of the site, without slash before: `lecciones/topologias/`, `""` for the first page. */
  path: string;
  /** Pages of one type have the same shape: `lecciones/*`. */
  type: string;
  html: string;
}

/** Every page of a built site, in the order of their addresses. */
export function readPages(folder: string): SitePage[] {
  return globSync("**/*.html", { cwd: folder })
    .sort()
    .map((file) => {
      const path = file.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1");
      return { path, type: toType(path), html: readFileSync(join(folder, file), "utf8") };
    });
}

/** The longest page of each type: what goes wrong on another shows on it too. Lessons stand for the decks made of them. */
export function readTypes(folder: string): SitePage[] {
  const longest = new Map<string, SitePage>();
  for (const page of readPages(folder)) {
    if (/^diapositivas\/(?:curso|parte-\d+)\//u.test(page.path)) continue;
    if ((longest.get(page.type)?.html.length ?? 0) < page.html.length) longest.set(page.type, page);
  }
  return [...longest.values()];
}

/**
 * Every page a reader opens in the site itself, decks apart. The cards of the lessons have one shape and the words of
 * the lessons: the longest stands for them.
 */
export function readOrdinary(folder: string): SitePage[] {
  const [cards] = readTypes(folder).filter(({ type }) => type === "repaso/*");
  return readPages(folder).filter((page) => !isDeck(page) && (page.type !== "repaso/*" || page.path === cards?.path));
}

/** Decks and their notes answer to laws of their own, in `deck*.test.ts`. */
export function isDeck({ type }: SitePage): boolean {
  return type.startsWith("diapositivas/");
}

/** The lesson with the most to use: the longest of those that link to terms. */
export function readLesson(folder: string): SitePage {
  const lessons = readPages(folder).filter(
    ({ type, html }) => type === "lecciones/*" && html.includes(`class="termino"`),
  );
  const [longest] = lessons.sort((a, b) => b.html.length - a.html.length);
  if (longest === undefined) throw new Error("No lesson links to a term.");
  return longest;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Runs before any script of the page. */
  before?: (context: BrowserContext) => Promise<unknown>;
}

/** A page in a fresh context, and all that went wrong in it since. */
export interface OpenedPage {
  page: Page;
  /** Errors of scripts and console, violations of the policy, requests refused or to other origins, in words. */
  troubles: string[];
  close: () => Promise<void>;
}

/**
 * A page that is led from address to address: each costs a third of a fresh context, which matters where nothing that a
 * page remembers does.
 */
export async function openTour(
  browser: Browser,
  site: string,
  options: OpenOptions = {},
): Promise<(path: string) => Promise<Page>> {
  const { page } = await openPage(browser, `${site}404.html`, options);
  return async (path) => {
    await page.goto(site + path);
    return page;
  };
}

/** Opens an address in a context of its own, with everything that may go wrong written down. */
export async function openPage(browser: Browser, url: string, options: OpenOptions = {}): Promise<OpenedPage> {
  const { before, ...contextOptions } = options;
  // A copy of the whole site for each test would be slow and hide what the server sends; `offline.test.ts` allows it.
  const context = await browser.newContext({ locale: "es-AR", serviceWorkers: "block", ...contextOptions });
  const troubles: string[] = [];
  await context.exposeBinding("tellViolation", (_, words: string) => troubles.push(words));
  await context.addInitScript(() => {
    const tell = (window as unknown as { tellViolation: (words: string) => void }).tellViolation;
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      tell(`policy: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  });
  await before?.(context);
  const page = await context.newPage();
  const { origin } = new URL(url);
  page.on("console", (message) => {
    if (message.text() === "Service Worker registration blocked by Playwright" || isLatePreload(message)) return;
    if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  context.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.origin !== origin && /^(https?|wss?):$/.test(asked.protocol)) troubles.push(`elsewhere: ${asked.href}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left drops what it still waits for; whether it does depends on how busy the machine is.
    if (reason !== "net::ERR_ABORTED") troubles.push(`failed: ${request.url()} ${reason}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  return { page, troubles, close: () => context.close() };
}

/**
 * Waits until nothing more comes to a page: its fonts are there and for half a second no file was. (Playwright's own
 * `networkidle` counts what was asked for against what came, and on a busy machine may lose one and wait for ever.)
 */
export async function waitForQuiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    let [before, now] = [-1, 0];
    while (before !== now) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      [before, now] = [now, performance.getEntriesByType("resource").length];
    }
  });
}

/**
 * Chromium blames the preload of a font when a page stays open for some seconds and the font was in its memory, from a
 * former page: it says something of the machine, and nothing of the page.
 */
export function isLatePreload(message: ConsoleMessage): boolean {
  return message.text().includes("was preloaded using link preload but not used");
}

function toType(path: string): string {
  return (
    path.replace(/^(lecciones|diapositivas|repaso(?!\/simulacro\/))\/[^/]+\//, "$1/*/").replace(/\/$/, "") || "portada"
  );
}
