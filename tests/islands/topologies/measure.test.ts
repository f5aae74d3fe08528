import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Graph } from "../../../src/islands/topologies/graph.ts";
import { measure } from "../../../src/islands/topologies/model.ts";
import {
  circulant,
  complete,
  cube,
  decentralised,
  fullTree,
  grid,
  heap,
  hybrid,
  line,
  ring,
  star,
  torus,
  upTo,
} from "./classic-graphs.ts";

interface ExpectedTopology extends Graph {
  links: number;
  node_connectivity: number;
  edge_connectivity: number;
  articulation_points: number[];
  bridges: [number, number][];
  diameter: number;
  radius: number;
  avg_path: number;
}

const file = new URL("../../fixtures/topologies/esperadas.json", import.meta.url);
const { topologies } = JSON.parse(readFileSync(file, "utf8")) as { topologies: Record<string, ExpectedTopology> };

test.for(Object.entries(topologies))("%s measures what it should", ([, topology]) => {
  const { averagePath, ...measures } = measure(topology);
  expect(measures).toEqual({
    links: topology.links,
    diameter: topology.diameter,
    radius: topology.radius,
    nodeConnectivity: topology.node_connectivity,
    edgeConnectivity: topology.edge_connectivity,
    articulationPoints: topology.articulation_points,
    bridges: topology.bridges,
  });
  expect(averagePath).toBeCloseTo(topology.avg_path, 12);
});

/** A graph beside the closed forms of its kind. */
type Case = [name: string, graph: Graph, expected: Row];
type Row = [links: number, κ: number, λ: number, articulation: number, bridges: number, diameter: number, mean: number];

const pairs = (n: number) => (n * (n - 1)) / 2;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const ringMean = (n: number) => (n % 2 === 0 ? n ** 2 / (4 * (n - 1)) : (n + 1) / 4);
const torusMean = (a: number) => (a % 2 === 0 ? a / 4 : (a ** 2 - 1) / (4 * a));
const half = Math.floor;

const sizes = upTo(22).map((size) => size + 3);
const cases: Case[] = [
  ...sizes.map((n): Case => [`línea ${n}`, line(n), [n - 1, 1, 1, n - 2, n - 1, n - 1, (n + 1) / 3]]),
  ...sizes.map((n): Case => [`anillo ${n}`, ring(n), [n, 2, 2, 0, 0, half(n / 2), ringMean(n)]]),
  ...sizes.map((n): Case => [`estrella ${n}`, star(n), [n - 1, 1, 1, 1, n - 1, 2, (2 * (n - 1)) / n]]),
  ...sizes.map((n): Case => [`completa ${n}`, complete(n), [pairs(n), n - 1, n - 1, 0, 0, 1, 1]]),
  ...sizes.slice(3).map((n): Case => {
    const mean = sum(upTo(n - 1).map((i) => Math.ceil(Math.min(i + 1, n - i - 1) / 2))) / (n - 1);
    return [`circulante ${n}`, circulant(n, 2), [2 * n, 4, 4, 0, 0, Math.ceil(half(n / 2) / 2), mean]];
  }),
  ...sizes.map((n): Case => {
    const tree = heap(n);
    const size = upTo(n).map(() => 1);
    for (let node = n - 1; node > 0; node -= 1) size[half((node - 1) / 2)]! += size[node]!;
    const mean = sum(size.map((below) => below * (n - below))) / pairs(n);
    const depth = (node: number) => half(Math.log2(node + 1));
    // The farthest two hang from the root's two children, or the last row is only the root's first half.
    const rowStart = 2 ** depth(n - 1) - 1;
    const reachesRight = n - 1 >= rowStart + 2 ** (depth(n - 1) - 1);
    return [`montículo ${n}`, tree, [n - 1, 1, 1, half(n / 2), n - 1, 2 * depth(n - 1) - (reachesRight ? 0 : 1), mean]];
  }),
  ...[2, 3, 4].flatMap((k) =>
    [1, 2, 3].map((h): Case => {
      const n = (k ** (h + 1) - 1) / (k - 1);
      const under = (d: number) => (k ** (h - d + 1) - 1) / (k - 1);
      const wiener = sum(upTo(h).map((d) => k ** (d + 1) * under(d + 1) * (n - under(d + 1))));
      return [
        `árbol ${k} ${h}`,
        fullTree(k, h),
        [n - 1, 1, 1, (k ** h - 1) / (k - 1), n - 1, 2 * h, wiener / pairs(n)],
      ];
    }),
  ),
  ...[1, 2, 3, 4, 5].map((d): Case => {
    const mean = (d * 2 ** (d - 1)) / (2 ** d - 1);
    return [`hipercubo ${d}`, cube(d), [d * 2 ** (d - 1), d, d, 0, d === 1 ? 1 : 0, d, mean]];
  }),
  ...[2, 3, 4, 5, 6].flatMap((a) =>
    [2, 3, 5].map((b): Case => [
      `rejilla ${a}×${b}`,
      grid(a, b),
      [2 * a * b - a - b, 2, 2, 0, 0, a + b - 2, (a + b) / 3],
    ]),
  ),
  ...[3, 4, 5, 6].flatMap((a) =>
    [3, 4, 5].map((b): Case => {
      const n = a * b;
      const mean = ((torusMean(a) + torusMean(b)) * n) / (n - 1);
      return [`toro ${a}×${b}`, torus(a, b), [2 * n, 4, 4, 0, 0, half(a / 2) + half(b / 2), mean]];
    }),
  ),
  ...[3, 4, 5, 6].flatMap((m) =>
    [1, 2, 3, 4].map((p): Case => {
      const n = m * (p + 1);
      const inRing = ringMean(m) * pairs(m);
      const wiener = inRing * (1 + p) ** 2 + m ** 2 * p + m * p * (p - 1) + p ** 2 * m * (m - 1);
      return [`híbrida ${m}+${p}`, hybrid(m, p), [n, 1, 1, m, m * p, half(m / 2) + 2, wiener / pairs(n)]];
    }),
  ),
  ...[2, 3, 4].flatMap((c) =>
    [2, 3, 4].map((p): Case => {
      const n = 1 + c * (1 + p);
      const toHubs = c + 3 * c * p + c * (c - 1) + 3 * c * (c - 1) * p;
      const wiener = toHubs + c * p * (p - 1) + 2 * c * (c - 1) * p ** 2;
      return [`descentralizada ${c}×${p}`, decentralised(c, p), [n - 1, 1, 1, c + 1, n - 1, 4, wiener / pairs(n)]];
    }),
  ),
];

