import type { Box, MediaFact, SlideFact, TextFact, TextKind } from "./fact.ts";
import { contrastOf, isUniform, type Pair, pairsIn, type Pixels } from "./pixels.ts";
import { eyes, type Sight, washedOut } from "./sight.ts";

/** What can be wrong with a slide that people look at. */
export type FaultKind =
  | "sobresale"
  | "toca-el-pie"
  | "cortado"
  | "letra-chica"
  | "encimado"
  | "roto"
  | "diminuto"
  | "vacio"
  | "contraste"
  | "palabras"
  | "alto";

export interface Finding {
  kind: FaultKind;
  slide: SlideFact;
  /** The words or the drawing in question. */
  what: string;
  /** What was measured and the limit that it breaks; px, a ratio or words. */
  value: number;
  limit: number;
  /** How it is seen, for a contrast. */
  sight?: string;
}

/** What is asked of a view: a slide is projected, a phone is held in the hand. */
export interface Standard {
  leastSize: Record<TextKind, number>;
  /** Letters from this size on are large ones. CSS px. */
  largeFrom: number;
  /** Nothing when slides grow with what they hold. */
  mostWords: number | undefined;
  isFixed: boolean;
  sights: readonly Sight[];
}

export const projected: Standard = {
  leastSize: { text: 28, code: 22, formula: 20, drawing: 20, footer: 16 },
  largeFrom: 32,
  mostWords: 70,
  isFixed: true,
  sights: [...eyes, washedOut],
};

export const held: Standard = {
  leastSize: { text: 15, code: 13, formula: 11, drawing: 11, footer: 13 },
  largeFrom: 24,
  mostWords: undefined,
  isFixed: false,
  sights: eyes,
};

/** How far letters may stick out, touch, or be cut, in CSS px; a font's box is a little higher than its letters. */
const tolerance = { side: 1, top: 2, cut: 2, size: 0.1, overlap: { width: 4, height: 8 }, height: 0.5 };
const leastMedia = 40;

/** What is wrong with one slide as measured. */
export function findFaults(whole: SlideFact, standard: Standard): Finding[] {
  const slide = judgedIn(whole, standard);
  return [
    ...findOutside(slide, standard),
    ...slide.texts
      .filter(({ cut, scrolled }) => cut > tolerance.cut && (standard.isFixed || !scrolled))
      .map(({ words, cut }) => found(slide, "cortado", words, cut, 0)),
    ...findSmall(slide, standard),
    ...findOverlaps(withoutIslands(slide)),
    ...slide.media.flatMap((media) => findBroken(slide, media)),
    ...findCrowd(slide, standard),
  ];
}

// On a phone an island is worked with on the page of its lesson, to which the slide leads.
function judgedIn(slide: SlideFact, { isFixed }: Standard): SlideFact {
  return isFixed ? slide : withoutIslands(slide);
}

function withoutIslands(slide: SlideFact): SlideFact {
  return {
    ...slide,
    texts: slide.texts.filter(({ island }) => !island),
    media: slide.media.filter(({ island }) => !island),
  };
}

/**
 * What is wrong with the colours of a slide, seen as in two pictures of the page: with letters and without.
 * @param scale pixels of the pictures for one CSS px
 * @param from CSS px above the pictures
 */
export function findPale(
  whole: SlideFact,
  standard: Standard,
  [withLetters, without]: readonly [Pixels, Pixels],
  scale: number,
  from: number,
): { findings: Finding[]; least: number } {
  const { largeFrom, isFixed, sights } = standard;
  // An island hides and shows parts of itself between two pictures; its colours have tests of their own.
  const slide = withoutIslands(whole);
  const toArea = (box: Box) => ({
    left: (box.left + slide.place.left) * scale,
    right: (box.right + slide.place.left) * scale,
    top: (box.top + slide.place.top - from) * scale,
    bottom: (box.bottom + slide.place.top - from) * scale,
  });
  const findings: Finding[] = [];
  let least = 21;
  // What a reader has to scroll to is seen on a slide.
  const texts = slide.texts.filter(({ scrolled }) => isFixed || !scrolled);
  for (const [text, lines] of groupByNode(texts)) {
    const pairs: Pair[] = pairsIn(withLetters, without, lines.map(toArea));
    // Where no letter differs from what is behind it, it has the contrast of nothing with nothing.
    const seen = sights.map(({ name, see, least: limits }) => ({
      sight: name,
      ratio: contrastOf(pairs, see) ?? 1,
      limit: text.size >= largeFrom ? limits.large : limits.small,
    }));
    least = Math.min(least, seen[0]?.ratio ?? least);
    const bad = seen.find(({ ratio, limit }) => ratio < limit);
    if (bad !== undefined)
      findings.push({ ...found(slide, "contraste", text.words, bad.ratio, bad.limit), sight: bad.sight });
  }
  for (const media of slide.media) {
    if ((isFixed || !media.scrolled) && !media.broken && isUniform(withLetters, toArea(media)))
      findings.push(found(slide, "vacio", media.name, 0, 0));
  }
  return { findings, least };
}

