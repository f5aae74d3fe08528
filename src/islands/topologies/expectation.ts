import { type Graph, readLinks } from "./graph.ts";

/** What is left, on average over every way in which k of n nodes can fall. */
export interface Expectation {
  /** Nodes in the largest group of survivors that still communicate. */
  largestComponent: number;
  /** Of the pairs of survivors, the part that still communicates; `null` with fewer than two survivors. */
  connectedPairFraction: number | null;
  /** That the survivors form one group; 0 without survivors, who form none. */
  connectedProbability: number;
}

/** Beyond this many nodes there are too many ways to fall to count them all. */
export const mostNodesCounted = 16;

/**
 * Counts all C(n, k) sets of fallen nodes, so the only rounding is one division.
 * @throws RangeError for more than 16 nodes, k outside 0…n, or a graph that `readLinks` refuses
 */
export function expectedAfterFailures(graph: Graph, k: number): Expectation {
  const { n } = graph;
  const links = readLinks(graph);
  if (n > mostNodesCounted) throw new RangeError(`failures are counted up to ${mostNodesCounted} nodes, not ${n}`);
  if (!Number.isInteger(k) || k < 0 || k > n) throw new RangeError(`${k} of ${n} nodes cannot fall`);

  const around = Array.from({ length: n }, () => 0);
  for (const [low, high] of links) {
    around[low]! |= 1 << high;
    around[high]! |= 1 << low;
  }

  const sizes: number[] = [];
  let sets = 0;
  let largest = 0;
  let pairs = 0;
  let whole = 0;
  for (let survivors = firstSet(n - k); survivors < 1 << n; survivors = nextSet(survivors)) {
    readGroups(survivors, around, sizes);
    sets += 1;
    let most = 0;
    for (const size of sizes) {
      if (size > most) most = size;
      pairs += (size * (size - 1)) / 2;
    }
    largest += most;
    if (sizes.length === 1) whole += 1;
  }
  const left = n - k;
  return {
    largestComponent: largest / sets,
    connectedPairFraction: left < 2 ? null : pairs / (sets * ((left * (left - 1)) / 2)),
    connectedProbability: whole / sets,
  };
}

/** The lowest set of so many bits. */
function firstSet(size: number): number {
  return 2 ** size - 1;
}

/** The next higher set of as many bits, by Gosper's step (HAKMEM, item 175); none follows the empty one. */
function nextSet(set: number): number {
  if (set === 0) return Infinity;
  const lowest = set & -set;
  const ripple = set + lowest;
  return ripple | (((set ^ ripple) >>> 2) / lowest);
}

/** Sizes of the groups that still communicate, into an array that is used again and again. */
function readGroups(survivors: number, around: readonly number[], sizes: number[]): void {
  sizes.length = 0;
  for (let left = survivors; left !== 0;) {
    let group = left & -left;
    let edge = group;
    while (edge !== 0) {
      const node = 31 - Math.clz32(edge);
      edge ^= 1 << node;
      const reached = around[node]! & left & ~group;
      group |= reached;
      edge |= reached;
    }
    sizes.push(countBits(group));
    left &= ~group;
  }
}

/** Of a set of at most 16. */
function countBits(set: number): number {
  const pairs = set - ((set >> 1) & 0x5555);
  const fours = (pairs & 0x3333) + ((pairs >> 2) & 0x3333);
  const bytes = (fours + (fours >> 4)) & 0x0f0f;
  return (bytes + (bytes >> 8)) & 0x1f;
}
