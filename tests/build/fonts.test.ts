import { mkdtemp, readFile, rm, stat, symlink, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openFont } from "../../src/build/font-file.ts";
import { fontFaceCss, fontFaces, prepareFonts } from "../../src/build/fonts.ts";
import {
  codeCharacters,
  extendedCharacters,
  isCovered,
  latinCharacters,
  signCharacters,
  uncoveredCharacters,
} from "../../src/course/characters.ts";

const root = resolve(import.meta.dirname, "../..");
const fonts = await prepareFonts(root);

describe("the font files", () => {
  test("weigh what the page budget counts on, within 3 %", async () => {
    const lesson = ["chivo-400", "chivo-700", "chivo-400-italic", "jetbrains-mono-400", "signos"];
    expect(await sumSizes(lesson)).toBeLessThan(39_092 * 1.03);
    expect(await sumSizes([...lesson, "chivo-latin-ext-400"])).toBeLessThan(41_448 * 1.03);
  });

  test.each([
    ["chivo-400.woff2", latinCharacters],
    ["chivo-700.woff2", latinCharacters],
    ["chivo-400-italic.woff2", latinCharacters],
    ["chivo-latin-ext-400.woff2", extendedCharacters],
    ["jetbrains-mono-400.woff2", codeCharacters],
    ["signos.woff2", signCharacters],
  ] as const)("%s holds the characters declared for it", async (file, characters) => {
    const font = await openFont(fonts.paths[file]);
    // U+202F has no glyph of its own: text engines draw it as a narrowed space.
    const missing = [...characters].filter((character) => {
      return character !== "\u202f" && font.glyph(character.codePointAt(0) ?? 0) === undefined;
    });
    expect(missing).toEqual([]);
  });

  test("share no character between Chivo and the signs, so that the order of families decides nothing", () => {
    expect([...signCharacters].filter((character) => latinCharacters.includes(character))).toEqual([]);
  });

  describe("made again from nothing", () => {
    const made: string[] = [];
    afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true }))));

    test("have the same bytes", async () => {
      const again = await prepareFonts(await bareRoot(made));
      for (const face of fontFaces) {
        expect(await readFile(again.paths[face.file])).toEqual(await readFile(fonts.paths[face.file]));
      }
    });

    test("are not written twice", async () => {
      const bare = await bareRoot(made);
      const first = await stat((await prepareFonts(bare)).paths["signos.woff2"]);
      const second = await stat((await prepareFonts(bare)).paths["signos.woff2"]);
      expect(second.mtimeMs).toBe(first.mtimeMs);
    });
  });
});

describe("the style sheet", () => {
  const css = fontFaceCss((file) => `/fuentes/${file}`, fonts.fallback);

  test("has one rule for each face and swaps fonts in", () => {
    expect(css.match(/@font-face/g)).toHaveLength(fontFaces.length + 2);
    expect(css.match(/font-display: swap/g)).toHaveLength(fontFaces.length);
    for (const { file } of fontFaces) expect(css).toContain(`url("/fuentes/${file}")`);
  });

  test("asks the signs file for its signs only", () => {
    const range = fontFaces.find((face) => face.family === "Signos")?.unicodeRange?.split(", ");
    expect(range).toHaveLength([...signCharacters].length);
    expect(range).toContain("U+2192");
  });

  test("gives the fallback the line height of Chivo", async () => {
    for (const { sizeAdjust, ascent, descent, lineGap } of fonts.fallback) {
      expect(sizeAdjust).toBeGreaterThan(0.9);
      expect(sizeAdjust).toBeLessThan(1.2);
      expect(ascent * sizeAdjust).toBeCloseTo(0.94, 10);
      expect(descent * sizeAdjust).toBeCloseTo(0.25, 10);
      expect(lineGap).toBe(0);
    }
  });
});

describe("covered characters", () => {
  test("are Spanish, the signs and rare surnames in text", () => {
    expect(uncoveredCharacters("¿Qué es «κ»? El ñandú de Avižienis → 3 × 10⁸ ≤ ½ — “sí”…", "text")).toEqual([]);
  });

  test("are fewer in code", () => {
    expect(isCovered("ž", "text")).toBe(true);
    expect(isCovered("ž", "code")).toBe(false);
    expect(isCovered("→", "code")).toBe(true);
  });

  test("are reported by place, counting as the editor of a string does", () => {
    expect(uncoveredCharacters("a😀b字", "text")).toEqual([
      { character: "😀", index: 1 },
      { character: "字", index: 4 },
    ]);
  });
});

async function sumSizes(names: string[]): Promise<number> {
  const sizes = await Promise.all(
    fontFaces.map(async ({ file }) => [file, (await stat(fonts.paths[file])).size] as const),
  );
  const sizeOf = new Map<string, number>(sizes);
  return names.reduce((sum, name) => sum + (sizeOf.get(`${name}.woff2`) ?? Number.NaN), 0);
}

/** A root with the project's packages and an empty cache. */
async function bareRoot(made: string[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "apuntes-fuentes-"));
  made.push(directory);
  const packages = join(directory, "node_modules");
  await mkdir(packages);
  for (const name of ["@fontsource", "subset-font", "harfbuzzjs"]) {
    await symlink(join(root, "node_modules", name), join(packages, name));
  }
  return directory;
}
