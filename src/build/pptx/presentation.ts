import { createRequire } from "node:module";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type PptxGenJS from "pptxgenjs";
import type { Box, LaidSlide, LaidTable, LaidText, Paragraph, Words } from "./laid-slide.ts";

/** A slide with what is taken along besides its words. */
export interface DrawnSlide {
  laid: LaidSlide;
  /** A PNG for each of its pictures, in their order. */
  pictures: Uint8Array[];
  notes: string;
}

export interface PresentationData {
  title: string;
  author: string;
  slides: DrawnSlide[];
}

/** The slides as a PowerPoint file: every word can be edited, every drawing is a picture with its description. */
export async function writePresentation({ title, author, slides }: PresentationData): Promise<Uint8Array> {
  // Its module for bundlers has no default export that Node can find.
  const Presentation = createRequire(import.meta.url)("pptxgenjs") as typeof PptxGenJS;
  const file = new Presentation();
  Object.assign(file, { title, author, company: author, subject: title });
  file.defineLayout({ name: "apuntes", width: 1280 / 96, height: 7.5 });
  file.layout = "apuntes";
  file.theme = { headFontFace: fonts.text, bodyFontFace: fonts.text };
  for (const { title: name, place } of Object.values(masters)) {
    const options = { name: "Título", type: "title" as const, ...place };
    file.defineSlideMaster({
      title: name,
      background: { color: "FFFFFF" },
      ...(name === masters.cover.title ? {} : { slideNumber }),
      objects: [{ placeholder: { options, text: "" } }],
    });
  }
  for (const { laid, pictures, notes } of slides) {
    const slide = file.addSlide({ masterName: masters[laid.kind].title });
    if (laid.title !== undefined)
      slide.addText(toRuns(laid.title.paragraphs), { ...plain, ...masters[laid.kind].place, placeholder: "Título" });
    for (const text of laid.texts) addText(slide, text);
    for (const table of laid.tables) addTable(slide, table);
    for (const [index, picture] of laid.pictures.entries()) {
      const data = `image/png;base64,${Buffer.from(pictures[index] ?? []).toString("base64")}`;
      slide.addImage({ data, ...toPlace(picture), altText: picture.description });
    }
    slide.addNotes(notes);
  }
  return mend((await file.write({ outputType: "uint8array" })) as Uint8Array);
}

// The library says how a paragraph is set once for each of its stretches; PowerPoint takes a second time for damage.
function mend(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/^ppt\/slides\/slide\d+\.xml$/u.test(name)) continue;
    const mended = strFromU8(bytes).replace(/<a:p>.*?<\/a:p>/gsu, (paragraph) => {
      let first = true;
      return paragraph.replace(/<a:pPr(?:[^>]*\/>|.*?<\/a:pPr>)/gsu, (settings) => {
        const kept = first ? settings : "";
        first = false;
        return kept;
      });
    });
    parts[name] = strToU8(mended);
  }
  return zipSync(parts, { level: 9 });
}

const slideNumber = { x: 12.1, y: 6.88, w: 0.48, h: 0.3, fontSize: 14, color: "555B66", align: "right" } as const;

/** The title of each kind of slide has one place, so that a program lists it and a new slide has it too. */
const masters = {
  cover: { title: "Portada", place: { x: 0.75, y: 1.27, w: 11.8, h: 2.3, valign: "top", margin: 0 } },
  divider: {
    title: "Divisora",
    place: { x: 0.75, y: 2.9, w: 5.83, h: 3.25, valign: "bottom", margin: 0 },
  },
  content: { title: "Diapositiva", place: { x: 0.75, y: 0.54, w: 10.6, h: 0.63, valign: "top", margin: 0 } },
} as const;

// What every machine has. Arial is a little wider than Chivo: its letters are drawn smaller, its lines stay where they were.
const fonts = { text: "Arial", code: "Courier New" };
const fontScale = 0.95;
const codeScale = 0.97;

