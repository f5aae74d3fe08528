import { readFile } from "node:fs/promises";
import { Blob, Face, Font } from "harfbuzzjs";
import { decompress } from "wawoff2";

/** Opens a WOFF2 file for measuring; positions come in the font's own units (`font.face.upem` to the em). */
export async function openFont(path: string): Promise<Font> {
  return new Font(new Face(new Blob(await decompress(await readFile(path)))));
}
