import { readFileSync } from "node:fs";
import type Axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { openDeck } from "./deck-probe.ts";
import { openPage } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const site = inject("site");
const deck = (name: string) => `${site}diapositivas/${name}/`;
const inStep = "Sincronizada con la ventana de la clase ✓";

const shown = (room: Page) => room.locator(".slides > .present").getAttribute("id");
const shows = (room: Page, id: string) =>
  room.waitForFunction((wanted) => document.querySelector(".slides > .present")?.id === wanted, id);
const says = (speaker: Page, selector: string, words: string) =>
  speaker.waitForFunction(([place, wanted]) => document.querySelector(place!)?.textContent === wanted, [
    selector,
    words,
  ] as const);

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
const isAt = (speaker: Page, place: number) =>
  speaker.waitForFunction((start) => document.querySelector("#lugar")?.textContent?.startsWith(start), `${place} de `);

/** The room's window of a deck and the speaker's, which it opened. */
async function openBoth(name: string): Promise<{ room: Page; speaker: Page; ids: string[]; troubles: string[] }> {
  const { page: room, troubles } = await openDeck(browser, deck(name), "16:9");
  const opened = room.context().waitForEvent("page");
  await room.keyboard.press("s");
  const speaker = await opened;
  speaker.on("pageerror", (error) => troubles.push(error.message));
  speaker.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  await speaker.setViewportSize({ width: 1280, height: 800 });
  await says(speaker, "#estado", inStep);
  await copyIsReady(speaker);
  const ids = await room.locator(".slides > section").evaluateAll((all) => all.map(({ id }) => id));
  return { room, speaker, ids, troubles };
}

// Its notes come with the first word of the copy that goes step by step.
const copyIsReady = (speaker: Page) => speaker.locator("#notas > *").first().waitFor();

test("the room's window and the speaker's go in step, and a reload of either loses nothing", async () => {
  const { room, speaker, ids, troubles } = await openBoth("topologias");
  const said = await speaker.locator("#notas").textContent();
  for (const id of [ids[1], ids[2]]) {
    await speaker.keyboard.press("ArrowRight");
    await shows(room, id!);
  }
  await says(speaker, "#lugar", `3 de ${ids.length}`);
  expect(await speaker.locator("#notas").textContent()).not.toBe(said);
  await room.keyboard.press("PageDown");
  await says(speaker, "#lugar", `4 de ${ids.length}`);
  await shows(speaker.frames().find((frame) => frame.url().includes("vista=ahora")) as unknown as Page, ids[3]!);
  await shows(speaker.frames().find((frame) => frame.url().includes("vista=despues")) as unknown as Page, ids[4]!);

  await speaker.keyboard.press("b");
  await room.locator(".paused").waitFor();
  await room.reload();
  await shows(room, ids[3]!);
  await room.locator(".paused").waitFor();
  await says(speaker, "#estado", "La sala ve la pantalla en negro");
  await speaker.keyboard.press("b");
  await room.locator(".reveal:not(.paused)").waitFor();

  await speaker.keyboard.press("+");
  await speaker.reload();
  await says(speaker, "#lugar", `4 de ${ids.length}`);
  await copyIsReady(speaker);
  expect(await speaker.locator("#notas").evaluate((notes) => getComputedStyle(notes).fontSize)).toBe("24px");
  await speaker.keyboard.press("End");
  await shows(room, ids.at(-1)!);

  await room.close();
  await says(speaker, "#estado", "Sin ventana de la clase");
  await speaker.keyboard.press("ArrowLeft");
  await says(speaker, "#lugar", `${ids.length - 1} de ${ids.length}`);
  const opened = speaker.context().waitForEvent("page");
  await speaker.getByText("Abrir la ventana de la clase").click();
  await shows(await opened, ids.at(-2)!);
  await says(speaker, "#estado", inStep);
  expect(troubles).toEqual([]);
  await speaker.context().close();
});

