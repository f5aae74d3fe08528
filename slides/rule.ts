import type { Block, Section } from "./block.ts";
import { countWords, textOf } from "./clean.ts";
import { limits } from "./theme.ts";

/**
 * Which blocks of a section are looked at (`true`) and which are said: lists, tables, figures, code, definitions,
 * quotations, examples and questions go on the slide; a paragraph stays only if it introduces what follows,
 * is a short first sentence, or is all there is. Nothing is both.
 */
export function placeBlocks(section: Section): boolean[] {
  const { blocks } = section;
  const places = blocks.map((block) => block.only === undefined && (section.explicit || showsItself(block)));
  for (const [index, block] of blocks.entries()) {
    if (block.only === "slide") places[index] = true;
    else if (block.only === undefined && block.kind === "paragraph" && staysOnSlide(section, index, places))
      places[index] = true;
  }
  if (section.depth > 1 && !places.includes(true)) {
    const first = blocks.findIndex((block) => block.only === undefined && block.kind === "paragraph" && isShort(block));
    const any = blocks.findIndex((block) => block.only === undefined && block.kind !== "footnotes" && isShort(block));
    const chosen = first >= 0 ? first : any;
    if (chosen >= 0) places[chosen] = true;
  }
  return places;
}

/** Whether the block is a sentence that introduces the next one on the slide. */
export function introduces(block: Block): boolean {
  return block.kind === "paragraph" && textOf([block.element]).endsWith(":");
}

function showsItself(block: Block): boolean {
  switch (block.kind) {
    case "paragraph":
    case "footnotes":
      return false;
    case "callout":
      return (
        block.element.properties["dataBloque"] === "ejemplo" ||
        block.element.properties["dataEnDiapositiva"] !== undefined
      );
    default:
      return true;
  }
}

function staysOnSlide({ blocks, depth }: Section, index: number, places: boolean[]): boolean {
  const block = blocks[index];
  if (block === undefined) return false;
  if (introduces(block)) {
    const next = blocks
      .slice(index + 1)
      .findIndex((other, offset) => other.kind === "paragraph" || places[index + 1 + offset]);
    return next >= 0 && places[index + 1 + next] === true;
  }
  return depth > 1 && index === 0 && countWords([block.element]) <= limits.leadWords;
}

function isShort(block: Block): boolean {
  return countWords([block.element]) <= limits.words;
}
