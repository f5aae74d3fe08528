import type { TextMetrics } from "../src/course/text-metrics.ts";
import type { Atom } from "./atom.ts";
import { countWords } from "./clean.ts";
import { type Fit, fitSlide, type Heading, toLabel } from "./layout.ts";
import { limits, type Ratio, twoColumns } from "./theme.ts";

/** The atoms of one slide and how they are arranged in each ratio; `undefined` if they fit in no way. */
export interface Packed {
  atoms: Atom[];
  fits: Record<Ratio, Fit> | undefined;
}

/**
 * Distributes the atoms of a section, in their order, over as few slides as hold them; among equals, over those that
 * are filled most evenly, without an item alone and without parting what belongs together.
 */
export function packAtoms(atoms: readonly Atom[], heading: Heading, metrics: TextMetrics): Packed[] {
  const once = pack(atoms, heading, metrics);
  // More slides show a fraction after the title, which may need another line.
  return once.length < 2 ? once : pack(atoms, { ...heading, fraction: `(${once.length}/${once.length})` }, metrics);
}

interface Way {
  cost: number;
  from: number;
  packed: Packed | undefined;
}

function pack(atoms: readonly Atom[], heading: Heading, metrics: TextMetrics): Packed[] {
  const ways: Way[] = [{ cost: 0, from: 0, packed: undefined }];
  for (let end = 1; end <= atoms.length; end += 1) {
    let best: Way | undefined;
    for (let start = end - 1; start >= 0; start -= 1) {
      const slide = atoms.slice(start, end);
      if (start < end - 1 && (atoms[start + 1]?.cut === true || !canShare(slide, heading))) break;
      const fits = fitBoth(slide, heading, metrics);
      if (fits === undefined && slide.length > 1) continue;
      const before = ways[start];
      if (before === undefined) continue;
      const cost = before.cost + costOf(slide, fits, atoms[end]);
      if (best === undefined || cost < best.cost) best = { cost, from: start, packed: { atoms: slide, fits } };
    }
    if (best !== undefined) ways[end] = best;
  }
  const slides: Packed[] = [];
  for (let end = atoms.length; end > 0;) {
    const way = ways[end];
    if (way?.packed === undefined) break;
    slides.unshift(way.packed);
    end = way.from;
  }
  return slides;
}

// Both ratios draw the same elements, so a slide is large in both or in neither.
function fitBoth(atoms: readonly Atom[], heading: Heading, metrics: TextMetrics): Record<Ratio, Fit> | undefined {
  for (const large of [true, false]) {
    const narrow = fitSlide(atoms, heading, "4:3", metrics, { large });
    if (narrow === undefined || (large && narrow.form !== "grande")) continue;
    const wide = fitSlide(atoms, heading, "16:9", metrics, { large });
    if (wide !== undefined && (wide.form === "grande") === large) return { "16:9": wide, "4:3": narrow };
  }
  return undefined;
}

// A quotation, a question and an island want the whole attention: beside them only a sentence that introduces them.
const exclusive = new Set<Atom["kind"]>(["quotation", "question", "island"]);

function canShare(atoms: readonly Atom[], heading: Heading): boolean {
  const items = atoms.reduce((sum, atom) => sum + atom.items, 0);
  const isOneList = atoms.every((atom) => atom.kind === "item");
  if (items > (isOneList ? twoColumns.mostItems : limits.items)) return false;
  if (countSlideWords(atoms, heading) > limits.words) return false;
  const kinds = new Set(atoms.filter((atom) => !(atom.kind === "text" && atom.glued)).map(({ kind }) => kind));
  return kinds.size <= 1 || ![...kinds].some((kind) => exclusive.has(kind));
}

/** Words that are read on a slide with these atoms, its title included. */
export function countSlideWords(atoms: readonly Atom[], { nodes, fraction }: Heading): number {
  const title = countWords([...nodes]) + (fraction === "" ? 0 : 1);
  const [first] = atoms;
  const repeatedHead =
    first?.kind === "row" && first.cells !== first.source.rows[0]
      ? first.source.head.reduce((sum, { nodes: head }) => sum + countWords(head), 0)
      : 0;
  const repeatedItem = first?.kind === "item" && first.parent !== undefined ? countWords(first.parent) : 0;
  const label = countWords([{ type: "text", value: toLabel(atoms) }]);
  return title + label + repeatedHead + repeatedItem + atoms.reduce((sum, atom) => sum + atom.words, 0);
}

const slideCost = 20;
const orphanCost = 1;
const tornCost = 1000;
/** For each end at which a slide cuts a list, table or listing: less than a slide, except for listings. */
const cutCost = { item: 2, row: 6, lines: 12 };

function costOf(atoms: readonly Atom[], fits: Record<Ratio, Fit> | undefined, next: Atom | undefined): number {
  const fill = fits === undefined ? 1 : fits["16:9"].used / fits["16:9"].available;
  const torn = next !== undefined && atoms.at(-1)?.glued === true ? tornCost : 0;
  return slideCost + (1 - fill) ** 2 + torn + countOrphans(atoms) * orphanCost + costOfCuts(atoms, next);
}

function costOfCuts(atoms: readonly Atom[], next: Atom | undefined): number {
  const last = atoms.at(-1);
  if (last === undefined || next === undefined || !("source" in last) || !("source" in next)) return 0;
  if (typeof last.source === "string" || last.source !== next.source) return 0;
  return last.kind === "item" || last.kind === "row" || last.kind === "lines" ? 2 * cutCost[last.kind] : 0;
}

// One item or row of several, alone at an end of a slide.
function countOrphans(atoms: readonly Atom[]): number {
  const perSource = new Map<unknown, number>();
  for (const atom of atoms) if ("source" in atom) perSource.set(atom.source, (perSource.get(atom.source) ?? 0) + 1);
  return atoms.filter((atom) => {
    if (atom.kind !== "item" && atom.kind !== "row") return false;
    return atom.source.size > 1 && perSource.get(atom.source) === 1;
  }).length;
}
