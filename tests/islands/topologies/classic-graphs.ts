import type { Graph } from "../../../src/islands/topologies/graph.ts";

/** The graphs of the books, each with the numbering that its closed forms use. */
export const line = (n: number): Graph => ({ n, edges: upTo(n - 1).map((i) => [i, i + 1]) });
export const ring = (n: number): Graph => ({ n, edges: upTo(n).map((i) => [i, (i + 1) % n]) });
export const star = (n: number): Graph => ({ n, edges: upTo(n - 1).map((i) => [0, i + 1]) });
export const complete = (n: number): Graph => ({
  n,
  edges: upTo(n).flatMap((i) => upTo(i).map((j) => [j, i] as const)),
});
export const heap = (n: number): Graph => ({ n, edges: upTo(n - 1).map((i) => [Math.floor(i / 2), i + 1]) });

/** A tree whose inner nodes have `k` children, `h` levels under the root. */
export function fullTree(k: number, h: number): Graph {
  const n = (k ** (h + 1) - 1) / (k - 1);
  return { n, edges: upTo(n - 1).map((i) => [Math.floor(i / k), i + 1]) };
}

/** Each node linked with those at most `reach` places away around a ring. */
export function circulant(n: number, reach: number): Graph {
  return { n, edges: upTo(n).flatMap((i) => upTo(reach).map((step) => [i, (i + step + 1) % n] as const)) };
}

export function cube(d: number): Graph {
  const n = 2 ** d;
  return { n, edges: upTo(n).flatMap((i) => upTo(d).map((bit) => [i, i ^ (1 << bit)] as const)) };
}

export function grid(a: number, b: number): Graph {
  const edges = upTo(a * b).flatMap((i) => [
    ...(i % b < b - 1 ? [[i, i + 1] as const] : []),
    ...(i < (a - 1) * b ? [[i, i + b] as const] : []),
  ]);
  return { n: a * b, edges };
}

export function torus(a: number, b: number): Graph {
  const edges = upTo(a * b).flatMap((i) => {
    const row = Math.floor(i / b);
    return [[i, row * b + ((i + 1) % b)] as const, [i, (i + b) % (a * b)] as const];
  });
  return { n: a * b, edges };
}

/** A ring of `m` hubs with `p` leaves each. */
export function hybrid(m: number, p: number): Graph {
  const leaves = upTo(m * p).map((leaf) => [Math.floor(leaf / p), m + leaf] as const);
  return { n: m * (p + 1), edges: [...ring(m).edges, ...leaves] };
}

/** A root, `c` hubs and `p` leaves of each. */
export function decentralised(c: number, p: number): Graph {
  const leaves = upTo(c * p).map((leaf) => [1 + Math.floor(leaf / p), 1 + c + leaf] as const);
  return { n: 1 + c * (1 + p), edges: [...upTo(c).map((hub) => [0, hub + 1] as const), ...leaves] };
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
