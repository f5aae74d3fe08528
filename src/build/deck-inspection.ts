import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import sharp from "sharp";
import type { View } from "../../slides/fit/certificate.ts";
import type { SlideFact } from "../../slides/fit/fact.ts";
import { findFaults, findPale, held, projected, type Standard } from "../../slides/fit/finding.ts";
import type { Pixels } from "../../slides/fit/pixels.ts";
import { hideLetters, readFacts, stackSlides } from "../../slides/fit/read-facts.ts";

/** A window in which decks are looked at. */
export interface Window {
  name: string;
  width: number;
  height: number;
  ratio: "16:9" | "4:3";
  /** Pixels of the screen for one CSS px. */
  density: number;
  standard: Standard;
}

export const windows: readonly Window[] = [
  { name: "1280 × 720", width: 1280, height: 720, ratio: "16:9", density: 1, standard: projected },
  { name: "960 × 720", width: 960, height: 720, ratio: "4:3", density: 1, standard: projected },
  { name: "teléfono", width: 360, height: 740, ratio: "16:9", density: 2, standard: held },
];

export const themes = ["claro", "oscuro", "proyector"] as const;
export type Theme = (typeof themes)[number];

/** Opens a deck with its slides one under the other, still, with its fonts; its context is the caller's to close. */
export async function openStack(
  browser: Browser,
  address: string,
  window: Window,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openWindow(browser, window, options);
  await showStack(page, address, window);
  return page;
}

/** A window for decks, with nothing in it yet. */
export async function openWindow(
  browser: Browser,
  { width, height, density }: Window,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: density,
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...options,
  });
  return context.newPage();
}

/** Shows a deck, in place of another if there is one, with its slides one under the other, still, with its fonts. */
export async function showStack(page: Page, address: string, { ratio, standard }: Window): Promise<void> {
  await page.goto(`${address}?relacion=${ratio}`);
  await page.waitForSelector(standard.isFixed ? ".slides > .present" : ":root[data-lectura]", { state: "attached" });
  await page.evaluate(stackSlides);
  await wakeIslands(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
}

// An island comes to life when its slide is near, and shows more then: it is looked at as the room sees it.
async function wakeIslands(page: Page): Promise<void> {
  const slides = await page.locator(".slides > section:has([data-isla])").evaluateAll((all) => all.map(({ id }) => id));
  for (const id of slides) {
    await page.evaluate((wanted) => {
      location.hash = `#/${wanted}`;
      document.getElementById(wanted)?.scrollIntoView({ behavior: "instant" });
    }, id);
    await page.waitForSelector(`[id="${id}"] [data-isla][data-viva]`, { state: "attached" });
  }
}

/**
 * Measures every slide of a stacked deck at every step: geometry, words and, of the slides that are wanted for it,
 * colours by their pixels.
 * @param selector of the slides, if not all are meant
 */
export async function inspect(
  page: Page,
  window: Window,
  theme: Theme,
  wantsColours: (slide: SlideFact) => boolean = () => true,
  selector = ".slides > section",
): Promise<View> {
  await page.evaluate((name) => void (document.documentElement.dataset["tema"] = name), theme);
  const view: View = { name: `${window.name}, ${theme}`, slides: [], findings: [], contrasts: new Map() };
  for (let step = 0, last = 0; step <= last; step += 1) {
    const slides = await page.evaluate(readFacts, {
      selector,
      ratio: window.ratio,
      step,
      only: step === 0 ? ("all" as const) : ("those with this step" as const),
    });
    last = Math.max(last, ...slides.map(({ steps }) => steps));
    view.slides.push(...slides);
    view.findings.push(...slides.flatMap((slide) => findFaults(slide, window.standard)));
    await inspectColours(page, window, slides.filter(wantsColours), view);
  }
  return view;
}

async function inspectColours(page: Page, window: Window, slides: readonly SlideFact[], view: View): Promise<void> {
  if (slides.length === 0) return;
  const camera = await page.context().newCDPSession(page);
  for (const group of groupByHeight(slides, window.height)) {
    const from = Math.floor(group[0]?.place.top ?? 0);
    await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), from);
    const to = Math.max(...group.map(({ place, height }) => Math.ceil(place.top + height)));
    const clip = { x: 0, y: from, width: window.width, height: to - from, scale: 1 };
    const isTall = clip.height > window.height;
    const withLetters = await picture(camera, clip, isTall);
    const ids = group.map(({ id }) => id);
    await page.evaluate(hideLetters, ids);
    const without = await picture(camera, clip, isTall);
    await page.evaluate(hideLetters, []);
    const scale = withLetters.width / window.width;
    for (const slide of group) {
      const { findings, least } = findPale(slide, window.standard, [withLetters, without], scale, from);
      view.findings.push(...findings);
      view.contrasts.set(slide.id, Math.min(least, view.contrasts.get(slide.id) ?? least));
    }
  }
  await camera.detach();
}

// Neighbours that the window shows at once: what is drawn may depend on its size, so it keeps that of the room.
function groupByHeight(slides: readonly SlideFact[], most: number): SlideFact[][] {
  const groups: SlideFact[][] = [];
  for (const slide of slides) {
    const group = groups.at(-1) ?? [];
    const [first, last] = [group[0], group.at(-1)];
    const isNext = last !== undefined && slide.place.top - last.place.top - last.height < 2;
    if (isNext && first !== undefined && slide.place.top + slide.height - first.place.top <= most) group.push(slide);
    else groups.push([slide]);
  }
  return groups;
}

type Clip = Record<"x" | "y" | "width" | "height" | "scale", number>;

// Playwright's own pictures take twice as long, and there are hundreds of them.
async function picture(camera: CDPSession, clip: Clip, captureBeyondViewport: boolean): Promise<Pixels> {
  const options = { format: "png", clip, captureBeyondViewport, optimizeForSpeed: true } as const;
  const shot = await camera.send("Page.captureScreenshot", options);
  const png = sharp(Buffer.from(shot.data, "base64"), { limitInputPixels: false });
  const { data, info } = await png.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
