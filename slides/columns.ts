import type { TextMetrics } from "../src/course/text-metrics.ts";
import type { Cell, TableSource } from "./atom.ts";
import { toRuns } from "./inline.ts";
import { measureLine, measureWidestWord } from "./lines.ts";
import { bodyWidth, cell, secondary, table } from "./theme.ts";

/**
 * Shares of the width of a table in per cent, one per column, the same on every slide that the table takes and in both
 * ratios: at least the widest word, at most the longest cell, and what is left in proportion to the difference.
 */
export function toColumns(source: TableSource, metrics: TextMetrics): number[] {
  const known = computed.get(source);
  if (known !== undefined) return known;
  const columns = computeColumns(source, metrics);
  computed.set(source, columns);
  return columns;
}

const computed = new WeakMap<TableSource, number[]>();

function computeColumns({ head, rows }: TableSource, metrics: TextMetrics): number[] {
  const count = Math.max(head.length, ...rows.map((row) => row.length));
  // The narrow ratio decides, at the size in which the words of all columns fit.
  const width = bodyWidth["4:3"];
  for (const { size } of [table[0], table[1]]) {
    const extents = Array.from({ length: count }, (_, index) => measureColumn(head[index], rows.map((row) => row[index]), index, size, metrics));
    const least = extents.reduce((sum, extent) => sum + extent.least, 0);
    if (least > width && size !== table[1].size) continue;
    const most = extents.reduce((sum, extent) => sum + extent.most, 0);
    return toShares(extents, least, most, width);
  }
  return [];
}

interface Extent {
  least: number;
  most: number;
}

function measureColumn(head: Cell | undefined, cells: (Cell | undefined)[], index: number, size: number, metrics: TextMetrics): Extent {
  const runs = cells.map((one) => toRuns(one?.nodes ?? [], size, index === 0 ? "bold" : "regular"));
  if (head !== undefined) runs.push(toRuns(head.nodes, secondary.size));
  // Two more pixels: one that the line breaker keeps free and one for rounding.
  return {
    least: Math.max(...runs.map((one) => measureWidestWord(one, metrics))) + cell.inline + 2,
    most: Math.max(...runs.map((one) => measureLine(one, metrics))) + cell.inline + 2,
  };
}

function toShares(extents: readonly Extent[], least: number, most: number, width: number): number[] {
  const widths = extents.map((extent) => {
    if (most <= width) return extent.most * (width / most);
    const spread = most - least;
    return extent.least + (spread === 0 ? 0 : ((extent.most - extent.least) / spread) * Math.max(0, width - least));
  });
  const total = widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one) => Math.floor((10000 * one) / total) / 100);
}
