import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openPage, readOrdinary, waitForQuiet } from "./pages.ts";
import type { SitePage } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

/** What a file weighs on the way, in bytes. */
interface Weight {
  path: string;
  brotli: number;
  gzip: number;
}

/** `LayoutShift` of Web Vitals, which TypeScript does not know. */
interface Shift {
  value: number;
  sources: { node: Node | null }[];
}

const folder = inject("siteFolder");
const weights = new Map<string, Weight>();
const pages = readOrdinary(folder);

// At the same time: most of it is waiting until nothing more comes.
describe.concurrent("every page", () => {
  test.for(pages)(
    "$path weighs what a page may weigh, and nothing in it moves while it loads",
    async (sitePage, { expect }) => {
      const { loaded, shifts } = await load(sitePage, { width: 1280 });
      const files = loaded.map(weigh);
      const scripts = files.filter(({ path }) => path.endsWith(".js"));
      const fonts = files.filter(({ path }) => path.endsWith(".woff2"));
      const rest = files.filter(({ path }) => !path.endsWith(".woff2"));
      const island = sitePage.html.includes("data-isla=");
      const drawings = sitePage.html.match(/<div class="lamina"/g)?.length ?? 0;
      console.log(
        `${sitePage.path || "/"}: script ${print(scripts)}, without fonts ${print(rest)}, fonts ${print(fonts)}, ${files.length} requests`,
      );
      // The page that is the search has at once what elsewhere a key opens; that of the study, its plan; the laboratory
      // makes five islands live.
      const most = { "buscar/": 12_000, "repaso/": 10_000, "laboratorio/": 6_000 + 5_000 };
      expect.soft(total(scripts), "script").toBeLessThanOrEqual(most[sitePage.path as keyof typeof most] ?? 6_000);
      // The glossary has every definition of the course, and the search its texts after the first key.
      const larger = { "laboratorio/": 120_000, "glosario/": 30_000, "buscar/": 36_000 }[sitePage.path];
      const room = larger ?? (drawings >= 4 || island ? 40_000 : 28_000);
      expect.soft(total(rest), "all but fonts").toBeLessThanOrEqual(room);
      expect.soft(total(fonts), "fonts").toBeLessThanOrEqual(42_000);
      // An island brings its sheet; the search and the study, what they work with; the laboratory, five islands.
      const own = { "buscar/": 14, "repaso/": 14, "repaso/simulacro/": 14, "laboratorio/": 24 }[sitePage.path] ?? 12;
      const requests = sitePage.type === "lecciones/*" ? (island ? 11 : 10) : own;
      expect.soft(files.length, loaded.join(" ")).toBeLessThanOrEqual(requests);
      expect.soft(shifts, "1280 px").toEqual([]);
      const late = await load(sitePage, { width: 360, lateFonts: true });
      expect.soft(late.shifts, "360 px, with fonts that come after the first paint").toEqual([]);
    },
  );
});

/** The files of a cold load before any input, and what moved meanwhile. */
async function load(
  { path, html }: SitePage,
  { width, lateFonts = false }: { width: number; lateFonts?: boolean },
): Promise<{ loaded: string[]; shifts: string[] }> {
  const site = inject("site");
  const asked = new Set<string>();
  const { page, close } = await openPage(browser, site + path, {
    viewport: { width, height: 800 },
    before: async (context) => {
      if (lateFonts) {
        await context.route("**/*.woff2", async (route) => {
          await route
            .request()
            .frame()
            .waitForFunction(() => performance.getEntriesByType("paint").length > 0);
          await route.continue();
        });
      }
      context.on("request", (request) =>
        asked.add(new URL(request.url()).href.slice(site.length).replace(/[?#].*$/, "")),
      );
      await context.addInitScript(() => {
        const shifts: string[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as Shift[]) {
            const nodes = entry.sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement));
            shifts.push(`${entry.value} ${nodes.map((element) => element?.outerHTML.slice(0, 80)).join(" ")}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
    },
  });
  await waitForQuiet(page);
  const shifts = await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    return (window as unknown as { shifts: string[] }).shifts;
  });
  await close();
  // A browser with a window fetches the icon and the manifest too.
  for (const [, href = ""] of html.matchAll(/<link rel="(?:icon|manifest)" href="\/sd\/([^"]+)"/g)) asked.add(href);
  return { loaded: [...asked], shifts };
}

function weigh(asked: string): Weight {
  const path = asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
  const known = weights.get(path);
  if (known) return known;
  const content = readFileSync(join(folder, path));
  // Fonts are compressed already, with brotli: servers send them as they are.
  const ready = path.endsWith(".woff2");
  const brotli = ready
    ? content.length
    : brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const weight = { path, brotli, gzip: ready ? content.length : gzipSync(content, { level: 9 }).length };
  weights.set(path, weight);
  return weight;
}

function total(files: Weight[]): number {
  return files.reduce((sum, { brotli }) => sum + brotli, 0);
}

function print(files: Weight[]): string {
  const gzip = files.reduce((sum, file) => sum + file.gzip, 0);
  return `${(total(files) / 1000).toFixed(1)} kB (${(gzip / 1000).toFixed(1)} with gzip)`;
}
