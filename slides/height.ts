import type { Element, ElementContent } from "hast";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import { type Atom, type Group, type ItemAtom, itemsOf, linesOf, type LinesAtom, type RowAtom } from "./atom.ts";
import { elementsOf } from "./clean.ts";
import { toCellRuns, toColumns } from "./columns.ts";
import { toRuns } from "./inline.ts";
import { countLines } from "./lines.ts";
import * as theme from "./theme.ts";
import type { Ratio, Step, TypeSize } from "./theme.ts";

/** Where blocks are set; `width` in CSS px. */
export interface Setting {
  width: number;
  step: Step;
  ratio: Ratio;
  metrics: TextMetrics;
}

/** Height in CSS px of groups one under the other, without figures; `Infinity` if something is too wide. */
export function measureStack(groups: readonly Group[], setting: Setting): number {
  let height = 0;
  for (const [index, group] of groups.entries()) {
    height += measureGroup(group, setting);
    if (index > 0) height += gapAfter(groups[index - 1]);
  }
  return height;
}

/** White space after a group that is not the last. */
export function gapAfter(group: Group | undefined): number {
  return group?.kind === "single" && introduces(group.atom) ? theme.gap.lead : theme.gap.blocks;
}

/** Whether less room than usual separates it from what follows. */
export function introduces(atom: Atom): boolean {
  return atom.kind === "subhead" || (atom.kind === "text" && atom.glued);
}

export function measureText(
  nodes: readonly ElementContent[],
  size: TypeSize,
  width: number,
  metrics: TextMetrics,
): number {
  return countLines(toRuns(nodes, size.size), width, metrics) * size.line;
}

/** Width in CSS px of a listing of so many columns. */
export function measureListing(columns: number, step: Step, ratio: Ratio, metrics: TextMetrics): number {
  return columns * metrics.width("0", { face: "mono", size: theme.code[step].size }) + theme.codeInline[ratio];
}

function measureGroup(group: Group, setting: Setting): number {
  switch (group.kind) {
    case "list":
      return measureItems(group.atoms, setting);
    case "table":
      return measureRows(group.atoms, setting);
    case "code":
      return measureLines(group.atoms, setting);
    case "single":
      return measureSingle(group.atom, setting);
  }
}

function measureItems(atoms: readonly ItemAtom[], setting: Setting): number {
  const ordered = atoms[0]?.source.ordered === true;
  const width = setting.width - (ordered ? theme.list.orderedIndent : theme.list.indent);
  const heights = itemsOf(atoms).map((item) => measureItem(item, theme.text[setting.step], width, setting.metrics));
  return sum(heights) + theme.list.gap * (atoms.length - 1);
}

function measureItem(item: Element, size: TypeSize, width: number, metrics: TextMetrics): number {
  let height = 0;
  let inline: ElementContent[] = [];
  let parts = 0;
  const add = (part: number) => {
    height += part + (parts > 0 ? theme.list.gap : 0);
    parts += 1;
  };
  const flush = () => {
    const lines = countLines(toRuns(inline, size.size), width, metrics);
    if (lines > 0) add(lines * size.line);
    inline = [];
  };
  for (const child of item.children) {
    if (child.type === "element" && (child.tagName === "ul" || child.tagName === "ol")) {
      flush();
      const inner = elementsOf(child).filter(({ tagName }) => tagName === "li");
      const heights = inner.map((one) => measureItem(one, theme.nested, width - theme.list.nestedIndent, metrics));
      add(sum(heights) + theme.list.gap * Math.max(0, inner.length - 1));
    } else if (child.type === "element" && child.tagName === "p") {
      flush();
      add(measureText(child.children, size, width, metrics));
    } else inline.push(child);
  }
  flush();
  return height;
}

