import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

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

/** The longest page of each type: what goes wrong on another shows on it too. */
export function readTypes(folder: string): SitePage[] {
  const longest = new Map<string, SitePage>();
  for (const page of readPages(folder)) {
    if ((longest.get(page.type)?.html.length ?? 0) < page.html.length) longest.set(page.type, page);
  }
  return [...longest.values()];
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

/** Opens an address in a context of its own, with everything that may go wrong written down. */
export async function openPage(browser: Browser, url: string, options: OpenOptions = {}): Promise<OpenedPage> {
  const { before, ...contextOptions } = options;
  const context = await browser.newContext({ locale: "es-AR", ...contextOptions });
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
    if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  context.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.origin !== origin && /^(https?|wss?):$/.test(asked.protocol)) troubles.push(`elsewhere: ${asked.href}`);
  });
  context.on("requestfailed", (request) => troubles.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  context.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  return { page, troubles, close: () => context.close() };
}

function toType(path: string): string {
  return path.replace(/^(lecciones|diapositivas)\/[^/]+\//, "$1/*/").replace(/\/$/, "") || "portada";
}