function groupByNode(texts: readonly TextFact[]): [text: TextFact, lines: TextFact[]][] {
  const nodes = new Map<number, TextFact[]>();
  for (const text of texts) nodes.set(text.node, [...(nodes.get(text.node) ?? []), text]);
  return [...nodes.values()].map((lines) => [lines[0] as TextFact, lines]);
}

function findOutside(slide: SlideFact, { isFixed }: Standard): Finding[] {
  return [...slide.texts, ...slide.media].flatMap((one) => {
    if (!isFixed && one.scrolled) return [];
    const what = nameOf(one);
    const side = Math.max(-one.left, one.right - slide.width);
    if (side > tolerance.side) return [found(slide, "sobresale", what, side, 0)];
    // A slide that grows holds all that stands in it.
    if (!isFixed) return [];
    // Letters of a tight line stand a little above its box.
    const above = -one.top - (tolerance.top - tolerance.side);
    const below = one.bottom - slide.height;
    if (Math.max(above, below) > tolerance.side) return [found(slide, "sobresale", what, Math.max(above, below), 0)];
    const isFooter = "kind" in one && one.kind === "footer";
    const under = one.bottom - slide.floor;
    return slide.kind === "content" && !isFooter && under > tolerance.side
      ? [found(slide, "toca-el-pie", what, under, 0)]
      : [];
  });
}

function findSmall(slide: SlideFact, { leastSize }: Standard): Finding[] {
  return slide.texts
    .filter(({ size, kind }) => size < leastSize[kind] - tolerance.size)
    .map(({ words, size, kind }) => found(slide, "letra-chica", words, size, leastSize[kind]));
}

function findOverlaps(slide: SlideFact): Finding[] {
  const findings: Finding[] = [];
  const all = [...slide.texts, ...slide.media];
  for (const [index, text] of slide.texts.entries()) {
    for (const other of all.slice(index + 1)) {
      if (isOneBlock(text, other)) continue;
      const width = Math.min(text.right, other.right) - Math.max(text.left, other.left);
      const height = Math.min(text.bottom, other.bottom) - Math.max(text.top, other.top);
      if (width > tolerance.overlap.width && height > tolerance.overlap.height)
        findings.push(found(slide, "encimado", `${text.words}» y «${nameOf(other)}`, height, 0));
    }
  }
  return findings;
}

function isOneBlock(one: TextFact, other: TextFact | MediaFact): boolean {
  return one.block === other.block || one.within.includes(other.block) || other.within.includes(one.block);
}

function findBroken(slide: SlideFact, { name, broken, left, right, top, bottom }: MediaFact): Finding[] {
  if (broken) return [found(slide, "roto", name, 0, 0)];
  const size = Math.min(right - left, bottom - top);
  return size < leastMedia ? [found(slide, "diminuto", name, size, leastMedia)] : [];
}

function findCrowd(slide: SlideFact, { mostWords, isFixed }: Standard): Finding[] {
  const { words, body } = slide;
  return [
    ...(mostWords !== undefined && words > mostWords ? [found(slide, "palabras", slide.title, words, mostWords)] : []),
    ...(isFixed && body !== undefined && body.measured > body.available + tolerance.height
      ? [found(slide, "alto", slide.title, body.measured, body.available)]
      : []),
  ];
}

function nameOf(one: TextFact | MediaFact): string {
  return "words" in one ? one.words : one.name;
}

function found(slide: SlideFact, kind: FaultKind, what: string, value: number, limit: number): Finding {
  return { kind, slide, what, value, limit };
}
