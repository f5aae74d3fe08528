import type { Neighbours } from "./graph.ts";

/** In hops; `Infinity` where some pair has no path, 0 for a single node. */
export interface Distances {
  /** Between the two nodes farthest apart. */
  diameter: number;
  /** From the node whose farthest other is nearest. */
  radius: number;
  /** Mean over all pairs. */
  averagePath: number;
}

export function measureDistances(neighbours: Neighbours): Distances {
  const n = neighbours.length;
  if (n === 1) return { diameter: 0, radius: 0, averagePath: 0 };
  let diameter = 0;
  let radius = Infinity;
  let sum = 0;
  for (let node = 0; node < n; node += 1) {
    const hops = hopsFrom(node, neighbours);
    const farthest = Math.max(...hops);
    diameter = Math.max(diameter, farthest);
    radius = Math.min(radius, farthest);
    sum += hops.reduce((total, count) => total + count, 0);
  }
  return { diameter, radius, averagePath: sum / (n * (n - 1)) };
}

/** How many hops each node is away, `Infinity` where there is no path. */
export function hopsFrom(start: number, neighbours: Neighbours): number[] {
  const hops = neighbours.map(() => Infinity);
  hops[start] = 0;
  const queue = [start];
  for (const node of queue) {
    for (const next of neighbours[node]!) {
      if (hops[next] !== Infinity) continue;
      hops[next] = hops[node]! + 1;
      queue.push(next);
    }
  }
  return hops;
}
