import { readFileSync } from "node:fs";
import type Axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openPage } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const lesson = `${inject("site")}lecciones/topologias/`;
// A change of size or place is drawn with the next frame: what is read here is asked until it is there.
const widthOf = (page: Page) => page.locator(".ampliada svg").evaluate((svg) => svg.getBoundingClientRect().width);
const leftOf = (page: Page) => page.locator(".ampliada svg").evaluate((svg) => svg.getBoundingClientRect().left);

test("a figure opens alone, grows and moves by keys and buttons, and Esc leads back to where one was", async () => {
  const { page, troubles, close } = await openPage(browser, lesson, { viewport: { width: 1280, height: 800 } });
  const button = page.locator(".figura .ampliar").first();
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator(".ampliada[open]").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  const fitted = await widthOf(page);
  await page.keyboard.press("+");
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted * 1.4, 0);
  const left = await leftOf(page);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => leftOf(page)).toBeCloseTo(left - 60, 0);
  await page.keyboard.press("0");
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted, 0);
  await page.getByRole("button", { name: "Achicar" }).click();
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted / 1.4, 0);
  await page.getByRole("button", { name: "Entera" }).click();
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted, 0);
  const box = (await page.locator(".ampliada svg").boundingBox())!;
  await page.mouse.move(box.x + 300, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 380, box.y + 200, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => leftOf(page)).toBeCloseTo(box.x + 80, 0);
  await page.keyboard.press("Escape");
  await page.locator(".ampliada").waitFor({ state: "detached" });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator(".figura").first().locator(".lamina > svg").getAttribute("style")).toBeNull();
  expect(troubles).toEqual([]);
  await close();
});

test("on a phone a figure opens at the size at which it was drawn, and two fingers make it larger", async () => {
  const { page, close } = await openPage(browser, lesson, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.locator(".figura .ampliar").first().tap();
  await page.locator(".ampliada[open]").waitFor();
  const text = () =>
    page
      .locator(".ampliada text")
      .evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().height)));
  await expect.poll(text).toBeGreaterThan(12);
  const opened = await text();
  const client = await page.context().newCDPSession(page);
  const pinch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [180 - apart, 180 + apart].map((x, id) => ({ x, y: 400, id })),
    });
  await pinch("touchStart", 40);
  for (const apart of [50, 60, 70, 80]) await pinch("touchMove", apart);
  await pinch("touchEnd", 0);
  await expect.poll(text).toBeGreaterThan(opened * 1.4);
  await close();
});

test.each(["light", "dark"] as const)("an open figure has nothing for axe to find, %s", async (colorScheme) => {
  const { page, close } = await openPage(browser, lesson, { colorScheme, viewport: { width: 360, height: 740 } });
  await page.locator(".figura .ampliar").first().click();
  await page.locator(".ampliada[open]").waitFor();
  await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
  expect(found).toEqual([]);
  await close();
});

test("without JavaScript there is no control that would do nothing", async () => {
  const { page, close } = await openPage(browser, lesson, { javaScriptEnabled: false });
  expect(await page.locator(".ampliar:visible").count()).toBe(0);
  await close();
});
