import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import type { Browser } from "playwright-core";
import { extractText } from "unpdf";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { loadCourse } from "../../src/build/load-course.ts";
import { printBook } from "../../src/build/pdf/book.ts";
import { printDeck } from "../../src/build/pdf/deck.ts";
import { printHandout } from "../../src/build/pdf/handout.ts";
import { printLesson } from "../../src/build/pdf/lesson.ts";
import { readPrinted } from "../../src/build/pdf/printed.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { serve } from "../../src/build/setup/serve.ts";
import { openPage } from "./pages.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const site = { served: inject("site"), published: "https://catedra.github.io/sd/" };
const deckFile = (name: string) => join(inject("siteFolder"), "diapositivas", name, "index.html");
/** An island draws its own words, in its first state, which its own tests read. */
const readSlides = (name: string) => {
  const slides = selectAll(".slides > section", fromHtml(readFileSync(deckFile(name), "utf8")));
  for (const island of slides.flatMap((slide) => selectAll("[data-isla]", slide))) island.children = [];
  return slides;
};
/** Only letters and digits: where lines break and how marks are drawn says nothing. */
const squeeze = (words: string) => words.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

test("a deck prints one slide on each page, tagged, in Spanish, with every title in its outline", async () => {
  const file = await printDeck(browser, site, { name: "topologias", steps: false });
  const printed = await readPrinted(file);
  const slides = readSlides("topologias");
  expect(printed).toMatchObject({ pages: slides.length, language: "es-AR", tagged: true });
  expect(printed.title).toMatch(/^Topologías de comunicación, diapositivas/u);
  const titles = slides.map((slide) => toString(select("h1, h2", slide)!));
  expect(printed.outline.map(({ title, page }) => `${page} ${title}`)).toEqual(
    titles.map((title, index) => `${index + 1} ${title}`),
  );
  const pages = await readText(file);
  for (const [index, slide] of slides.entries()) {
    for (const block of selectAll("h1, h2, li, td, th, dfn, .cuerpo p", slide).filter((one) => !select("math", one)))
      expect(squeeze(pages[index]!), `page ${index + 1}`).toContain(squeeze(toString(block)));
  }
  expect(
    Buffer.from(file)
      .toString("latin1")
      .match(/\/MediaBox \[0 0 960 540\]/gu),
  ).toHaveLength(slides.length);
});

test("a slide that appears in steps prints a page for each, and is listed once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "apuntes-pasos-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(inject("siteFolder"), folder, { recursive: true });
  let step = 0;
  const html = readFileSync(deckFile("topologias"), "utf8").replace(/(<section id="costo".*?<\/section>)/su, (slide) =>
    slide.replace(/<li>/gu, () => `<li class="fragment" data-fragment-index="${++step}">`),
  );
  writeFileSync(join(folder, "diapositivas/topologias/index.html"), html);
  const served = await serve({ root: folder, base: "/sd/", port: 0 });
  onTestFinished(() => served.close());
  expect(step).toBeGreaterThan(2);
  const file = await printDeck(browser, { ...site, served: served.url }, { name: "topologias", steps: true });
  const { pages, outline } = await readPrinted(file);
  const slides = readSlides("topologias");
  // The steps of an island show nothing on paper: it stays in its first state.
  expect(pages).toBe(slides.length + step);
  expect(outline).toHaveLength(slides.length);
  const texts = (await readText(file)).map(squeeze);
  const items = selectAll(
    "li",
    slides.find(({ properties }) => properties["id"] === "costo")!,
  )
    .map(toString)
    .map(squeeze);
  const first = outline.find(({ title }) => title === "Cuánto cuesta cada forma")!.page - step;
  for (let shown = 0; shown <= step; shown += 1)
    expect(items.filter((item) => texts[first - 1 + shown]!.includes(item))).toEqual(items.slice(0, shown));
});

test("a handout has every slide and all that is said of it", async () => {
  const file = await printHandout(browser, site, "topologias");
  const { outline, language, tagged } = await readPrinted(file);
  expect({ language, tagged }).toEqual({ language: "es-AR", tagged: true });
  expect(outline).toHaveLength(readSlides("topologias").length);
  const words = squeeze((await readText(file)).join(""));
  const notes = fromHtml(readFileSync(join(deckFile("topologias"), "../notas/index.html"), "utf8"));
  const said = selectAll("[data-diapositiva] p", notes).filter((one) => !select("math", one));
  expect(said.length).toBeGreaterThan(20);
  for (const paragraph of said) expect(words).toContain(squeeze(toString(paragraph)));
});

