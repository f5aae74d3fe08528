/** What a browser measured on a deck whose slides stand one under the other; nothing here judges. CSS px. */

/** A box: from the top left corner of its slide. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a text is, which decides how small it may be. */
export type TextKind = "text" | "code" | "formula" | "drawing" | "footer";

/** One line of one text node. */
export interface TextFact extends Box {
  /** Number of the text node, the same for its lines. */
  node: number;
  words: string;
  kind: TextKind;
  /** Size of its letters as they are seen: inside a drawing, by the drawing's own matrix. */
  size: number;
  /** The block that it belongs to (an item, cell, paragraph, label…) and the blocks around that one. */
  block: number;
  within: readonly number[];
  /** How far it reaches out of an ancestor that cuts off what sticks out. */
  cut: number;
  /** It stands in a frame that the reader scrolls, by keyboard too. */
  scrolled: boolean;
  /** It belongs to an island. */
  island: boolean;
}

/** A drawing, image or canvas. */
export interface MediaFact extends Box {
  name: string;
  block: number;
  within: readonly number[];
  scrolled: boolean;
  /** It belongs to an island. */
  island: boolean;
  /** The file of an image did not come. */
  broken: boolean;
}

/** One slide at one step. */
export interface SlideFact {
  id: string;
  title: string;
  kind: "content" | "title" | "divider";
  /** Anchor of the section of the lesson that it shows. */
  section: string | undefined;
  /** How many of its fragments are shown, in key presses, and how many there are. */
  step: number;
  steps: number;
  /** Of its top left corner, on the page. */
  place: { left: number; top: number };
  width: number;
  height: number;
  /** Where the footer begins, which the body may not touch. */
  floor: number;
  texts: TextFact[];
  media: MediaFact[];
  /** Words that are read, without the footer, drawings and listings. */
  words: number;
  /** Height of the body, and what was computed for it when the slide was cut; nothing on titles and dividers. */
  body: { measured: number; computed: number; available: number } | undefined;
}
