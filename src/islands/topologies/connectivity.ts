import type { Neighbours } from "./graph.ts";

/**
 * How many links must fall to part some pair: by Menger's theorem, the fewest paths without a common link between
 * one node and any other.
 */
export function edgeConnectivity(neighbours: Neighbours): number {
  const n = neighbours.length;
  let fewest = n === 1 ? 0 : Infinity;
  const flow = toFlow(n);
  neighbours.forEach((others, node) => others.forEach((other) => flow.join(node, other)));
  for (let node = 1; node < n; node += 1) fewest = Math.min(fewest, flow.between(0, node, fewest));
  return fewest;
}

/**
 * How many nodes must fall to part the others, n − 1 for a complete graph: the fewest paths without a common node
 * between two that are not neighbours. It is enough to try a node of least degree against all, and its neighbours
 * among themselves (Esfahanian and Hakimi, 1984).
 */
export function nodeConnectivity(neighbours: Neighbours): number {
  const n = neighbours.length;
  const degrees = neighbours.map((others) => others.length);
  const least = degrees.indexOf(Math.min(...degrees));
  let fewest = Math.min(degrees[least]!, n - 1);

  // Each node is two, in and out, with one arc between them, so that one path passes.
  const flow = toFlow(2 * n);
  for (let node = 0; node < n; node += 1) {
    flow.join(2 * node, 2 * node + 1);
    for (const other of neighbours[node]!) flow.join(2 * node + 1, 2 * other);
  }
  const attempt = (from: number, to: number) => {
    if (from === to || neighbours[from]!.includes(to)) return;
    fewest = Math.min(fewest, flow.between(2 * from + 1, 2 * to, fewest));
  };
  for (let node = 0; node < n; node += 1) attempt(least, node);
  const around = neighbours[least]!;
  around.forEach((from, index) => around.slice(index + 1).forEach((to) => attempt(from, to)));
  return fewest;
}

/** A network of arcs that one path each may take. */
function toFlow(nodes: number) {
  const arcs: number[][] = Array.from({ length: nodes }, () => []);
  const heads: number[] = [];
  let free: boolean[] = [];

  /** An arc, followed by its reverse, which starts closed and opens when a path takes the arc. */
  function join(from: number, to: number): void {
    arcs[from]!.push(heads.push(to) - 1);
    arcs[to]!.push(heads.push(from) - 1);
  }

  /** How many disjoint paths there are, counted up to `enough`. */
  function between(from: number, to: number, enough: number): number {
    free = heads.map((_, arc) => arc % 2 === 0);
    let paths = 0;
    while (paths < enough && augment(from, to)) paths += 1;
    return paths;
  }

  function augment(from: number, to: number): boolean {
    const arrivedBy: number[] = Array.from({ length: nodes }, () => -1);
    const queue = [from];
    for (const node of queue) {
      for (const arc of arcs[node]!) {
        const head = heads[arc]!;
        if (!free[arc] || head === from || arrivedBy[head] !== -1) continue;
        arrivedBy[head] = arc;
        if (head === to) {
          for (let at = to; at !== from; at = heads[arrivedBy[at]! ^ 1]!) {
            free[arrivedBy[at]!] = false;
            free[arrivedBy[at]! ^ 1] = true;
          }
          return true;
        }
        queue.push(head);
      }
    }
    return false;
  }

  return { join, between };
}
