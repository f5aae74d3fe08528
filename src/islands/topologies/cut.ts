import type { Link, Neighbours } from "./graph.ts";

/** What leaves a network in more parts when it alone falls. */
export interface Cuts {
  /** Ascending. */
  articulationPoints: number[];
  /** Ascending. */
  bridges: Link[];
}

/**
 * Articulation points and bridges by one walk in depth: Hopcroft and Tarjan, "Algorithm 447" (1973).
 * The walk keeps its own stack, since a line of thousands of nodes would exhaust the engine's.
 */
export function findCuts(neighbours: Neighbours): Cuts {
  const n = neighbours.length;
  const order = neighbours.map(() => -1);
  // The earliest node of the walk that a node's subtree reaches by one link besides those of the walk.
  const low = neighbours.map(() => -1);
  const articulation = new Set<number>();
  const bridges: Link[] = [];
  let visited = 0;

  for (let root = 0; root < n; root += 1) {
    if (order[root] !== -1) continue;
    let childrenOfRoot = 0;
    order[root] = low[root] = visited++;
    const stack = [{ node: root, parent: -1, next: 0 }];
    while (stack.length > 0) {
      const step = stack.at(-1)!;
      const { node, parent } = step;
      const neighbour = neighbours[node]![step.next++];
      if (neighbour !== undefined) {
        if (neighbour === parent) continue;
        if (order[neighbour] === -1) {
          order[neighbour] = low[neighbour] = visited++;
          stack.push({ node: neighbour, parent: node, next: 0 });
        } else {
          low[node] = Math.min(low[node]!, order[neighbour]!);
        }
        continue;
      }
      stack.pop();
      if (parent === -1) continue;
      low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node]! > order[parent]!) bridges.push(node < parent ? [node, parent] : [parent, node]);
      if (parent === root) childrenOfRoot += 1;
      else if (low[node]! >= order[parent]!) articulation.add(parent);
    }
    if (childrenOfRoot > 1) articulation.add(root);
  }

  return {
    articulationPoints: [...articulation].sort((a, b) => a - b),
    bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  };
}
