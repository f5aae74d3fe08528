import type { Browser } from "playwright-core";
import { openDeckOnPaper } from "../pdf/deck.ts";
import type { Site } from "../pdf/paper.ts";
import { pictureSelector, readSlide } from "./laid-slide.ts";
import { type DrawnSlide, writePresentation } from "./presentation.ts";

/** A deck as a PowerPoint file: what stands where is read from the deck itself, as the browser lays it out. */
export async function makeEditable(browser: Browser, site: Site, name: string, author: string): Promise<Uint8Array> {
  const page = await openDeckOnPaper(browser, site, name, []);
  try {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const notes = new Map(await page.evaluate(readNotes, `${site.served}diapositivas/${name}/notas/`));
    const slides: DrawnSlide[] = [];
    for (const section of await page.locator(".slides > section").all()) {
      const laid = await section.evaluate(readSlide, pictureSelector);
      const pictures: Uint8Array[] = [];
      for (const picture of await section.locator(pictureSelector).all()) pictures.push(await picture.screenshot());
      slides.push({ laid, pictures, notes: notes.get(laid.id) ?? "" });
    }
    return await writePresentation({ title: await page.title(), author, slides });
  } finally {
    await page.context().close();
  }
}

async function readNotes(address: string): Promise<[string, string][]> {
  const answer = await fetch(address);
  const notes = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...notes.querySelectorAll<HTMLElement>("[data-diapositiva]")].map((section) => {
    const blocks = [...section.querySelectorAll("p, li, h4, pre, tr")].filter(
      (one) => one.querySelector("p, li") === null,
    );
    const lines = blocks.map((block) => (block.textContent ?? "").replace(/\s+/gu, " ").trim());
    return [section.dataset["diapositiva"] ?? "", lines.filter((line) => line !== "").join("\n")];
  });
}
