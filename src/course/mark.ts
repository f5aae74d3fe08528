import type { RootContent } from "mdast";
import { childrenOf, commentOf, isJsx, type Jsx, type Node, walk } from "./mdx.ts";
import { readHeadings } from "./section.ts";

/**
 * What an author leaves beside words that come from the original notes: `{/* I-15 *\/}` or `{/* V-2 *\/}` numbers an
 * item of them, `{/* F-33 *\/}` a fact that was settled there.
 */
export interface Mark {
  id: string;
  /** The block before which it stands on its own line; the list item or table row at whose end it stands. */
  block: Node;
  /** Anchors of the headings over the block, outermost first; a marked heading is under itself. */
  anchors: string[];
}

/** Whether a mark is a fact that was settled, and not an item of the notes. */
export function isFact(id: string): boolean {
  return id.startsWith("F-");
}

/** The anchor in its page of the note that settles a fact. */
export function factAnchor(id: string): string {
  return id.toLowerCase();
}

/** Whether a block is a note on the words before it: what is exact, or how it was. */
export function isNote(block: Node): block is Jsx {
  return isJsx(block, "Precision") || isJsx(block, "Historia");
}

const idRule = /^[A-Z]-\d+$/;

/** The marks of a lesson, in reading order. One comment may hold several, separated by spaces. */
export function readMarks(tree: Node): Mark[] {
  const headings = new Map(
    readHeadings(tree as Parameters<typeof readHeadings>[0]).map(({ heading, id }) => [heading as Node, id]),
  );
  const marks: Mark[] = [];
  const over: { depth: number; id: string }[] = [];
  for (const [node, ancestors] of walk(tree)) {
    if (node.type === "heading" && headings.has(node)) enter(over, node.depth, headings.get(node) ?? "");
    const ids = (commentOf(node) ?? "").split(/\s+/).filter((word) => idRule.test(word));
    if (ids.length === 0) continue;
    const block = blockOf(node, ancestors);
    if (block === undefined) continue;
    const anchors = [...over];
    if (block.type === "heading") enter(anchors, block.depth, headings.get(block) ?? "");
    marks.push(...ids.map((id) => ({ id, block, anchors: anchors.map((heading) => heading.id) })));
  }
  return marks;
}

function enter(over: { depth: number; id: string }[], depth: number, id: string): void {
  while ((over.at(-1)?.depth ?? 0) >= depth) over.pop();
  over.push({ depth, id });
}

function blockOf(node: Node, ancestors: Node[]): Node | undefined {
  const item = ancestors.findLast(({ type }) => type === "listItem" || type === "tableRow");
  if (item !== undefined) return item;
  const siblings = childrenOf(ancestors.at(-1) ?? node);
  return siblings.slice(siblings.indexOf(node as RootContent) + 1).find((next) => commentOf(next) === undefined);
}
