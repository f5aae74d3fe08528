import type { ElementContent, Nodes } from "hast";
import { toString } from "hast-util-to-string";
import type { TextFace } from "../src/course/text-metrics.ts";

/** A stretch of running text in one face and size. */
export interface Run {
  text: string;
  face: TextFace;
  /** CSS px. */
  size: number;
  /** CSS px after every character. */
  letterSpacing?: number;
  /** It is one box that no line break enters, of this width in CSS px whatever its text (a formula). */
  box?: (width: (text: string, face: TextFace, size: number) => number) => number;
}

/** Inline code is drawn a little smaller than the text around it. */
export const codeScale = 0.92;

/** The runs of inline content set in `size`; `\n` is a forced break. White space is as in the source. */
export function toRuns(nodes: readonly ElementContent[], size: number, face: TextFace = "regular"): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === "text") return [{ text: node.value.replace(/\s*\n\s*/gu, " "), face, size }];
    if (node.type !== "element") return [];
    if (node.tagName === "br") return [{ text: "\n", face, size }];
    if (node.tagName === "math") return [toFormulaRun(node, size)];
    if (node.tagName === "sup" || node.tagName === "sub") return toRuns(node.children, size * 0.75, face);
    const inner = faces[node.tagName] ?? face;
    // An italic inside bold text would need a file that the course does not ship: it stays bold.
    const kept = face === "bold" && inner === "italic" ? face : inner;
    return toRuns(node.children, kept === "mono" && face !== "mono" ? size * codeScale : size, kept);
  });
}

const faces: Record<string, TextFace | undefined> = {
  strong: "bold",
  b: "bold",
  dfn: "bold",
  th: "bold",
  em: "italic",
  i: "italic",
  code: "mono",
  kbd: "mono",
  samp: "mono",
};

/** White space around an operator, both sides together, in em: the dictionary of MathML Core, forms infix. */
const operatorSpace = { relation: 2 * 0.2778, other: 2 * 0.2222 };

// Tokens side by side, which is an upper bound for the formulas that stand in a line.
function toFormulaRun(node: Nodes, size: number): Run {
  return {
    text: toString(node),
    face: "regular",
    size,
    box: (width) => measureTokens(node, size, width) + 2,
  };
}

function measureTokens(
  node: Nodes,
  size: number,
  width: (text: string, face: TextFace, size: number) => number,
): number {
  if (!("children" in node)) return 0;
  if (node.type === "element" && ["mi", "mn", "mo", "mtext", "ms"].includes(node.tagName)) {
    const words = toString(node);
    const isVariable = node.tagName === "mi" && [...words].length === 1;
    const isOperator = node.tagName === "mo" && node.properties["fence"] === undefined;
    const space = isOperator ? operatorSpace[/^[+−×·∕/-]$/u.test(words) ? "other" : "relation"] : 0;
    return width(words, isVariable ? "italic" : "regular", size) + space * size;
  }
  return node.children.reduce((sum, child) => sum + measureTokens(child, size, width), 0);
}