test("the closed forms hold over a range of sizes", () => {
  for (const [name, graph, [links, κ, λ, articulation, bridges, diameter, mean]] of cases) {
    const found = measure(graph);
    expect.soft([found.links, found.nodeConnectivity, found.edgeConnectivity], name).toEqual([links, κ, λ]);
    expect.soft([found.articulationPoints.length, found.bridges.length], name).toEqual([articulation, bridges]);
    expect.soft(found.diameter, name).toBe(diameter);
    expect.soft(found.averagePath, name).toBeCloseTo(mean, 12);
  }
  expect(cases.length).toBeGreaterThan(150);
});

describe("the edges of the domain", () => {
  test("repeated links count once, in either direction", () => {
    const once = measure({
      n: 3,
      edges: [
        [0, 1],
        [1, 2],
      ],
    });
    expect(
      measure({
        n: 3,
        edges: [
          [1, 0],
          [0, 1],
          [2, 1],
          [1, 2],
          [0, 1],
        ],
      }),
    ).toEqual(once);
    expect(once.links).toBe(2);
  });

  test("one node alone measures nothing", () => {
    const zero = { links: 0, diameter: 0, radius: 0, averagePath: 0, nodeConnectivity: 0, edgeConnectivity: 0 };
    expect(measure({ n: 1, edges: [] })).toEqual({ ...zero, articulationPoints: [], bridges: [] });
  });

  test("a parted network is infinitely far apart, and its parts keep their own cuts", () => {
    expect(
      measure({
        n: 6,
        edges: [
          [4, 3],
          [5, 4],
          [0, 1],
        ],
      }),
    ).toEqual({
      links: 3,
      diameter: Infinity,
      radius: Infinity,
      averagePath: Infinity,
      nodeConnectivity: 0,
      edgeConnectivity: 0,
      articulationPoints: [4],
      bridges: [
        [0, 1],
        [3, 4],
        [4, 5],
      ],
    });
  });

  test("what is no graph is refused", () => {
    expect(() => measure({ n: 3, edges: [[1, 1]] })).toThrow(RangeError);
    expect(() => measure({ n: 3, edges: [[0, 3]] })).toThrow(RangeError);
    expect(() => measure({ n: 3, edges: [[-1, 0]] })).toThrow(RangeError);
    expect(() => measure({ n: 3, edges: [[0.5, 1]] })).toThrow(RangeError);
    for (const n of [0, -1, 1.5, Number.NaN, Infinity]) expect(() => measure({ n, edges: [] })).toThrow(RangeError);
  });

  test("a line of 1,000 nodes does not exhaust the stack", () => {
    expect(measure(line(1000)).articulationPoints).toHaveLength(998);
  });
});