test("the clock runs from the first step, stops, survives a reload and ends in the log of rehearsals", async () => {
  const { page: speaker, close } = await openPage(browser, `${site}orador/?mazo=topologias`);
  await speaker.clock.install({ time: new Date("2026-03-02T19:00:00") });
  await speaker.reload();
  await copyIsReady(speaker);
  await says(speaker, "#atraso-que", "según el plan");
  const planned = toSeconds(await speaker.locator("#quedan").textContent());
  await speaker.keyboard.press("ArrowRight");
  await isAt(speaker, 2);
  await speaker.clock.runFor("05:00");
  const left = toSeconds(await speaker.locator("#quedan").textContent());
  // The time of the test itself passes too.
  expect(left).toBeGreaterThan(planned - 310);
  expect(left).toBeLessThanOrEqual(planned - 300);
  expect(await speaker.locator("#atraso-que").textContent()).toBe("de atraso respecto del plan");
  await speaker.keyboard.press("r");
  await speaker.clock.runFor("10:00");
  await speaker.reload();
  await copyIsReady(speaker);
  await says(speaker, "#reloj span", "Seguir con el reloj");
  const stopped = toSeconds(await speaker.locator("#quedan").textContent());
  expect(left - stopped).toBeLessThan(10);

  await speaker.keyboard.press("e");
  const total = speaker.locator("dialog tbody tr").last();
  expect(await total.locator("td").nth(2).textContent()).toMatch(/^5\u00a0min/u);
  await speaker.getByLabel("Minutos de la clase").fill("90");
  await speaker.keyboard.press("Enter");
  expect(toSeconds(await speaker.locator("#quedan").textContent())).toBe(90 * 60 - planned + stopped);
  await speaker.keyboard.press("e");
  await speaker.getByText("Guardar y empezar de nuevo").click();
  await says(speaker, "#reloj span", "Empezar el reloj");
  await speaker.reload();
  await copyIsReady(speaker);
  expect(toSeconds(await speaker.locator("#quedan").textContent())).toBe(90 * 60);
  await speaker.keyboard.press("e");
  await total.waitFor();
  const [, plan, spent] = await total.locator("td").allTextContents();
  expect(plan).toBe("1\u00a0h 30\u00a0min");
  expect(spent).toMatch(/^5\u00a0min/u);
  await close();
});

function toSeconds(clock: string | null): number {
  const [hours = 0, minutes = 0, seconds = 0] = (clock ?? "").split(":").map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

test("where the browser opens no window, a link leads to the same place", async () => {
  const { page } = await openDeck(browser, deck("topologias"), "16:9");
  await page.evaluate(() => void (window.open = () => null));
  await page.keyboard.press("ArrowRight");
  const id = await shown(page);
  await page.keyboard.press("s");
  await page.getByText("Abrirla acá").click();
  await isAt(page, 2);
  expect(new URL(page.url()).hash).toBe(`#/${id}`);
  await page.context().close();
});

test("the keys alone lead through the deck of the first part, in both windows", async () => {
  const { room, speaker, ids, troubles } = await openBoth("parte-1");
  await room.evaluate(() => {
    const seen = [document.querySelector(".slides > .present")!.id];
    Object.assign(window, { seen });
    document.querySelector(".reveal")!.addEventListener("slidechanged", () => {
      seen.push(document.querySelector(".slides > .present")!.id);
    });
  });
  // What appears at once has one number.
  const steps = await room.locator(".slides > section").evaluateAll((all) =>
    all.map((slide) => {
      const fragments = [...slide.querySelectorAll(".fragment")];
      return 1 + new Set(fragments.map((fragment) => fragment.getAttribute("data-fragment-index"))).size;
    }),
  );
  const half = Math.floor(ids.length / 2);
  for (let step = 0; step < sum(steps.slice(0, half)); step += 1)
    await speaker.keyboard.press(step % 2 === 0 ? "ArrowRight" : "Space");
  await shows(room, ids[half]!);
  for (let step = 0; step < sum(steps.slice(half, -1)); step += 1) await room.keyboard.press("PageDown");
  await shows(room, ids.at(-1)!);
  await says(speaker, "#lugar", `${ids.length} de ${ids.length}`);
  expect(await room.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(ids);
  expect(troubles).toEqual([]);
  await speaker.context().close();
});

test("the speaker's window has nothing for axe to find, in either theme, and fits a tablet", async () => {
  const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
  const { page, troubles, close } = await openPage(browser, `${site}orador/?mazo=topologias#/anillo-y-malla`);
  await copyIsReady(page);
  await isAt(page, 6);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe: engine } = window as unknown as { axe: typeof Axe };
      const { violations } = await engine.run(document, { resultTypes: ["violations"] });
      return violations.map((one) => `${one.id} ${one.nodes.map((node) => node.html).join(" ")}`);
    });
    expect(found).toEqual([]);
  }
  for (const [width, height] of [
    [1280, 800],
    [1024, 768],
    [768, 1024],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(width);
    const next = (await page.locator(".despues").boundingBox())!;
    const keys = (await page.locator(".mandos").boundingBox())!;
    // In a narrow window the keys lie over what scrolls.
    expect(width > 899 && next.y + next.height > keys.y).toBe(false);
    for (const name of ["Siguiente", "Pantalla en negro"]) {
      expect(await page.getByRole("button", { name }).evaluate(isWithin)).toBe(true);
    }
  }
  expect(troubles).toEqual([]);
  await close();
});

function isWithin(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

test("a deck that does not exist is answered with those that do", async () => {
  const { page, close } = await openPage(browser, `${site}orador/?mazo=no-existe`);
  await page.getByText("No se pudo abrir el mazo «no-existe».").waitFor();
  expect(await page.locator("#eleccion li").count()).toBeGreaterThan(12);
  await close();
});
