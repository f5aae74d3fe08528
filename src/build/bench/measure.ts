import type { Browser, CDPSession, Page } from "playwright-core";

/** Milliseconds of the page's main thread: time in which other programs ran does not count. */
export interface Work {
  script: number;
  style: number;
  layout: number;
  task: number;
}

/** A phone's network and processor: 1.6 Mbit/s, 150 ms there and back, a quarter of the speed. */
const slow = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const slowCpu = 4;

/** When a reader with a slow network and phone sees the first slide, ms after asking for it. */
export async function measureFirstPaint(browser: Browser, address: string): Promise<number> {
  const { page, session } = await open(browser);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...slow });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowCpu });
  await page.goto(address, { waitUntil: "load" });
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName("first-contentful-paint");
          if (entry !== undefined) resolve(entry.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.context().close();
  return painted;
}

/** What it costs to load a page until nothing moves, scripts or not. */
export async function measureLoad(browser: Browser, address: string, javaScriptEnabled = true): Promise<Work> {
  const { page, session } = await open(browser, javaScriptEnabled);
  const before = await readWork(session);
  await page.goto(address, { waitUntil: "load" });
  if (javaScriptEnabled) await settle(page);
  const work = subtract(await readWork(session), before);
  await page.context().close();
  return work;
}

/** What each press of → costs, `presses` times from the slide with the number `from`. */
export async function measureSteps(browser: Browser, address: string, presses: number): Promise<Work[]> {
  const { page, session } = await open(browser);
  await page.goto(address, { waitUntil: "load" });
  await settle(page);
  // What runs for the first time is compiled then.
  await page.keyboard.press("ArrowRight");
  await settle(page);
  const works: Work[] = [];
  for (let press = 0; press < presses; press += 1) {
    const before = await readWork(session);
    await page.keyboard.press("ArrowRight");
    await settle(page);
    works.push(subtract(await readWork(session), before));
  }
  await page.context().close();
  return works;
}

/** The value that a share of the others does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

async function open(browser: Browser, javaScriptEnabled = true): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    javaScriptEnabled,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, session };
}

// Twice: what a frame asks for is done in the next one.
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))),
  );
}

async function readWork(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send("Performance.getMetrics");
  const read = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return {
    script: read("ScriptDuration"),
    style: read("RecalcStyleDuration"),
    layout: read("LayoutDuration"),
    task: read("TaskDuration"),
  };
}

function subtract(after: Work, before: Work): Work {
  return {
    script: after.script - before.script,
    style: after.style - before.style,
    layout: after.layout - before.layout,
    task: after.task - before.task,
  };
}
