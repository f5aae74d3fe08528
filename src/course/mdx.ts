import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from "satteri";
import { blockComponents } from "./vocabulary.ts";

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
export type Node = Root | RootContent;

/** What the course's Markdown allows; the site compiles lessons with the same switches. */
export const features = {
  frontmatter: true,
  gfm: { footnotes: { label: "Notas", backLabel: "Volver a la llamada {reference}", clobberPrefix: "" } },
  math: true,
};

/**
 * The mdast tree of a lesson, with the positions of the file.
 * A component on one line and the same component on three give the same tree.
 * @throws Error whose message starts with `line:column:` when the MDX is broken
 */
export function parseMdx(source: string): Root {
  const tree = mdxToMdast(source, { features }) as Root;
  unifyComponents(tree);
  return tree;
}

/** Every node below (and with) `node`, in reading order, with its ancestors, nearest last. */
export function* walk(node: Node, ancestors: Node[] = []): Generator<[node: Node, ancestors: Node[]]> {
  yield [node, ancestors];
  for (const child of childrenOf(node)) yield* walk(child, [...ancestors, node]);
}

export function childrenOf(node: Node): RootContent[] {
  return "children" in node ? (node.children as RootContent[]) : [];
}

export function isJsx(node: Node, name?: string): node is Jsx {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
    (name === undefined || node.name === name)
  );
}

/** The text a reader sees below `node`; comments and expressions are not text. */
export function textOf(node: Node): string {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "break") return " ";
  const separator = isBlockParent(node) ? " " : "";
  return childrenOf(node)
    .map(textOf)
    .filter((text) => text !== "")
    .join(separator);
}

/** The comment of `{/* … *\/}`, or nothing when the node is another thing. */
export function commentOf(node: Node): string | undefined {
  if (node.type !== "mdxFlowExpression" && node.type !== "mdxTextExpression") return undefined;
  return /^\s*\/\*\s*([\s\S]*?)\s*\*\/\s*$/.exec(node.value)?.[1];
}

function isBlockParent(node: Node): boolean {
  return childrenOf(node).some(({ type }) =>
    ["paragraph", "list", "listItem", "table", "tableRow", "tableCell", "mdxJsxFlowElement"].includes(type),
  );
}

const phrasing = new Set([
  "text",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
  "inlineMath",
  "break",
  "link",
  "image",
  "footnoteReference",
  "mdxJsxTextElement",
  "mdxTextExpression",
]);

function unifyComponents(parent: Node): void {
  if (!("children" in parent)) return;
  parent.children = parent.children.map(liftComponent) as typeof parent.children;
  if (parent.type === "mdxJsxFlowElement") {
    parent.children = wrapPhrasing(parent.children as RootContent[]) as typeof parent.children;
  }
  for (const child of childrenOf(parent)) unifyComponents(child);
}

// `<Nota>…</Nota>` alone on its line may arrive inside a paragraph of its own.
function liftComponent(node: RootContent): RootContent {
  if (node.type !== "paragraph") return node;
  const [only, ...others] = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  if (only === undefined || others.length > 0 || only.type !== "mdxJsxTextElement") return node;
  if (!blockComponents.has(only.name ?? "")) return node;
  return { ...only, type: "mdxJsxFlowElement" } as unknown as MdxJsxFlowElement;
}

function wrapPhrasing(children: RootContent[]): RootContent[] {
  const wrapped: RootContent[] = [];
  for (const child of children) {
    const last = wrapped.at(-1);
    if (!phrasing.has(child.type)) wrapped.push(child);
    else if (last?.type === "paragraph" && isOpen.has(last)) extend(last, child as PhrasingContent);
    else if (child.type !== "text" || child.value.trim() !== "") wrapped.push(openParagraph(child as PhrasingContent));
  }
  return wrapped;
}

const isOpen = new WeakSet<Paragraph>();

function openParagraph(child: PhrasingContent): Paragraph {
  const paragraph: Paragraph = { type: "paragraph", children: [child] };
  if (child.position) paragraph.position = { ...child.position };
  isOpen.add(paragraph);
  return paragraph;
}

function extend(paragraph: Paragraph, child: PhrasingContent): void {
  paragraph.children.push(child);
  if (paragraph.position && child.position) paragraph.position.end = child.position.end;
}