test("a lesson tells on which sheet each section is, and its links lead to the published site", async () => {
  const file = await printLesson(browser, site, "topologias");
  const printed = await readPrinted(file);
  const [first = ""] = await readText(file);
  const sections = printed.outline.filter(({ depth, title }) => depth > 1 && title !== "Fuentes de la lección");
  expect(sections.length).toBeGreaterThan(10);
  for (const { title, page } of sections) expect(squeeze(first)).toContain(squeeze(`${title}${page}`));
  const bytes = Buffer.from(file).toString("latin1");
  expect(bytes).toContain("(https://catedra.github.io/sd/lecciones/definiciones/#def-red)");
  expect(bytes).not.toContain("localhost");
});

test("the course is one book: cover, contents, lessons that link to each other, sources and an index", async () => {
  const { course } = loadCourse();
  const lessons = course.lessons.slice(0, 2);
  const definitions = new Map(
    [...course.definitions].filter(([, { lesson }]) => lessons.some(({ slug }) => slug === lesson)),
  );
  const file = await printBook(browser, site, { ...course, lessons, definitions });
  const { outline, anchors, pages, title } = await readPrinted(file);
  expect(title).toBe(course.name);
  const chapters = outline.filter(({ depth }) => depth === 1);
  expect(chapters.map((chapter) => chapter.title)).toEqual([
    course.name,
    ...lessons.map((lesson) => lesson.title),
    "Fuentes y bibliografía",
    "Índice de definiciones",
  ]);
  const texts = await readText(file);
  const contents = squeeze(texts[1]!);
  for (const [index, lesson] of lessons.entries())
    expect(contents).toContain(squeeze(`${lesson.number}${lesson.title}${chapters[index + 1]!.page}`));
  const last = squeeze(texts[pages - 1]!);
  for (const { term, id, lesson } of definitions.values()) {
    const page = anchors.get(`lecciones-${lesson}--def-${id}`)!;
    expect(last).toContain(squeeze(`${term}${page}`));
    expect(squeeze(texts[page - 1]!)).toContain(squeeze(term));
  }
  // The other lesson and the sources are in the book; what is not leads to the site.
  expect(anchors.get(`fuentes--fuente-moore1965`)).toBeGreaterThan(chapters[2]!.page);
  expect(Buffer.from(file).toString("latin1")).toContain("(https://catedra.github.io/sd/lecciones/topologias/");
});

test("who prints a deck from a browser gets every slide on a page of its own, light also from the dark theme", async () => {
  const { page, troubles, close } = await openPage(browser, `${inject("site")}diapositivas/topologias/`, {
    viewport: { width: 1280, height: 720 },
    colorScheme: "dark",
  });
  await page.waitForSelector(".slides > .present");
  const html = page.locator("html");
  for (let press = 0; press < 3 && (await html.getAttribute("data-tema")) !== "oscuro"; press += 1)
    await page.keyboard.press("t");
  expect(await html.getAttribute("data-tema")).toBe("oscuro");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const slides = await page.locator(".slides > section").evaluateAll((all) =>
    all.map((slide) => {
      const { width, height } = slide.getBoundingClientRect();
      const { backgroundColor, color, visibility } = getComputedStyle(slide);
      return { width, height, backgroundColor, color, visibility, inert: (slide as HTMLElement).inert };
    }),
  );
  expect(slides.length).toBeGreaterThan(10);
  for (const slide of slides)
    expect(slide).toEqual({
      width: 1280,
      height: 720,
      backgroundColor: "rgb(255, 255, 255)",
      color: "rgb(22, 25, 31)",
      visibility: "visible",
      inert: false,
    });
  const file = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  const printed = await readPrinted(file);
  expect(printed.pages).toBe(slides.length);
  expect(printed.outline).toHaveLength(slides.length);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(await page.locator(".slides > section:not([inert])").count()).toBe(1);
  expect(troubles).toEqual([]);
  await close();
});

async function readText(file: Uint8Array): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(file));
  return text;
}
