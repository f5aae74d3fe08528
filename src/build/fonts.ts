import { join } from "node:path";
import { signCharacters } from "../course/characters.ts";
import { type FallbackMetrics, toFallbackMetrics } from "./font-fallback.ts";
import { openFont } from "./font-file.ts";
import { writeSubsets } from "./font-subsets.ts";

export type FontFile =
  | "chivo-400.woff2"
  | "chivo-700.woff2"
  | "chivo-400-italic.woff2"
  | "chivo-latin-ext-400.woff2"
  | "jetbrains-mono-400.woff2"
  | "signos.woff2";

export interface FontFace {
  family: "Chivo" | "JetBrains Mono" | "Signos";
  /** As in the CSS descriptor: one weight or a range. */
  weight: string;
  style: "normal" | "italic";
  /** Characters that the face is asked for; all of them when absent. */
  unicodeRange?: string;
  file: FontFile;
}

export interface FontFiles {
  /** Absolute path of the directory that holds the files. */
  directory: string;
  /** Absolute path of each file. */
  paths: Record<FontFile, string>;
  /** How a local Arial takes Chivo's room until Chivo arrives, for `fontFaceCss`. */
  fallback: FallbackMetrics[];
}

const extended = { family: "Chivo", unicodeRange: "U+0100-017F", file: "chivo-latin-ext-400.woff2" } as const;

/**
 * Every face of the course. The rare letters have one file, declared for each weight and style of Chivo:
 * otherwise a bold “Avižienis” would fall to another family for its ž.
 */
export const fontFaces: readonly FontFace[] = [
  { family: "Chivo", weight: "400", style: "normal", file: "chivo-400.woff2" },
  { ...extended, weight: "400", style: "normal" },
  { family: "Chivo", weight: "700", style: "normal", file: "chivo-700.woff2" },
  { ...extended, weight: "700", style: "normal" },
  { family: "Chivo", weight: "400", style: "italic", file: "chivo-400-italic.woff2" },
  { ...extended, weight: "400", style: "italic" },
  { family: "JetBrains Mono", weight: "400", style: "normal", file: "jetbrains-mono-400.woff2" },
  {
    family: "Signos",
    weight: "100 900",
    style: "normal",
    unicodeRange: toUnicodeRange(signCharacters),
    file: "signos.woff2",
  },
];

/**
 * Makes the font files of the course in `node_modules/.cache/apuntes/fonts` under `root`, unless they are there already.
 * The bytes depend only on the installed packages and on the character sets.
 */
export async function prepareFonts(root: string): Promise<FontFiles> {
  const directory = join(root, "node_modules", ".cache", "apuntes", "fonts");
  await writeSubsets(root, directory);
  const pathOf = (file: FontFile) => join(directory, file);
  const paths: Record<FontFile, string> = {
    "chivo-400.woff2": pathOf("chivo-400.woff2"),
    "chivo-700.woff2": pathOf("chivo-700.woff2"),
    "chivo-400-italic.woff2": pathOf("chivo-400-italic.woff2"),
    "chivo-latin-ext-400.woff2": pathOf("chivo-latin-ext-400.woff2"),
    "jetbrains-mono-400.woff2": pathOf("jetbrains-mono-400.woff2"),
    "signos.woff2": pathOf("signos.woff2"),
  };
  const fallback = [
    toFallbackMetrics(await openFont(paths["chivo-400.woff2"]), "400"),
    toFallbackMetrics(await openFont(paths["chivo-700.woff2"]), "700"),
  ];
  return { directory, paths, fallback };
}

/**
 * The `@font-face` rules of the course, for one style sheet. `urlOf` gives the address of a file;
 * `fallback` are the measures that make Arial take Chivo's room until Chivo arrives; `display` says what a face that
 * arrives late does: `swap` moves what is already shown, `optional` waits for the next page.
 */
export function fontFaceCss(
  urlOf: (file: FontFile) => string,
  fallback: readonly FallbackMetrics[],
  display: "swap" | "optional" = "swap",
): string {
  const rules = fontFaces.map((face) => toRule(face, urlOf(face.file), display));
  return [...rules, ...fallback.map(toFallbackRule)].join("\n");
}

function toRule({ family, weight, style, unicodeRange }: FontFace, url: string, display: string): string {
  return toFontFace([
    `font-family: "${family}"`,
    `font-weight: ${weight}`,
    `font-style: ${style}`,
    `font-display: ${display}`,
    `src: url("${url}") format("woff2")`,
    ...(unicodeRange === undefined ? [] : [`unicode-range: ${unicodeRange}`]),
  ]);
}

function toFallbackRule({ weight, local, sizeAdjust, ascent, descent, lineGap }: FallbackMetrics): string {
  return toFontFace([
    'font-family: "Chivo Respaldo"',
    `font-weight: ${weight}`,
    "font-style: normal",
    `src: ${local.map((name) => `local("${name}")`).join(", ")}`,
    `size-adjust: ${toPercentage(sizeAdjust)}`,
    `ascent-override: ${toPercentage(ascent)}`,
    `descent-override: ${toPercentage(descent)}`,
    `line-gap-override: ${toPercentage(lineGap)}`,
  ]);
}

function toFontFace(descriptors: string[]): string {
  return `@font-face {\n${descriptors.map((descriptor) => `  ${descriptor};\n`).join("")}}`;
}

function toPercentage(ratio: number): string {
  return `${Number((100 * ratio).toFixed(2))}%`;
}

function toUnicodeRange(characters: string): string {
  const points = [...characters].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  return points.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`).join(", ");
}
