import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openDeck } from "./deck-probe.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const seed = Number(process.env["SEMILLA"] ?? 1978);
const address = `${inject("site")}diapositivas/topologias/`;

// What opens windows or leaves the page is the business of tests of its own.
const names = [
  ..."ArrowRight ArrowLeft ArrowUp ArrowDown PageUp PageDown Home End Enter Escape Tab Backspace F1 F5 Dead".split(" "),
  ...Array.from(" ¿ñ😀0123456789abcdeghijklmopqrtuvwxyz.,-+/?'"),
];

test(`10,000 keys of seed ${seed} do nothing wrong, and leave the deck on a slide of its own`, async () => {
  const { page, troubles } = await openDeck(browser, address, "16:9");
  const pressed = await page.evaluate(
    async ([keys, start]) => {
      let state = start;
      const random = (below: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      for (let press = 0; press < 10_000; press += 1) {
        const target = document.activeElement ?? document.body;
        const modifiers = { shiftKey: random(8) === 0, ctrlKey: random(20) === 0, altKey: random(20) === 0 };
        const key = keys[random(keys.length)] ?? "";
        for (const type of ["keydown", "keyup"])
          target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...modifiers }));
        // What a key loads comes between others.
        if (press % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
        if (press % 500 === 499) for (const dialog of document.querySelectorAll("dialog")) dialog.close();
      }
      return document.querySelectorAll(".slides > .present").length;
    },
    [names, seed] as const,
  );
  expect(pressed).toBe(1);
  expect(troubles).toEqual([]);
  // It still works.
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll("dialog")) dialog.close();
  });
  // The address lags behind the deck, and setting the one that it has already leads nowhere.
  const wanted = await page.evaluate(() => (location.hash === "#/inicio" ? "para-recordar" : "inicio"));
  await page.evaluate((id) => void (location.hash = `#/${id}`), wanted);
  await page.waitForFunction((id) => document.querySelector(".slides > .present")?.id === id, wanted);
  await page.context().close();
});

test.each([1280, 390])(`1,000 hostile addresses of seed ${seed} do nothing wrong at %d px`, async (width) => {
  const { page, troubles } = await openDeck(browser, address, "16:9", width);
  await page.evaluate(
    async ([start]) => {
      let state = start;
      const random = (below: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      const pieces = [
        "/",
        "//",
        "%",
        "%E0%A4%A",
        "%00",
        "..",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "'",
      ];
      pieces.push('"', "]", "[id]", "\\", "-1", "1e9", "NaN", "999999999999", "constructor", "__proto__", "topologias");
      pieces.push("inicio", "é", "😀", "\u202e", " ", "#", "?", "&", "*", "a".repeat(5000));
      for (let visit = 0; visit < 1000; visit += 1) {
        location.hash = `#/${Array.from({ length: 1 + random(4) }, () => pieces[random(pieces.length)]).join("")}`;
        if (visit % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    [seed] as const,
  );
  expect(troubles).toEqual([]);
  expect(await page.locator(".slides > .present").count()).toBe(width < 435 ? 0 : 1);
  expect(await page.locator("img, [onerror]").count()).toBe(0);
  await page.context().close();
});
