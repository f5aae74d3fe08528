import type { Element } from "hast";
import type { Place } from "../src/course/place.ts";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import type { Atom } from "./atom.ts";
import { type Block, readSections, type Section } from "./block.ts";
import { countWords, textOf } from "./clean.ts";
import { toRuns } from "./inline.ts";
import type { Heading } from "./layout.ts";
import { countLines } from "./lines.ts";
import { toNotes } from "./notes.ts";
import { countSlideWords, packAtoms, type Packed } from "./pack.ts";
import { readAtoms } from "./read-atoms.ts";
import { introduces, placeBlocks } from "./rule.ts";
import { type ContentSlide, type Entry, type Slide, type TitleSlide, toHeading } from "./slide.ts";
import { bodyWidth, type Ratio, titleSlide } from "./theme.ts";

/** What a deck has to know of a lesson besides its rendered text. */
export interface DeckLesson {
  slug: string;
  title: string;
  summary: string;
  /** Place in the course, from 1, and how many lessons the course has. */
  position: { number: number; of: number };
  /** Where the lesson and its sections are written, for what an author has to mend. */
  place: Place;
  sections: readonly { id: string; place: Place }[];
  /** The items of its lists appear one by one. */
  incremental?: boolean;
}

/** Id of the first slide of a lesson. */
export const titleId = "inicio";

/**
 * The slides of a lesson.
 * @param html the lesson rendered with `deckComponents`
 * @param courseName stands above the title
 */
export function toSlides(lesson: DeckLesson, html: string, courseName: string, metrics: TextMetrics): Slide[] {
  const sections = readSections(html);
  const ids = new Set([titleId]);
  const first = toTitleSlide(lesson, courseName, metrics);
  const slides: Slide[] = [first];
  for (const [index, section] of sections.entries()) {
    const pieces = toPieces(section, lesson.incremental === true);
    const isOpening = section.depth === 1;
    if (isOpening) section.title = first.title;
    if (isOpening && !pieces.some((piece) => "atom" in piece)) {
      first.notes.push(...pieces.flatMap((piece) => ("note" in piece ? piece.note : [])));
      continue;
    }
    const made = isDivider(section, sections[index + 1], pieces)
      ? [toDivider(section, sections)]
      : toContentSlides(section, pieces, metrics);
    for (const slide of made) {
      slide.id = takeId(ids, isOpening ? titleId : section.id);
      slide.lesson = lesson.slug;
    }
    const [opening] = made;
    if (opening !== undefined)
      opening.opens = section.depth === 2 && sections.findIndex(({ id }) => id === section.id) === index;
    slides.push(...made);
  }
  return slides;
}

const nowhere: DeckLesson = {
  slug: "",
  title: "",
  summary: "",
  position: { number: 1, of: 1 },
  place: { file: "", line: 1, column: 1 },
  sections: [],
};

/** The slides of a text that belongs to no lesson, written like one: by the same rule, without a title slide. */
export function toLooseSlides(html: string, metrics: TextMetrics): ContentSlide[] {
  return toSlides(nowhere, html, "", metrics).flatMap((slide) =>
    slide.kind === "content" ? [{ ...slide, lesson: undefined, section: undefined, opens: false }] : [],
  );
}

/** In reading order: what is shown and what is said. */
type Piece = { atom: Atom; block: Block } | { note: Element[] };

function toPieces(section: Section, incremental: boolean): Piece[] {
  const places = placeBlocks(section);
  let waiting = 0;
  return section.blocks.flatMap((block, index): Piece[] => {
    if (places[index] !== true) return [{ note: toNotes(block) }];
    const next = section.blocks[index + 1];
    const isTogether = block.together !== undefined && next?.together === block.together;
    const follows = places.indexOf(true, index + 1) >= 0;
    const atoms = readAtoms(block, isTogether || (introduces(block) && follows));
    if (block.together !== undefined) for (const atom of atoms.slice(0, -1)) atom.glued = true;
    for (const [place, atom] of atoms.entries()) {
      // The first item stands there with the title; each of the others waits for a key.
      const isFirst = waiting === 0 && place === 0;
      if (incremental && !isFirst && atom.kind === "item" && atom.parent === undefined) waiting += 1;
      atom.pauses += waiting;
    }
    return atoms.map((atom) => ({ atom, block }));
  });
}

// A heading over headings: its own sentences are said while its index is shown.
function isDivider(section: Section, next: Section | undefined, pieces: readonly Piece[]): boolean {
  if (section.depth !== 2 || section.explicit || next?.depth !== 3 || next.explicit) return false;
  return pieces.every((piece) => "note" in piece || (piece.atom.kind === "text" && piece.block.only !== "slide"));
}

function toDivider(section: Section, sections: readonly Section[]): Slide {
  const siblings = sections
    .filter(({ depth }) => depth === 2)
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index);
  return {
    kind: "divider",
    id: section.id,
    title: section.title,
    lesson: undefined,
    section: section.id,
    opens: true,
    anchors: [],
    notes: section.blocks.flatMap(toNotes),
    words: countWords(section.title),
    entries: toEntries(
      siblings.map(({ title }) => textOf(title)),
      siblings.findIndex(({ id }) => id === section.id),
    ),
  };
}

