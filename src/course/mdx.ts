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
    .map((child) => (separator === " " ? textOf(child).trim() : textOf(child)))
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
  "linkReference",
  "image",
  "imageReference",
  "footnoteReference",
  "mdxJsxTextElement",
  "mdxTextExpression",
]);

function unifyComponents(parent: Node): void {
  if (!("children" in parent)) return;
  const children = parent.children as RootContent[];
  const blocks = parent.type === "mdxJsxFlowElement" ? wrapPhrasing(children) : children;
  parent.children = blocks.flatMap(liftComponents) as typeof parent.children;
  for (const child of childrenOf(parent)) unifyComponents(child);
}

// `<Nota>…</Nota>` alone on its line may arrive inside a paragraph, beside others or by itself.
function liftComponents(node: RootContent): RootContent[] {
  if (node.type !== "paragraph") return [node];
  const written = node.children.filter((child) => !isBlank(child));
  if (written.length === 0 || !written.every(isBlockComponent)) return [node];
  return written.map((child) => ({ ...child, type: "mdxJsxFlowElement" }) as unknown as MdxJsxFlowElement);
}

function isBlockComponent(node: RootContent): boolean {
  return node.type === "mdxJsxTextElement" && blockComponents.has(node.name ?? "");
}

function isBlank(node: RootContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function wrapPhrasing(children: RootContent[]): RootContent[] {
  const wrapped: RootContent[] = [];
  for (const child of children) {
    const last = wrapped.at(-1);
    if (!phrasing.has(child.type)) wrapped.push(child);
    else if (last?.type === "paragraph" && opened.has(last)) extend(last, child as PhrasingContent);
    else if (!isBlank(child)) wrapped.push(openParagraph(child as PhrasingContent));
  }
  for (const node of wrapped) if (node.type === "paragraph" && opened.has(node)) trim(node);
  return wrapped;
}

const opened = new WeakSet<Paragraph>();

function openParagraph(child: PhrasingContent): Paragraph {
  const paragraph: Paragraph = { type: "paragraph", children: [child] };
  if (child.position) paragraph.position = { ...child.position };
  opened.add(paragraph);
  return paragraph;
}

function extend(paragraph: Paragraph, child: PhrasingContent): void {
  paragraph.children.push(child);
  if (paragraph.position && child.position) paragraph.position.end = child.position.end;
}

// Markdown drops the spaces around a paragraph, so those beside the tags of a one-line component go too.
function trim(paragraph: Paragraph): void {
  const [first, last] = [paragraph.children[0], paragraph.children.at(-1)];
  if (first?.type === "text") first.value = first.value.trimStart();
  if (last?.type === "text") last.value = last.value.trimEnd();
  if (last?.type === "text" && last.value === "" && paragraph.children.length > 1) paragraph.children.pop();
}
