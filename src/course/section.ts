import type { Heading, Root } from "mdast";
import { commentOf, type Node, textOf } from "./mdx.ts";
import { type Place, placeOfNode, type SourceFile } from "./place.ts";
import { toSlug } from "./text.ts";

/** A heading of level 2 or 3 with what stands under it, up to the next of the same or a higher level. */
export interface Section {
  /** The anchor: the slug of the title, or the one fixed by `{/* id: … *\/}` just before the heading. */
  id: string;
  title: string;
  depth: number;
  /** `"6.1"` for the first level-2 section of lesson 6; level 3 has none. */
  number: string | undefined;
  place: Place;
}

/** The sections of a lesson in reading order. Headings of other levels are not sections. */
export function readSections(tree: Root, lesson: number, source: SourceFile): Section[] {
  const sections: Section[] = [];
  let count = 0;
  for (const { heading, id } of readHeadings(tree)) {
    if (heading.depth !== 2 && heading.depth !== 3) continue;
    if (heading.depth === 2) count += 1;
    sections.push({
      id,
      title: textOf(heading).trim(),
      depth: heading.depth,
      number: heading.depth === 2 ? `${lesson}.${count}` : undefined,
      place: placeOfNode(source, heading),
    });
  }
  return sections;
}

/** Every top-level heading with its anchor. */
export function readHeadings(tree: Root): { heading: Heading; id: string }[] {
  const headings: { heading: Heading; id: string }[] = [];
  let fixed: string | undefined;
  for (const node of tree.children) {
    const id = readFixedId(node);
    if (id !== undefined) fixed = id;
    else if (node.type === "heading") {
      headings.push({ heading: node, id: fixed ?? toSlug(textOf(node)) });
      fixed = undefined;
    } else if (commentOf(node) === undefined) fixed = undefined;
  }
  return headings;
}

/** The id in `{/* id: … *\/}`, or nothing when the node is another thing or the id could not be an anchor. */
export function readFixedId(node: Node): string | undefined {
  return /^id:\s*([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(commentOf(node) ?? "")?.[1];
}
