/* oxlint-disable unicorn/consistent-function-scoping -- what runs inside the page brings along all that it needs */
import type { Box, MediaFact, SlideFact, TextFact, TextKind } from "./fact.ts";

/** What is measured of a deck that {@link stackSlides} has laid out. */
export interface Reading {
  /** Of the slides. */
  selector: string;
  ratio: "16:9" | "4:3";
  /** Key presses after a slide appeared. Slides with fewer steps are read at their last one, or left out. */
  step: number;
  only: "all" | "those with this step";
}

/**
 * Lays all slides one under the other in the size in which each is presented, still and complete; on a phone they stand
 * like this already. Runs inside the page.
 */
export function stackSlides(): void {
  const presented = "mazo" in document.documentElement.dataset;
  const width = document.documentElement.dataset["relacion"] === "4:3" ? 960 : 1280;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    *, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important; }
    .anuncio, .accesos { display: none !important; }
    body { padding-bottom: 100vh !important; }
    ${
      presented
        ? `html, body, .reveal { height: auto !important; overflow: visible !important; }
    .slides { position: static !important; inset: auto !important; width: ${width}px !important; height: auto !important;
      margin: 0 !important; transform: none !important; zoom: 1 !important; }
    .slides > section { position: relative !important; display: block !important; width: ${width}px !important;
      height: 720px !important; visibility: visible !important; opacity: 1 !important; content-visibility: visible !important; }`
        : ""
    }
  `);
  document.adoptedStyleSheets.push(sheet);
}

/** Makes the letters of these slides invisible and leaves everything else; shows those of all others. Runs inside the page. */
export function hideLetters(slides: readonly string[]): void {
  const page = document as Document & { letters?: CSSStyleSheet };
  if (page.letters === undefined) {
    page.letters = new CSSStyleSheet();
    page.letters.replaceSync(
      `[data-sin-letras] * { -webkit-text-fill-color: transparent !important; text-shadow: none !important; }
       [data-sin-letras] svg :is(text, tspan, textPath) { fill: transparent !important; stroke: transparent !important; }`,
    );
    document.adoptedStyleSheets.push(page.letters);
  }
  for (const slide of document.querySelectorAll<HTMLElement>(".slides > section"))
    slide.toggleAttribute("data-sin-letras", slides.includes(slide.id));
}

/** Measures every slide of a stacked deck. Runs inside the page. */
export function readFacts({ selector, ratio, step, only }: Reading): SlideFact[] {
  const blockTags =
    "li, td, th, p, h1, h2, h4, dt, dd, pre, figure, figcaption, blockquote, .formula, a, svg, svg text, img, canvas";
  const numbers = new Map<Element, number>();
  const numberOf = (block: Element) => {
    const known = numbers.get(block) ?? numbers.size;
    numbers.set(block, known);
    return known;
  };
  const blocksOf = (element: Element, slide: Element) => {
    const blocks: number[] = [];
    for (let block = element.closest(blockTags); block !== null && slide.contains(block);) {
      blocks.push(numberOf(block));
      block = block.parentElement?.closest(blockTags) ?? null;
    }
    return blocks;
  };
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    !isOnlyHeard(element);
  // Words for screen readers alone, in a box of one pixel that is cut to nothing.
  const isOnlyHeard = (element: Element): boolean => {
    for (let box: Element | null = element; box !== null && !box.matches("section"); box = box.parentElement)
      if (styleOf(box).clipPath !== "none" && box.getBoundingClientRect().width <= 1) return true;
    return false;
  };

  const kindOf = (element: Element): TextKind => {
    // An island is a drawing, whatever it is made of.
    if (element.closest("svg, .isla") !== null) return "drawing";
    if (element.closest("footer") !== null) return "footer";
    if (element.closest("math, sup, sub") !== null) return "formula";
    return element.closest("code, pre, kbd, samp") === null ? "text" : "code";
  };
  const sizeOf = (element: Element) => {
    const size = Number.parseFloat(styleOf(element).fontSize);
    const matrix = element.closest<SVGGraphicsElement>("svg text")?.getScreenCTM();
    return matrix ? size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : size;
  };
  // The frames that cut off what sticks out of them, from the text to its slide.
  const isScrolled = (element: Element, slide: Element) => {
    const frame = element.closest<HTMLElement>("[tabindex='0']");
    return frame !== null && slide.contains(frame) && /auto|scroll/u.test(styleOf(frame).overflowX);
  };
  const cutOf = (element: Element, slide: Element, box: DOMRect, size: number) => {
    let most = 0;
    for (let frame: Element | null = element; frame !== null; frame = frame.parentElement) {
      const { overflowX, overflowY, display } = styleOf(frame);
      if (frame !== slide && display !== "inline" && (overflowX !== "visible" || overflowY !== "visible")) {
        const around = frame.getBoundingClientRect();
        // Inside a drawing the box of a text is that of its font, higher than any of its letters.
        const ink = frame.closest("svg") === null ? 0 : size * 0.25;
        most = Math.max(
          most,
          box.right - around.right,
          around.left - box.left,
          box.bottom - ink - around.bottom,
          around.top - box.top - ink,
        );
      }
      if (frame === slide) break;
    }
    return most;
  };

  const readTexts = (slide: Element, corner: DOMRect): TextFact[] => {
    const texts: TextFact[] = [];
    let number = 0;
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      const words = node.nodeValue?.replace(/\s+/gu, " ").trim() ?? "";
      if (parent === null || words === "" || parent.closest("title, desc, script, style") || !isSeen(parent)) continue;
      number += 1;
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = sizeOf(parent);
      const [block = -1, ...within] = blocksOf(parent, slide);
      for (const rect of range.getClientRects()) {
        if (rect.width < 0.5 || rect.height < 0.5) continue;
        texts.push({
          ...toBox(rect, corner),
          node: number,
          words: words.slice(0, 60),
          kind: kindOf(parent),
          size,
          block,
          within,
          cut: cutOf(parent, slide, rect, size),
          scrolled: isScrolled(parent, slide),
          island: parent.closest(".isla") !== null,
        });
      }
    }
    return texts;
  };
  const toBox = (rect: DOMRect, corner: DOMRect): Box => ({
    left: rect.left - corner.left,
    top: rect.top - corner.top,
    right: rect.right - corner.left,
    bottom: rect.bottom - corner.top,
  });
  const readMedia = (slide: Element, corner: DOMRect): MediaFact[] =>
    [...slide.querySelectorAll("svg, img, canvas, video")]
      .filter((media) => media.parentElement?.closest("svg, footer") === null && isSeen(media))
      .map((media) => {
        const [block = -1, ...within] = blocksOf(media, slide);
        const name = media.querySelector("title")?.textContent ?? media.getAttribute("alt") ?? media.tagName;
        const broken = media instanceof HTMLImageElement && (!media.complete || media.naturalWidth === 0);
        return {
          ...toBox(media.getBoundingClientRect(), corner),
          name,
          block,
          within,
          scrolled: isScrolled(media, slide),
          island: media.closest(".isla") !== null,
          broken,
        };
      });

  const countWords = (slide: Element) => {
    const shown = slide.cloneNode(true) as HTMLElement;
    for (const left of shown.querySelectorAll("svg, footer, pre, .notas, .isla")) left.remove();
    for (const formula of shown.querySelectorAll("math")) formula.replaceWith("x ");
    for (const block of shown.querySelectorAll("li, td, th, p, h1, h2, h4, span")) block.append(" ");
    return shown.textContent?.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  };
  const readBody = (slide: HTMLElement): SlideFact["body"] => {
    const [wide = "", narrow = ""] = (slide.dataset["alto"] ?? "").split(" ");
    const [computed = 0, available = 0] = (ratio === "4:3" ? narrow : wide).split("/").map(Number);
    const body = slide.querySelector(".cuerpo");
    const header = slide.querySelector("header");
    if (body === null || header === null || available === 0) return undefined;
    const quotation = slide.dataset["forma"]?.includes("grande") === true ? body.querySelector(".cita") : null;
    if (quotation !== null) return { measured: quotation.getBoundingClientRect().height, computed, available };
    const start = header.getBoundingClientRect().bottom + Number.parseFloat(styleOf(header).marginBottom);
    const bottoms = [...body.querySelectorAll("*:not(svg *, .isla *)")].map(
      (one) => one.getBoundingClientRect().bottom,
    );
    return { measured: Math.max(start, ...bottoms) - start, computed, available };
  };

  const facts: SlideFact[] = [];
  for (const slide of document.querySelectorAll<HTMLElement>(selector)) {
    const fragments = [...slide.querySelectorAll<HTMLElement>(".fragment")];
    const order = [...new Set(fragments.map((one) => Number(one.dataset["fragmentIndex"] ?? 0)))].sort((a, b) => a - b);
    if (only === "those with this step" && step > order.length) continue;
    for (const fragment of fragments) {
      const place = order.indexOf(Number(fragment.dataset["fragmentIndex"] ?? 0));
      fragment.classList.toggle("visible", place < step);
      fragment.classList.toggle("current-fragment", place === step - 1);
    }
    styles.clear();
    const corner = slide.getBoundingClientRect();
    const forma = slide.dataset["forma"] ?? "";
    const line = slide.querySelector("footer svg")?.getBoundingClientRect();
    const link = slide.querySelector<HTMLAnchorElement>(".al-apunte");
    facts.push({
      id: slide.id,
      title: (slide.getAttribute("aria-label") ?? "").replace(/^\d+ de \d+: /u, ""),
      kind: forma.includes("titulo") ? "title" : forma.includes("divisora") ? "divider" : "content",
      section: link === null ? undefined : decodeURIComponent(link.hash.slice(1)) || undefined,
      step: Math.min(step, order.length),
      steps: order.length,
      place: { left: corner.left + window.scrollX, top: corner.top + window.scrollY },
      width: corner.width,
      height: corner.height,
      floor: line === undefined || line.height === 0 ? corner.height : line.top - corner.top,
      texts: readTexts(slide, corner),
      media: readMedia(slide, corner),
      words: countWords(slide),
      body: readBody(slide),
    });
  }
  return facts;
}
