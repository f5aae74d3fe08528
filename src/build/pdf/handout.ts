import type { Browser } from "playwright-core";
import { openDeckOnPaper } from "./deck.ts";
import { print, type Site } from "./paper.ts";

/** The slides of a deck, each beside all that is said of it, on sheets to read and to write on. */
export async function printHandout(browser: Browser, site: Site, name: string): Promise<Uint8Array> {
  const page = await openDeckOnPaper(browser, site, name, ["slides/handout.css"]);
  try {
    await page.evaluate(putNotesBeside, `${site.served}diapositivas/${name}/notas/`);
    return await print(page);
  } finally {
    await page.context().close();
  }
}

async function putNotesBeside(address: string): Promise<void> {
  const answer = await fetch(address);
  const notes = new DOMParser().parseFromString(await answer.text(), "text/html");
  const said = new Map(
    [...notes.querySelectorAll<HTMLElement>("[data-diapositiva]")].map((one) => [one.dataset["diapositiva"], one]),
  );
  const slides = [...document.querySelectorAll<HTMLElement>(".slides > section")];
  document.title = document.title.replace(", diapositivas", ", diapositivas y notas");
  document.documentElement.dataset["encabezado"] = document.title;
  const sheets = slides.map((slide) => {
    const sheet = document.createElement("article");
    sheet.className = "renglon-del-folleto";
    const small = document.createElement("div");
    small.className = "slides miniatura";
    small.append(slide);
    const beside = document.createElement("div");
    beside.className = "dicho-aparte";
    // The slide has the title.
    const words = [...(said.get(slide.id)?.children ?? [])].filter(({ tagName }) => tagName !== "H2");
    const lines = Array.from({ length: words.length > 0 ? 0 : 8 }, () => document.createElement("hr"));
    for (const line of lines) line.setAttribute("aria-hidden", "true");
    beside.append(...words, ...lines);
    sheet.append(small, beside);
    return sheet;
  });
  document.body.replaceChildren(...sheets);
}