/** At most so many titles around the present one. */
const indexSize = 6;

export function toEntries(titles: readonly string[], present: number): Entry[] {
  const from = Math.max(0, Math.min(present - Math.floor(indexSize / 2), titles.length - indexSize));
  return titles.map((text, index) => ({ text, present: index === present })).slice(from, from + indexSize);
}

function toContentSlides(section: Section, pieces: readonly Piece[], metrics: TextMetrics): ContentSlide[] {
  const heading = { nodes: section.title, fraction: "" };
  let kept = [...pieces];
  for (;;) {
    const atoms = kept.flatMap((piece) => ("atom" in piece ? piece.atom : []));
    const packed = packAtoms(atoms, heading, metrics);
    const stranded = findStranded(packed, atoms, heading, metrics) ?? findCostly(packed, atoms, heading, metrics);
    if (stranded !== undefined) {
      kept = kept.map((piece) => ("atom" in piece && piece.atom === stranded ? { note: toNotes(piece.block) } : piece));
      continue;
    }
    const slides = (packed.length > 0 ? packed : [{ atoms: [], fits: undefined }]).map(
      ({ atoms: shown, fits }, index, all): ContentSlide => ({
        kind: "content",
        id: section.id,
        title: section.title,
        lesson: undefined,
        section: section.id === "" ? undefined : section.id,
        opens: false,
        anchors: shown.flatMap(anchorsOf),
        notes: [],
        words: 0,
        part: index + 1,
        parts: all.length,
        atoms: shown,
        fits,
      }),
    );
    for (const slide of slides) slide.words = countSlideWords(slide.atoms, toHeading(slide));
    giveNotes(kept, slides);
    return slides;
  }
}

/**
 * A sentence that introduces what no slide holds together with it, or a listing that would fit whole without it:
 * it is said instead.
 */
function findStranded(
  packed: readonly Packed[],
  atoms: readonly Atom[],
  heading: Heading,
  metrics: TextMetrics,
): Atom | undefined {
  const left = packed
    .slice(0, -1)
    .map(({ atoms: shown }) => shown.at(-1))
    .find(isLead);
  if (left !== undefined) return left;
  for (const { atoms: shown } of packed) {
    const last = shown.at(-1);
    const next = atoms[atoms.indexOf(shown.at(-1) as Atom) + 1];
    if (last?.kind !== "lines" || next?.kind !== "lines" || last.source !== next.source) continue;
    const listing = atoms.filter((atom) => atom.kind === "lines" && atom.source === last.source);
    const before = atoms[atoms.indexOf(listing[0] as Atom) - 1];
    if (isLead(before) && packAtoms(listing, heading, metrics).length === 1) return before;
  }
  return undefined;
}

function isLead(atom: Atom | undefined): boolean {
  return atom?.kind === "text" && atom.glued;
}

/** A sentence without which the section takes fewer slides. */
function findCostly(
  packed: readonly Packed[],
  atoms: readonly Atom[],
  heading: Heading,
  metrics: TextMetrics,
): Atom | undefined {
  if (packed.length < 2) return undefined;
  return atoms.find((atom) => {
    if (atom.kind !== "text" || atom.cut) return false;
    const others = atoms.filter((other) => other !== atom);
    return others.length > 0 && packAtoms(others, heading, metrics).length < packed.length;
  });
}

// What is said of a block is said on the slide that shows it, or shows what came before it.
function giveNotes(pieces: readonly Piece[], slides: readonly ContentSlide[]): void {
  let [slide] = slides;
  for (const piece of pieces) {
    if ("note" in piece) {
      slide?.notes.push(...piece.note);
      continue;
    }
    slide = slides.find(({ atoms }) => atoms.includes(piece.atom)) ?? slide;
    const large = slide?.fits?.["16:9"].form === "grande";
    slide?.notes.push(...((large ? piece.atom.notesWhenLarge : undefined) ?? piece.atom.notes));
  }
}

function anchorsOf(atom: Atom): string[] {
  if (atom.kind === "row")
    return atom.cells === atom.source.rows[0] && atom.source.id !== undefined ? [atom.source.id] : [];
  return "id" in atom && atom.id !== undefined ? [atom.id] : [];
}

function takeId(taken: Set<string>, wanted: string): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

function toTitleSlide({ slug, title, summary, position }: DeckLesson, above: string, metrics: TextMetrics): TitleSlide {
  return {
    kind: "title",
    id: titleId,
    title: [{ type: "text", value: title }],
    lesson: slug,
    section: undefined,
    opens: false,
    anchors: [],
    notes: [],
    words: 0,
    above,
    summary,
    position: { ...position, last: position.number },
    smaller: fitTitle(title, metrics),
  };
}

/** Whether a title takes more than two lines at its full size. */
export function fitTitle(title: string, metrics: TextMetrics): Record<Ratio, boolean> {
  const { size, letterSpacing } = titleSlide.large;
  const runs = toRuns([{ type: "text", value: title }], size, "bold").map((run) => ({ ...run, letterSpacing }));
  return {
    "16:9": countLines(runs, bodyWidth["16:9"], metrics) > 2,
    "4:3": countLines(runs, bodyWidth["4:3"], metrics) > 2,
  };
}
