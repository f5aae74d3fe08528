import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { encode } from "uqr";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openDeck } from "./deck-probe.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const site = inject("site");
const deck = (name: string) => `${site}diapositivas/${name}/`;
const open = (name: string) => openDeck(browser, deck(name), "16:9");
const shown = (page: Page) => page.locator(".slides > .present").getAttribute("id");
const shows = (page: Page, id: string) =>
  page.waitForFunction((wanted) => document.querySelector(".slides > .present")?.id === wanted, id);
const strokes = (page: Page, id: string) => page.locator(`[id="${id}"] .trazo`).count();
const go = async (page: Page, id: string) => {
  await page.evaluate((wanted) => void (location.hash = `#/${wanted}`), id);
  await shows(page, id);
};

test("what is drawn stays with its slide on this device, shows in other windows, is undone and is printed", async () => {
  const { page, troubles } = await open("topologias");
  await page.keyboard.press("ArrowRight");
  const id = (await shown(page))!;
  await page.keyboard.press("d");
  await page.locator(".lapices").waitFor();
  const draw = async (y: number) => {
    await page.mouse.move(200, y);
    await page.mouse.down();
    for (const x of [300, 400, 500]) await page.mouse.move(x, y + 20);
    await page.mouse.up();
  };
  await draw(200);
  await page.getByRole("button", { name: "Resaltador" }).click();
  await draw(300);
  await draw(400);
  await page.keyboard.press("Control+z");
  expect(await strokes(page, id)).toBe(2);
  const paths = await page.locator(`[id="${id}"] .trazo`).evaluateAll((all) => all.map((one) => one.getAttribute("d")));
  expect(paths[0]).toBe("M200 200L300 220 400 220 500 220");
  // Nothing that leads on happens by drawing, and keys still do.
  await page.keyboard.press("ArrowRight");
  expect(await shown(page)).not.toBe(id);
  await page.keyboard.press("Escape");
  await page.locator(".lapices").waitFor({ state: "detached" });

  await page.reload();
  await page.locator(`[id="${id}"] .trazo.rojo`).waitFor({ state: "attached" });
  await go(page, id);
  const other = await page.context().newPage();
  await other.goto(`${deck("topologias")}?relacion=16:9#/${id}`);
  await other.locator(`[id="${id}"] .trazo`).first().waitFor();
  await page.bringToFront();
  await page.keyboard.press("d");
  await page.locator(".lapices").waitFor();
  await draw(500);
  await other.waitForFunction((wanted) => document.querySelectorAll(`[id="${wanted}"] .trazo`).length === 3, id);

  await page.emulateMedia({ media: "print" });
  const printed = await page.locator(`[id="${id}"]`).evaluate((slide) => {
    const [sheet, own] = [slide.querySelector(".trazo")!.getBoundingClientRect(), slide.getBoundingClientRect()];
    return { x: sheet.left - own.left, y: sheet.top - own.top, seen: slide.querySelector(".trazo")!.checkVisibility() };
  });
  expect(printed).toEqual({ x: 200, y: 200, seen: true });
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Borrar la diapositiva" }).click();
  expect(await strokes(page, id)).toBe(0);
  await page.keyboard.press("Escape");
  await page.reload();
  await page.locator(".reveal.ready").waitFor();
  expect(await strokes(page, id)).toBe(0);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test("the code for phones is that of the same section of the notes", async () => {
  const { page } = await open("topologias");
  const id = await page.locator(".slides > section:has(.lamina)").first().getAttribute("id");
  await go(page, id!);
  const published = (await page.locator('link[rel="canonical"]').getAttribute("href"))!;
  const href = (await page.locator(".slides > .present .al-apunte").getAttribute("href"))!;
  await page.keyboard.press("q");
  const picture = await page.locator("dialog svg").screenshot();
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  // The phones of the room cannot reach what this machine serves to itself.
  const { data: expected, size } = encode(new URL(href, published).href, { ecc: "M", border: 4 });
  const whole = size;
  const read = Array.from({ length: whole }, (_, y) =>
    Array.from({ length: whole }, (__, x) => {
      const [column, row] = [x, y].map((place) => Math.floor(((place + 0.5) * info.width) / whole));
      return data[row! * info.width + column!]! < 128;
    }),
  );
  expect(read).toEqual(expected);
  await page.keyboard.press("q");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.context().close();
});

test("a slide is found by words of its title and by what it defines; another lesson's term leads to its notes", async () => {
  const { page } = await open("topologias");
  const malla = await page.locator("#def-topologia-malla").evaluate((term) => term.closest("section")!.id);
  const find = async (words: string) => {
    await page.keyboard.press("/");
    await page.locator("dialog input").fill(words);
  };
  await find("mesh topology");
  await page.getByRole("button", { name: /^Topología en malla/u }).waitFor();
  await page.keyboard.press("Enter");
  await shows(page, malla);
  await find("fisica logica");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    document.querySelector(".slides > .present")?.getAttribute("aria-label")?.includes("Física y lógica"),
  );
  await find("docker compose");
  const opened = page.context().waitForEvent("page");
  await page
    .getByRole("button", { name: /en el apunte: / })
    .first()
    .click();
  expect(new URL((await opened).url()).pathname).toMatch(/\/lecciones\/docker[\w-]*\/$/u);
  await page.context().close();
});

test("a figure opens alone, and the point moves by keys and by the speaker's mouse", async () => {
  const { page: room, troubles } = await open("topologias");
  await go(room, (await room.locator(".slides > section:has(.lamina)").first().getAttribute("id"))!);
  await room.keyboard.press("z");
  await room.locator("dialog.ampliada svg").waitFor();
  await room.keyboard.press("+");
  await room.keyboard.press("Escape");
  await room.locator("dialog").waitFor({ state: "detached" });
  expect(await room.locator(".slides > .present .lamina svg").count()).toBe(1);

  const at = () =>
    room.locator(".puntero:not(.rastro)").evaluate((dot) => {
      const { left, top, width, height } = dot.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
  await room.keyboard.press("p");
  await room.locator(".puntero").waitFor();
  await room.mouse.move(300, 200);
  expect(await at()).toEqual([300, 200]);
  await room.keyboard.press("Shift+ArrowRight");
  expect((await at())[0]).toBeCloseTo(325.6);
  await room.keyboard.press("p");
  await room.locator(".puntero").waitFor({ state: "detached" });

  const opened = room.context().waitForEvent("page");
  await room.keyboard.press("s");
  const speaker = await opened;
  await speaker.setViewportSize({ width: 1280, height: 800 });
  await speaker.locator("#notas > *").first().waitFor();
  await speaker.keyboard.press("p");
  const frame = (await speaker.locator("#ahora").boundingBox())!;
  await speaker.mouse.move(frame.x + frame.width / 4, frame.y + frame.height / 2);
  await room.waitForFunction(() => {
    const box = document.querySelector(".puntero:not(.rastro)")?.getBoundingClientRect();
    return box !== undefined && Math.abs(box.left + box.width / 2 - 320) < 2;
  });
  expect((await at())[1]).toBeCloseTo(360, -0.5);
  await speaker.keyboard.press("p");
  await room.locator(".puntero:not(.rastro)").waitFor({ state: "detached" });
  expect(troubles).toEqual([]);
  await room.context().close();
});

test("a listing highlights its steps one after the other, there and back", async () => {
  const { page } = await open("docker-compose");
  const id = (await page.locator(".slides > section:has([data-paso])").first().getAttribute("id"))!;
  await go(page, id);
  const lines = () =>
    page
      .locator(".slides > .present .renglon")
      .evaluateAll((all) => all.flatMap((line, index) => (line.classList.contains("activo") ? [index + 1] : [])));
  const becomes = (wanted: number[]) => expect.poll(lines).toEqual(wanted);
  await becomes([7]);
  await page.keyboard.press("ArrowRight");
  await becomes([9]);
  await page.keyboard.press("ArrowRight");
  await becomes([11, 12, 13]);
  expect(await shown(page)).toBe(id);
  await page.keyboard.press("ArrowLeft");
  await becomes([9]);
  await page.context().close();
});
