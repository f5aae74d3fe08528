/** A slide as the browser has laid it out, in CSS px of 1280 × 720. */
export interface LaidSlide {
  id: string;
  kind: "cover" | "divider" | "content";
  title: LaidText | undefined;
  texts: LaidText[];
  tables: LaidTable[];
  pictures: LaidPicture[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A stretch of words that look alike. */
export interface Words {
  text: string;
  bold: boolean;
  italic: boolean;
  code: boolean;
  marked: boolean;
  /** `#rrggbb`. */
  color: string;
}

export interface Paragraph {
  words: Words[];
  /** Size of its letters and distance of its lines. */
  size: number;
  line: number;
  /** White space above it. */
  before: number;
  /** What stands at its left: nothing, a dash or its number. */
  mark: "none" | "dash" | number;
  /** How deep it stands in lists, from 0. */
  depth: number;
}

export interface LaidText extends Box {
  paragraphs: Paragraph[];
  /** White space inside a listing, which has a ground of its own; nothing for other texts. */
  inset: { x: number; y: number } | undefined;
}

export interface LaidTable extends Box {
  columns: number[];
  rows: { cells: (Paragraph & { right: boolean })[]; height: number; head: boolean }[];
}

export interface LaidPicture extends Box {
  /** What it shows, in words; empty when it is an ornament. */
  description: string;
}

/** What is drawn and not written: the reader takes a picture of each, in this order. */
export const pictureSelector = ":is(.lamina > svg, .isla, .formula, .curso-linea)";

/** Reads a slide of the deck that is open. Runs in the page, with nothing but its arguments. */
// oxlint-disable unicorn/consistent-function-scoping -- it runs in the page, with nothing but its arguments
export function readSlide(slide: Element, pictures: string): LaidSlide {
  const origin = slide.getBoundingClientRect();
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - origin.x, y: y - origin.y, width, height };
  };
  const toHex = (color: string) => {
    const parts = color
      .match(/[\d.]+/gu)
      ?.slice(0, 3)
      .map(Number) ?? [0, 0, 0];
    return parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
  };
  const isBlock = (element: Element) => /^(block|grid|flex|list-item)$/u.test(getComputedStyle(element).display);

  const readWords = (node: Node): Words[] => {
    if (node instanceof Text) {
      const parent = node.parentElement;
      const text = getComputedStyle(parent!).whiteSpace.startsWith("pre") ? node.data : node.data.replace(/\s+/gu, " ");
      if (parent === null || text === "") return [];
      const { fontWeight, fontStyle, fontFamily, color } = getComputedStyle(parent);
      const look = { bold: Number(fontWeight) >= 600, italic: fontStyle === "italic" };
      const code = fontFamily.startsWith('"JetBrains');
      return [{ text, ...look, code, marked: parent.closest("dfn") !== null, color: toHex(color) }];
    }
    if (!(node instanceof Element) || (isBlock(node) && node.tagName !== "math")) return [];
    if (node.tagName === "BR")
      return [{ text: "\n", bold: false, italic: false, code: false, marked: false, color: "000000" }];
    return [...node.childNodes].flatMap(readWords);
  };
  const toParagraph = (element: Element, words: Words[]): Paragraph => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    const item = element.closest("li");
    const ownItem =
      item !== null &&
      item.querySelector("p, li, div") !== element &&
      (element === item || item.firstElementChild === element)
        ? item
        : null;
    const list = ownItem?.parentElement;
    const number = list?.tagName === "OL" ? (list as HTMLOListElement).start + [...list.children].indexOf(ownItem!) : 0;
    let depth = -1;
    for (let up: Element | null | undefined = item; up; up = up.parentElement?.closest("li")) depth += 1;
    const isMarked = ownItem !== null && !ownItem.classList.contains("sigue") && ownItem.closest(".indice") === null;
    const mark = !isMarked ? "none" : list?.tagName === "OL" ? number : "dash";
    return {
      words,
      size: Number.parseFloat(fontSize),
      line: Number.parseFloat(lineHeight),
      before: 0,
      mark,
      depth: Math.max(0, depth),
    };
  };
  // The paragraphs under a block, in order, with the white space that stands between them.
  const readFlow = (element: Element): { paragraph: Paragraph; box: Box }[] => {
    const found: { paragraph: Paragraph; box: Box }[] = [];
    const own = [...element.childNodes].flatMap(readWords);
    const inner = [...element.children].filter((child) => isBlock(child) && child.tagName !== "math");
    if (own.some(({ text }) => text.trim() !== "")) {
      const box = boxOf(element);
      const [first] = inner;
      const height = first === undefined ? box.height : boxOf(first).y - box.y;
      found.push({ paragraph: toParagraph(element, own), box: { ...box, height } });
    }
    return [...found, ...inner.flatMap(readFlow)];
  };
  const toText = (element: Element): LaidText[] => {
    const flow = readFlow(element);
    for (const [index, { paragraph, box }] of flow.entries()) {
      const above = flow[index - 1]?.box;
      if (above !== undefined) paragraph.before = Math.max(0, box.y - above.y - above.height);
    }
    if (flow.length === 0) return [];
    const line = element.matches("pre") ? element.querySelector(".renglon") : null;
    const inset =
      line === null
        ? undefined
        : { x: Number.parseFloat(getComputedStyle(line).paddingLeft), y: boxOf(line).y - boxOf(element).y };
    return [{ ...boxOf(element), paragraphs: flow.map(({ paragraph }) => paragraph), inset }];
  };
  const toTable = (table: Element): LaidTable => {
    const rows = [...table.querySelectorAll("tr")].map((row) => ({
      cells: [...row.children].map((cell) => ({
        ...toParagraph(cell, [...cell.childNodes].flatMap(readWords)),
        right: getComputedStyle(cell).textAlign === "right",
      })),
      height: boxOf(row).height,
      head: row.closest("thead") !== null,
    }));
    const columns = [...(table.querySelector("tr")?.children ?? [])].map((cell) => boxOf(cell).width);
    return { ...boxOf(table), columns, rows };
  };

  const texts: LaidText[] = [];
  const tables: LaidTable[] = [];
  const visit = (element: Element): void => {
    if (element.matches(pictures) || element.matches(".pie")) return;
    if (element.tagName === "TABLE") tables.push(toTable(element));
    else if (
      element.querySelector(`table, ${pictures}`) !== null ||
      element.matches("header, .cuerpo, .texto, .columnas")
    )
      for (const child of element.children) visit(child);
    else texts.push(...toText(element));
  };
  const heading = slide.querySelector("h1, h2");
  for (const child of slide.children) visit(child);
  const title = heading === null ? undefined : toText(heading)[0];
  const isTitle = ({ x, y, paragraphs }: LaidText) =>
    title !== undefined &&
    x === title.x &&
    y === title.y &&
    paragraphs[0]?.words[0]?.text === title.paragraphs[0]?.words[0]?.text;
  const form = (slide as HTMLElement).dataset["forma"] ?? "";
  return {
    id: slide.id,
    kind: form.startsWith("titulo") ? "cover" : form === "divisora" ? "divider" : "content",
    title,
    texts: texts.filter((text) => !isTitle(text)),
    tables,
    pictures: [...slide.querySelectorAll(pictures)].map((picture) => ({
      ...boxOf(picture),
      description: picture.matches("[aria-hidden=true]")
        ? ""
        : [...picture.querySelectorAll(":scope > title, :scope > desc")]
            .map(({ textContent }) => textContent)
            .join(". ") ||
          picture.getAttribute("aria-label") ||
          (picture.textContent ?? "").replace(/\s+/gu, " ").trim(),
    })),
  };
}
