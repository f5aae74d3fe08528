import type { Browser, Page } from "playwright-core";

/** What a browser measured on one slide, in CSS px of a 720 px high slide. */
export interface Measured {
  id: string;
  title: string;
  kind: "content" | "title" | "divider";
  /** Ink outside the slide's box or under its footer, by the words that stick out. */
  overflow: string[];
  /** Words that an ancestor cuts off. */
  clipped: string[];
  /** Words under the least size of their kind. */
  small: string[];
  /** Words of one block over those of another. */
  overlapping: string[];
  words: number;
  /** Height of the body and what was computed for it; nothing on titles and dividers. */
  height: { measured: number; computed: number; available: number } | undefined;
}

/** Opens a deck in one ratio, without motion. `troubles` collects what the page complains of. */
export async function openDeck(
  browser: Browser,
  address: string,
  ratio: "16:9" | "4:3",
): Promise<{ page: Page; troubles: string[] }> {
  const viewport = { width: ratio === "4:3" ? 960 : 1280, height: 720 };
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  await page.goto(`${address}?relacion=${ratio}`, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, troubles };
}

/** Shows every slide in turn, or those whose id is wanted, and measures it. */
export async function measureSlides(
  page: Page,
  ratio: "16:9" | "4:3",
  isWanted: (id: string) => boolean = () => true,
): Promise<Measured[]> {
  const ids = await page.locator(".slides > section").evaluateAll((all) => all.map(({ id }) => id));
  const measured: Measured[] = [];
  for (const id of ids.filter(isWanted)) {
    await page.evaluate((wanted) => void (location.hash = `#/${wanted}`), id);
    await page.waitForFunction((wanted) => document.querySelector(".slides > .present")?.id === wanted, id);
    measured.push(await page.evaluate(measurePresent, ratio));
  }
  return measured;
}

function measurePresent(ratio: "16:9" | "4:3"): Measured {
  const slide = document.querySelector<HTMLElement>(".slides > .present")!;
  const box = slide.getBoundingClientRect();
  const scale = box.height / 720;
  const footer = slide.querySelector(".pie svg")?.getBoundingClientRect();
  const body = slide.querySelector(".cuerpo");
  const found = {
    overflow: [] as string[],
    clipped: [] as string[],
    small: [] as string[],
    overlapping: [] as string[],
  };
  const texts: { rect: DOMRect; block: Element; words: string }[] = [];

  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement!;
    const words = node.textContent!.trim();
    if (
      words === "" ||
      parent.closest("title, desc, .pie a > :first-child") ||
      getComputedStyle(parent).visibility === "hidden"
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      const limit = body?.contains(node) && footer ? footer.top : box.bottom;
      // Ink of a tight line stands a little above its box; sides and bottom are strict.
      if (rect.left < box.left - 1 || rect.right > box.right + 1 || rect.bottom > limit + 1 || rect.top < box.top - 2)
        found.overflow.push(words);
      for (let ancestor: Element | null = parent; ancestor && ancestor !== slide; ancestor = ancestor.parentElement) {
        if (getComputedStyle(ancestor).overflow === "visible" || ancestor.closest("svg")) continue;
        const frame = ancestor.getBoundingClientRect();
        if (rect.right > frame.right + 2 || rect.bottom > frame.bottom + 2 || rect.left < frame.left - 2)
          found.clipped.push(words);
      }
      const block = parent.closest("li, td, th, p, h1, h2, pre, figure, .formula, a");
      if (block) texts.push({ rect, block, words });
    }
    const drawing = parent.closest<SVGGraphicsElement>("svg text");
    const matrix = drawing?.getScreenCTM();
    const size =
      Number.parseFloat(getComputedStyle(parent).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) / scale : 1);
    const least = drawing
      ? slide.dataset["forma"]!.includes("titulo")
        ? 28
        : 20
      : parent.closest("code, sup, sub")
        ? 22
        : 28;
    if (size < least - 0.1) found.small.push(`${words} (${size.toFixed(1)} px)`);
  }

  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (one.block === other.block || one.block.contains(other.block) || other.block.contains(one.block)) continue;
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (width > 4 && height > 8) found.overlapping.push(`${one.words} / ${other.words}`);
    }
  }

  const shown = slide.cloneNode(true) as HTMLElement;
  for (const left of shown.querySelectorAll("svg, footer")) left.remove();
  for (const formula of shown.querySelectorAll("math")) formula.replaceWith("x ");
  for (const block of shown.querySelectorAll("li, td, th, p, h1, h2, .renglon, span")) block.append(" ");
  for (const code of shown.querySelectorAll("pre")) code.remove();
  const words = shown.textContent!.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

  const forms = slide.dataset["forma"]!;
  const kind = forms.includes("titulo") ? "title" : forms.includes("divisora") ? "divider" : "content";
  const [wide = "", narrow = ""] = (slide.dataset["alto"] ?? "").split(" ");
  const [computed = 0, available = 0] = (ratio === "4:3" ? narrow : wide).split("/").map(Number);
  const header = slide.querySelector("header");
  let height: Measured["height"];
  if (body && header && available > 0) {
    const quotation = forms.includes("grande") ? body.querySelector(".cita") : null;
    const after = Number.parseFloat(getComputedStyle(header).marginBottom) * scale;
    const bottoms = [...body.querySelectorAll("*:not(svg *)")].map((element) => element.getBoundingClientRect().bottom);
    const measured = quotation
      ? quotation.getBoundingClientRect().height
      : Math.max(...bottoms) - header.getBoundingClientRect().bottom - after;
    height = { measured: measured / scale, computed, available };
  }
  return { id: slide.id, title: slide.getAttribute("aria-label")!, kind, ...found, words, height };
}
