import type { Browser, Page } from "playwright-core";
import { openOnPaper, print, type Site } from "./paper.ts";
import { readPrinted } from "./printed.ts";

/** Name of a deck (`topologias`, `parte-1`) and what to show of slides that appear in steps. */
export interface DeckToPrint {
  name: string;
  /** One page for every step, instead of one for every slide in its last state. */
  steps: boolean;
}

/** The deck as a PDF of one page per slide or step, 16:9. Throws when a slide takes more than its page. */
export async function printDeck(browser: Browser, site: Site, { name, steps }: DeckToPrint): Promise<Uint8Array> {
  const page = await openDeckOnPaper(browser, site, name);
  try {
    if (steps) await page.evaluate(showSteps);
    const slides = await page.locator(".slides > section").count();
    const file = await print(page);
    const { pages } = await readPrinted(file);
    if (pages !== slides) throw new Error(`El mazo ${name} tiene ${slides} diapositivas y salió en ${pages} páginas.`);
    return file;
  } finally {
    await page.context().close();
  }
}

/** The deck with its slides arranged as they are presented, without the program that presents them. */
export async function openDeckOnPaper(
  browser: Browser,
  site: Site,
  name: string,
  styles: string[] = [],
): Promise<Page> {
  const page = await openOnPaper(browser, site, `diapositivas/${name}/`, styles);
  await page.evaluate(() => {
    document.documentElement.dataset["mazo"] = "";
    document.documentElement.dataset["relacion"] = "16:9";
  });
  return page;
}

// A copy of the slide before each of its steps, with what comes later out of sight.
function showSteps(): void {
  for (const slide of document.querySelectorAll<HTMLElement>(".slides > section")) {
    // A step of an island has nothing of its own to show: paper has the island's first state.
    const fragments = [...slide.querySelectorAll<HTMLElement>(".fragment:not(:empty)")];
    const orders = fragments.map(({ dataset }, index) => Number(dataset["fragmentIndex"] ?? index));
    for (const order of [...new Set(orders)].sort((a, b) => a - b)) {
      const copy = slide.cloneNode(true) as HTMLElement;
      for (const [index, fragment] of copy.querySelectorAll<HTMLElement>(".fragment:not(:empty)").entries())
        if ((orders[index] ?? 0) >= order) fragment.style.visibility = "hidden";
      // Only the whole slide is linked to and stands in the outline.
      for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
      for (const heading of copy.querySelectorAll("h1, h2")) heading.setAttribute("role", "paragraph");
      copy.removeAttribute("id");
      slide.before(copy);
    }
  }
}
