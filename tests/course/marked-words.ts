import { readText } from "../../src/course/jsx.ts";
import { childrenOf, isJsx, type Node, textOf } from "../../src/course/mdx.ts";
import { toPlainText } from "../../src/course/reference.ts";
import { fold } from "../../src/course/text.ts";

/** Only the words of a text: no case, accents, punctuation or markup; « y » around each, so that parts can be sought. */
export function toWords(text: string): string {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}

/** The words of an item of the notes as they have to be found, without references to figures and facts. */
export function wantedWords(corrected: string): string {
  const text = corrected
    .replace(/\s*\((?:ver|se ve)[^)]*\)/giu, "")
    .replace(/; ver [^)]*/gu, "")
    .replace(/^Figura:/u, "")
    .replace(/\]\([^)]*\)/gu, "]");
  return toWords(text);
}

/** The words of a marked block as its reader meets them: term, English, text and author of a definition. */
export function shownWords(block: Node): string {
  const element = isJsx(block) ? block : childrenOf(block).find((child) => isJsx(child));
  const text = block.type === "tableRow" ? childrenOf(block).map(textOf).join(" ") : textOf(block);
  if (element === undefined || !isJsx(element)) return toWords(toPlainText(text));
  const attribute = (name: string) => readText(element, name) ?? "";
  return toWords(
    [attribute("titulo"), attribute("termino"), attribute("ingles"), toPlainText(text), attribute("autor")].join(" "),
  );
}