function measureRows(atoms: readonly RowAtom[], { width, step, metrics }: Setting): number {
  const source = atoms[0]?.source;
  if (source === undefined) return 0;
  const columns = toColumns(source, metrics).map((share) => (share * width) / 100 - theme.cell.inline);
  const measureRow = (cells: RowAtom["cells"], size: TypeSize, isHead: boolean) => {
    const lines = cells.map((one, index) =>
      countLines(toCellRuns(one, index, size.size, isHead), columns[index] ?? 0, metrics),
    );
    return Math.max(1, ...lines) * size.line + theme.cell.block;
  };
  const head = source.head.length === 0 ? 0 : measureRow(source.head, theme.secondary, true);
  return head + sum(atoms.map(({ cells }) => measureRow(cells, theme.table[step], false)));
}

function measureLines(atoms: readonly LinesAtom[], { width, step, ratio, metrics }: Setting): number {
  const columns = atoms[0]?.columns ?? 0;
  if (measureListing(columns, step, ratio, metrics) > width) return Infinity;
  const { line, block } = theme.code[step];
  return linesOf(atoms).length * line + block;
}

function measureSingle(atom: Exclude<Atom, ItemAtom | RowAtom | LinesAtom>, { width, step, metrics }: Setting): number {
  const size = theme.text[step];
  const compact = theme.compact[step];
  switch (atom.kind) {
    case "text":
      return measureText(atom.nodes, size, width, metrics);
    case "subhead":
      return countLines(toRuns(atom.nodes, size.size, "bold"), width, metrics) * size.line;
    case "formula":
      return atom.tall ? theme.formula.tall : theme.formula.plain;
    case "definition": {
      const name = [
        ...toRuns([{ type: "text", value: atom.term }], size.size, "bold"),
        ...toRuns(
          [{ type: "text", value: atom.english === undefined ? "" : ` ${atom.english}` }],
          theme.secondary.size,
          "italic",
        ),
      ];
      // The highlighter sticks out on both sides, and some room separates the term from its English name.
      const lines = countLines(name, width - 24, metrics);
      return lines * size.line + sum(atom.paragraphs.map((nodes) => measureText(nodes, compact, width, metrics)));
    }
    case "quotation": {
      const inside = width - theme.callout.indent;
      const text = sum(
        atom.paragraphs.map((nodes) => countLines(quoted(nodes, compact.size), inside, metrics) * compact.line),
      );
      const who = [
        ...toRuns([{ type: "text", value: atom.author }], theme.secondary.size, "bold"),
        ...toRuns([{ type: "text", value: atom.detail === undefined ? "" : `, ${atom.detail}` }], theme.secondary.size),
      ];
      return text + countLines(who, inside, metrics) * theme.secondary.line;
    }
    case "question": {
      const words = theme.large.question[step];
      return theme.secondary.line + theme.gap.lead + measureText(atom.nodes, words, width, metrics);
    }
    case "callout": {
      const inside = atom.tone === "ejemplo" ? width : width - theme.callout.indent;
      const labelRuns = toRuns([{ type: "text", value: atom.label ?? "" }], theme.secondary.size, "bold");
      const label = countLines(labelRuns, inside, metrics) * theme.secondary.line;
      return label + measureFlow(atom.body, size, inside, metrics);
    }
    case "figure":
      return 0;
    case "island":
      return theme.bodyHeight;
  }
}

function measureFlow(body: readonly Element[], size: TypeSize, width: number, metrics: TextMetrics): number {
  const heights = body.map((block) => {
    if (block.tagName !== "ul" && block.tagName !== "ol") return measureText(block.children, size, width, metrics);
    const inside = width - (block.tagName === "ol" ? theme.list.orderedIndent : theme.list.indent);
    const items = elementsOf(block).map((item) => measureItem(item, size, inside, metrics));
    return sum(items) + theme.list.gap * Math.max(0, items.length - 1);
  });
  return sum(heights) + theme.gap.lead * Math.max(0, heights.length - 1);
}

/** The marks of a quotation touch its first and last word. */
export function quoted(nodes: readonly ElementContent[], size: number) {
  return [
    { text: "«", face: "regular" as const, size },
    ...toRuns(nodes, size),
    { text: "»", face: "regular" as const, size },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
