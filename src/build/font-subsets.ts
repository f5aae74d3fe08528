import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";
import { codeCharacters, extendedCharacters, latinCharacters, signCharacters } from "../course/characters.ts";
import type { FontFile } from "./fonts.ts";

interface Subset {
  file: FontFile;
  package: string;
  source: string;
  characters: string;
  /** OpenType features that stay in the file. */
  features: string[];
}

/*
 * Figures are tabular without `tnum` (Chivo's default), the character sets hold no combining mark for `ccmp`, `mark`
 * and `mkmk` to place, and `locl` serves languages other than Spanish: keeping them would only add bytes.
 */
const chivoFeatures = ["kern", "liga"];

const chivo = { package: "@fontsource/chivo", characters: latinCharacters, features: chivoFeatures };

const subsets: readonly Subset[] = [
  { ...chivo, file: "chivo-400.woff2", source: "chivo-latin-400-normal" },
  { ...chivo, file: "chivo-700.woff2", source: "chivo-latin-700-normal" },
  { ...chivo, file: "chivo-400-italic.woff2", source: "chivo-latin-400-italic" },
  {
    ...chivo,
    file: "chivo-latin-ext-400.woff2",
    source: "chivo-latin-ext-400-normal",
    characters: extendedCharacters,
  },
  {
    file: "jetbrains-mono-400.woff2",
    package: "@fontsource/jetbrains-mono",
    source: "jetbrains-mono-latin-400-normal",
    characters: codeCharacters,
    features: [],
  },
  {
    file: "signos.woff2",
    package: "@fontsource/dejavu-sans",
    source: "dejavu-sans-latin-400-normal",
    characters: signCharacters,
    features: [],
  },
];

// Rasteriser hints that modern systems ignore, and names for font menus.
const unusedTables = ["gasp", "STAT"];

/**
 * Cuts the fonts of the installed packages down to the characters of the course, into `directory`.
 * Does nothing when the files there were made from the same packages and characters.
 */
export async function writeSubsets(root: string, directory: string): Promise<void> {
  const stamp = await toStamp(root);
  const stampFile = join(directory, "sello.json");
  if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) return;
  await mkdir(directory, { recursive: true });
  for (const subset of subsets) {
    await writeWhole(join(directory, subset.file), await cut(subset, root));
  }
  await writeWhole(stampFile, stamp);
}

async function cut({ package: name, source, characters, features }: Subset, root: string): Promise<Uint8Array> {
  const original = await readFile(join(packageDirectory(name, root), "files", `${source}.woff2`));
  return subsetFont(original, characters, {
    targetFormat: "woff2",
    keepFeatures: features,
    noHinting: true,
    dropTables: unusedTables,
  });
}

/** Everything that the bytes depend on. */
async function toStamp(root: string): Promise<string> {
  const tools = ["subset-font", "harfbuzzjs", ...new Set(subsets.map((subset) => subset.package))];
  const versions = await Promise.all(tools.map(async (name) => `${name}@${await readVersion(name, root)}`));
  const key = createHash("sha256")
    .update(JSON.stringify([versions, subsets, unusedTables]))
    .digest("hex");
  return `${JSON.stringify({ key, versions }, null, 2)}\n`;
}

async function readVersion(name: string, root: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageDirectory(name, root), "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}

function packageDirectory(name: string, root: string): string {
  return join(root, "node_modules", name);
}

// Builds and tests may run at once, and so may calls of one process: a reader must never find half a file.
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}
