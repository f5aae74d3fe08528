import type { Issue } from "./issue.ts";
import { placeAt, toIssue } from "./place.ts";

/** The text of a file that must be UTF-8; a byte order mark is dropped and line ends become `\n`. */
export function decode(file: string, bytes: Uint8Array): { text?: string; issue?: Issue } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: withPlainLineEnds(text) };
  } catch {
    // Streaming keeps back the bytes of a character that was begun and never ended: the trouble is there.
    const good = new TextDecoder().decode(bytes.subarray(0, firstBadByte(bytes)), { stream: true });
    return {
      issue: toIssue(
        placeAt({ file, text: withPlainLineEnds(good) }, withPlainLineEnds(good).length),
        "El archivo no está en UTF-8: aquí hay un carácter de otra codificación.",
        "En el editor: «Guardar con codificación», UTF-8, y corregir las letras que se vean mal.",
      ),
    };
  }
}

function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

// Halving: the longest prefix that decodes when streamed ends where the trouble begins.
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