const plain = { margin: 0, valign: "top", lang: "es-AR", fit: "none", isTextBox: true } as const;
const grounds = { listing: "F3F4F5", marked: "FFE14A" };

/** CSS px to inches. */
function toInches(px: number): number {
  return Math.round((px / 96) * 1000) / 1000;
}

/** CSS px to points. */
function toPoints(px: number): number {
  return Math.round(px * 0.75 * 10) / 10;
}

function toPlace({ x, y, width, height }: Box) {
  return { x: toInches(x), y: toInches(y), w: toInches(width), h: toInches(height) };
}

function addText(slide: PptxGenJS.Slide, text: LaidText): void {
  const { x, y, width, height, inset } = text;
  if (inset !== undefined) slide.addShape("rect", { ...toPlace(text), fill: { color: grounds.listing } });
  const [dx, dy] = [inset?.x ?? 0, inset?.y ?? 0];
  const place = toPlace({ x: x + dx, y: y + dy, width: width - dx, height: height - 2 * dy });
  slide.addText(toRuns(text.paragraphs), { ...place, ...plain });
}

function toRuns(paragraphs: readonly Paragraph[], align: "left" | "right" = "left"): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((paragraph, index) => {
    const runs = trim(paragraph.words).map((words) => toRun(words, paragraph));
    // What is said of a paragraph is said of each of its stretches: the library reads it from any of them.
    for (const run of runs)
      Object.assign(run.options ?? {}, toMark(paragraph), {
        align,
        lineSpacing: toPoints(paragraph.line),
        paraSpaceBefore: toPoints(paragraph.before),
      });
    if (index < paragraphs.length - 1) Object.assign(runs.at(-1)?.options ?? {}, { breakLine: true });
    return runs;
  });
}

function toMark({ mark, depth }: Paragraph): PptxGenJS.TextPropsOptions {
  if (mark === "none") return {};
  const indent = depth === 0 ? 30 : 24;
  const bullet =
    mark === "dash" ? { characterCode: "2013", indent } : { type: "number" as const, numberStartAt: mark, indent };
  return { bullet, ...(depth > 0 ? { indentLevel: depth } : {}) };
}

function toRun({ text, bold, italic, code, marked, color }: Words, { size }: Paragraph): PptxGenJS.TextProps {
  const scale = code ? codeScale : fontScale;
  return {
    text,
    options: {
      bold,
      italic,
      color: color.toUpperCase(),
      fontFace: code ? fonts.code : fonts.text,
      fontSize: Math.round(toPoints(size) * scale * 2) / 2,
      lang: "es-AR",
      ...(marked ? { highlight: grounds.marked } : {}),
    },
  };
}

// White space at the ends of a paragraph is not seen in a browser.
function trim(words: readonly Words[]): Words[] {
  const kept = words.map((one) => ({ ...one }));
  const [first] = kept;
  const last = kept.at(-1);
  if (first !== undefined) first.text = first.text.trimStart();
  if (last !== undefined) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text !== "");
}

function addTable(slide: PptxGenJS.Slide, { columns, rows, ...box }: LaidTable): void {
  const cells = rows.map(({ cells: row, head }) =>
    row.map((cell): PptxGenJS.TableCell => {
      const line = { type: "solid" as const, pt: head ? 1.5 : 0.75, color: head ? "16191F" : "C9CDD3" };
      const none = { type: "none" as const };
      return {
        text: toRuns([{ ...cell, mark: "none" }], cell.right ? "right" : "left"),
        options: {
          align: cell.right ? "right" : "left",
          valign: head ? "bottom" : "top",
          margin: [3, 6, 3, 0],
          border: [none, none, line, none],
        },
      };
    }),
  );
  slide.addTable(cells, {
    ...toPlace(box),
    colW: columns.map(toInches),
    rowH: rows.map(({ height }) => toInches(height)),
  });
}
