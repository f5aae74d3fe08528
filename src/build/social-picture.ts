import { join } from "node:path";
import { Buffer as TextBuffer, type Font, shape } from "harfbuzzjs";
import sharp from "sharp";
import { openFont } from "./font-file.ts";

/** What a link to the course shows in a chat: the title slide, 1200 × 630. */
export interface SocialPicture {
  course: string;
  title: string;
  summary: string;
  /** Events of the line, and which one is present (from 0); −1 for none. */
  events: number;
  present: number;
}

const [width, height, side] = [1200, 630, 72];
const inks = { paper: "#ffffff", ink: "#16191f", marker: "#ffe14a" };

/** The picture as PNG. Its letters are outlines of the course's own fonts, so that no machine's fonts matter. */
export async function drawSocialPicture(picture: SocialPicture, root = process.cwd()): Promise<Buffer> {
  const folder = join(root, "node_modules/.cache/apuntes/fonts");
  const [regular, bold] = await Promise.all([
    openFont(join(folder, "chivo-400.woff2")),
    openFont(join(folder, "chivo-700.woff2")),
  ]);
  const titleSize = toLines(bold, picture.title, 92, width - 2 * side).length > 2 ? 68 : 92;
  const titleLines = toLines(bold, picture.title, titleSize, width - 2 * side);
  const titleEnd = 190 + titleLines.length * titleSize;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${inks.paper}"/>`,
    toPath(regular, picture.course, 28, side, 92),
    ...titleLines.map((line, index) => toPath(bold, line, titleSize, side - 4, 200 + index * titleSize)),
    ...toLines(regular, picture.summary, 32, 980).map((line, index) =>
      toPath(regular, line, 32, side, titleEnd + 40 + index * 42),
    ),
    drawLine(picture),
    "</svg>",
  ].join("");
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

function drawLine({ events, present }: SocialPicture): string {
  const x = (index: number) => ((index + 0.5) / events) * width;
  const stroke = `stroke="${inks.ink}"`;
  const circles = Array.from({ length: events }, (_, index) => {
    if (index === present)
      return `<circle cx="${x(index)}" cy="560" r="20" fill="${inks.marker}" ${stroke} stroke-width="5"/>`;
    const fill = index < present ? inks.ink : inks.paper;
    return `<circle cx="${x(index)}" cy="560" r="9" fill="${fill}" ${stroke} stroke-width="3"/>`;
  });
  const covered = present < 0 ? "" : `<path d="M0 560H${x(present)}" ${stroke} stroke-width="6"/>`;
  return `<path d="M0 560H${width}" ${stroke} stroke-width="2"/>${covered}${circles.join("")}`;
}

/** One line of text as a filled outline, its baseline at `y`. */
function toPath(font: Font, text: string, size: number, x: number, y: number): string {
  const scale = size / font.face.upem;
  let pen = 0;
  const glyphs = shapeText(font, text).map(({ codepoint, xAdvance, xOffset }) => {
    const outline = `<path transform="translate(${pen + xOffset} 0)" d="${font.glyphToPath(codepoint)}"/>`;
    pen += xAdvance;
    return outline;
  });
  return `<g fill="${inks.ink}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${glyphs.join("")}</g>`;
}

function toLines(font: Font, text: string, size: number, limit: number): string[] {
  const measure = (line: string) =>
    shapeText(font, line).reduce((sum, { xAdvance }) => sum + xAdvance, 0) * (size / font.face.upem);
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(longer) <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function shapeText(font: Font, text: string): { codepoint: number; xAdvance: number; xOffset: number }[] {
  const buffer = new TextBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
    codepoint,
    xAdvance: positions[index]?.xAdvance ?? 0,
    xOffset: positions[index]?.xOffset ?? 0,
  }));
}
