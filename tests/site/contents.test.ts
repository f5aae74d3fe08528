import { expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openPage, readLesson } from "./pages.ts";

test("the contents mark the section that is read, wherever the reader jumps to", async () => {
  const browser = await launch();
  const { page, troubles } = await openPage(browser, inject("site") + readLesson(inject("siteFolder")).path, {
    viewport: { width: 1280, height: 450 },
    reducedMotion: "reduce",
  });
  const links = page.locator(".mapa-secciones a");
  const marked = page.locator(".mapa-secciones a[aria-current]");
  const names = await links.allTextContents();
  expect(names.length).toBeGreaterThan(3);
  expect(await marked.count()).toBe(0);
  // From end to end, so that every jump but the first flies over others.
  const ways = names.map((_, index) => (index % 2 === 0 ? index : names.length - index));
  for (const index of ways) {
    await page.evaluate(
      (hash) => {
        const heading = document.getElementById(decodeURIComponent(hash.slice(1)))!;
        // Just out of sight above: where a reader of the section is.
        scrollTo(0, heading.getBoundingClientRect().bottom + scrollY + 5);
      },
      (await links.nth(index).getAttribute("href"))!,
    );
    await expect.poll(() => marked.allTextContents()).toEqual([names[index]]);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => marked.count()).toBe(0);
  expect(troubles).toEqual([]);
  await browser.close();
});
