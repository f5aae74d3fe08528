import type { TextMetrics } from "../src/course/text-metrics.ts";
import type { Cell, TableSource } from "./atom.ts";
import { type Run, toRuns } from "./inline.ts";
import { countLines, measureLine, measureWidestWord } from "./lines.ts";
import { bodyWidth, cell, secondary, table } from "./theme.ts";

/**
 * Shares of the width of a table in per cent, one per column, the same on every slide that the table takes and in both
 * ratios: those with which its rows take the fewest lines, the longest cells having the most room.
 */
export function toColumns(source: TableSource, metrics: TextMetrics): number[] {
  const known = computed.get(source);
  if (known !== undefined) return known;
  const columns = computeColumns(source, metrics);
  computed.set(source, columns);
  return columns;
}

/** The runs of a cell: the first column of a table is bold, its head is small. */
export function toCellRuns({ nodes }: Cell, column: number, size: number, isHead: boolean): Run[] {
  return toRuns(nodes, isHead ? secondary.size : size, !isHead && column === 0 ? "bold" : "regular");
}

const computed = new WeakMap<TableSource, number[]>();

// The tightest and the most comfortable setting of a table: the shares have to serve both, the tightest first.
const settings = [
  { width: bodyWidth["4:3"], size: table[1].size, weight: 3 },
  { width: bodyWidth["16:9"], size: table[0].size, weight: 1 },
];

interface Grid {
  width: number;
  /** How much a line counts. */
  weight: number;
  /** By row, by column. */
  rows: Run[][][];
  /** The least width of each column. */
  least: number[];
}

function computeColumns(source: TableSource, metrics: TextMetrics): number[] {
  const grids = settings.map(({ size, ...setting }) => ({ ...setting, ...toGrid(source, size, metrics) }));
  const [narrow] = grids;
  if (narrow === undefined) return [];
  let shares = firstShares(narrow, metrics);
  let lines = countAll(grids, shares, metrics);
  // Room moves from one column to another, in smaller and smaller pieces, while the table gets shorter.
  for (const piece of [8, 4, 2, 1]) {
    for (let improved = true; improved;) {
      improved = false;
      for (const [from, to] of pairs(shares.length)) {
        const moved = shares.map((share, index) => share + (index === to ? piece : index === from ? -piece : 0));
        const count = countAll(grids, moved, metrics);
        if (count >= lines) continue;
        [shares, lines, improved] = [moved, count, true];
      }
    }
  }
  return shares.map((share) => Math.floor(share * 100) / 100);
}

function toGrid({ head, rows }: TableSource, size: number, metrics: TextMetrics): Pick<Grid, "rows" | "least"> {
  const all = [
    ...(head.length === 0 ? [] : [head.map((one, column) => toCellRuns(one, column, size, true))]),
    ...rows.map((row) => row.map((one, column) => toCellRuns(one, column, size, false))),
  ];
  const count = Math.max(0, ...all.map((row) => row.length));
  // Two more pixels: one that the line breaker keeps free and one for rounding.
  const least = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...all.map((row) => measureWidestWord(row[column] ?? [], metrics) + cell.inline + 2)),
  );
  return { rows: all, least };
}

function firstShares({ rows, width, least }: Grid, metrics: TextMetrics): number[] {
  const most = least.map((_, column) =>
    Math.max(0, ...rows.map((row) => measureLine(row[column] ?? [], metrics) + cell.inline + 2)),
  );
  const spare = width - sum(least);
  const spread = sum(most) - sum(least);
  // Where all cells fit on one line, what is left over is shared alike: a column of short phrases needs no more of it.
  const left = Math.max(0, spare - spread) / least.length;
  const filled = spread <= 0 ? 0 : Math.min(1, Math.max(0, spare) / spread);
  const widths = least.map((one, column) => one + ((most[column] ?? one) - one) * filled + left);
  return widths.map((one) => (100 * one) / sum(widths));
}

function countAll(grids: readonly Grid[], shares: readonly number[], metrics: TextMetrics): number {
  let total = 0;
  for (const { rows, width, weight, least } of grids) {
    const widths = shares.map((share) => (share * width) / 100);
    if (widths.some((one, column) => one < (least[column] ?? 0))) return Infinity;
    for (const row of rows) {
      const lines = row.map((runs, column) => countLines(runs, (widths[column] ?? 0) - cell.inline, metrics));
      total += weight * Math.max(1, ...lines);
    }
  }
  return total;
}

function pairs(count: number): [from: number, to: number][] {
  const indices = Array.from({ length: count }, (_, index) => index);
  return indices.flatMap((from) => indices.filter((to) => to !== from).map((to): [number, number] => [from, to]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
