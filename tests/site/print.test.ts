import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../../src/build/setup/chromium.ts";
import { findClipped } from "./geometry.ts";
import { isDeck, openPage, readPages } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const lessons = readPages(inject("siteFolder")).filter((page) => page.type === "lecciones/*" && !isDeck(page));

/** A4 less the margins of the print style sheet, in CSS px. */
const sheet = { width: Math.floor(((210 - 36) / 25.4) * 96), height: Math.floor(((297 - 42) / 25.4) * 96) };

test.each(lessons)(
  "$path prints whole and without controls, in dark letters on white, its name on every sheet and its notes beside",
  async ({ path, html }) => {
    const { page, close } = await openPrinted(path);
    expect(
      await page.evaluate(
        findUnprinted,
        "main :is(h1, h2, h3, dfn, .definicion .texto, figure svg[role=img], figcaption, table, pre, .aparte, .extras p, .respuestas-impresas p)",
      ),
    ).toEqual([]);
    expect(await page.evaluate(findOutside)).toEqual([]);
    expect(await page.evaluate(findClipped)).toEqual([]);
    expect(await page.evaluate(findControls)).toEqual([]);
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: "rgb(22, 25, 31)", backgroundColor: "rgb(255, 255, 255)" });
    const [, title] = /<h1[^>]*>([^<]+)<\/h1>/u.exec(html) ?? [];
    const [head, address] = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--encabezado", "--direccion"].map((name) => JSON.parse(style.getPropertyValue(name)) as string);
    });
    expect(head).toMatch(/^Sistemas Distribuidos · \d+ /u);
    expect(head!.endsWith(` ${title}`)).toBe(true);
    expect(address!.endsWith(`/${path}`)).toBe(true);
    const notes = await page.locator(".anotado").evaluateAll((groups) =>
      groups.map((group) => {
        const text = group.firstElementChild!.getBoundingClientRect();
        const note = group.querySelector(".margen")!.getBoundingClientRect();
        return { beside: note.left > text.right, level: Math.abs(note.top - text.top) < 1, right: note.right };
      }),
    );
    expect(notes.filter(({ beside, level, right }) => !beside || !level || right > sheet.width + 1)).toEqual([]);
    await close();
  },
);

test("the printed lesson is a tagged document of several sheets", async () => {
  const { page, close } = await openPrinted(lessons[0]!.path);
  const file = (await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })).toString("latin1");
  expect(file.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
  expect(file).toContain("/StructTreeRoot");
  expect(file).toContain("/Outlines");
  expect(file).toMatch(/\/Lang \(es-AR\)/);
  await close();
});

test("a paragraph that does not print is found", async () => {
  const { page, close } = await openPrinted(lessons[0]!.path);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("main h2")!.style.display = "none";
    document.querySelector<HTMLElement>("main .texto")!.style.width = "900px";
  });
  expect(await page.evaluate(findUnprinted, "main h2")).toHaveLength(1);
  expect(await page.evaluate(findOutside)).not.toEqual([]);
  await close();
});

async function openPrinted(path: string): ReturnType<typeof openPage> {
  const opened = await openPage(browser, inject("site") + path, { viewport: sheet, colorScheme: "dark" });
  await opened.page
    .locator(".cambiar-tema")
    .first()
    .evaluate((button: HTMLElement) => (button.click(), button.click()));
  await opened.page.emulateMedia({ media: "print", colorScheme: "dark" });
  return opened;
}

function findControls(): string[] {
  const controls =
    "button, summary, input, header nav, .mapa, .linea-del-curso, .herramientas-de-seccion, .datos-de-leccion a, .copiar-enlace";
  return [...document.querySelectorAll(controls)]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((element) => `${element.tagName} ${element.getAttribute("class")}`);
}

function findUnprinted(selector: string): string[] {
  const found = [...document.querySelectorAll(selector)];
  if (found.length === 0) return [`no ${selector}`];
  return found
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 1 || height < 1 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    })
    .map(
      (element) =>
        `${element.tagName} ${element.getAttribute("class") ?? ""} "${element.textContent?.trim().slice(0, 40)}"`,
    );
}

function findOutside(): string[] {
  const { clientWidth } = document.documentElement;
  return [...document.querySelectorAll("main *")]
    .filter((element) => element.checkVisibility() && !element.closest("svg *, .solo-lector"))
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map(
      (element) =>
        `${element.tagName} ${element.getAttribute("class") ?? ""} ${element.getBoundingClientRect().right} of ${clientWidth}`,
    );
}
