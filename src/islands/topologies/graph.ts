/** Nodes 0…n−1 and undirected links between them, in any order, repeated or not. */
export interface Graph {
  n: number;
  edges: readonly (readonly [number, number])[];
}

/** A link by its two ends, the lower first. */
export type Link = [number, number];

/** For each node, the nodes one hop away. */
export type Neighbours = number[][];

/**
 * The links of a graph once each, ascending.
 * @throws RangeError without nodes, with an end that is no node, or with a link from a node to itself
 */
export function readLinks({ n, edges }: Graph): Link[] {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`a graph has one node or more, not ${n}`);
  const links = new Map<number, Link>();
  for (const [from, to] of edges) {
    for (const end of [from, to]) {
      if (!Number.isInteger(end) || end < 0 || end >= n) throw new RangeError(`${end} is no node of 0…${n - 1}`);
    }
    if (from === to) throw new RangeError(`node ${from} is linked to itself`);
    const [low, high] = from < to ? [from, to] : [to, from];
    links.set(low * n + high, [low, high]);
  }
  return [...links].sort(([a], [b]) => a - b).map(([, link]) => link);
}

export function toNeighbours(n: number, links: readonly Link[]): Neighbours {
  const neighbours: Neighbours = Array.from({ length: n }, () => []);
  for (const [low, high] of links) {
    neighbours[low]!.push(high);
    neighbours[high]!.push(low);
  }
  return neighbours;
}
