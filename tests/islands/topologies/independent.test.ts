import { UndirectedGraph } from "graphology";
import { connectedComponents, countConnectedComponents } from "graphology-components";
import { diameter } from "graphology-metrics/graph";
import { singleSourceLength } from "graphology-shortest-path/unweighted";
import { expect, test } from "vitest";
import type { Expectation } from "../../../src/islands/topologies/expectation.ts";
import type { Graph, Link } from "../../../src/islands/topologies/graph.ts";
import { expectedAfterFailures, type Measures, measure } from "../../../src/islands/topologies/model.ts";
import { upTo } from "./classic-graphs.ts";

// graphology answers what it can by itself; cuts and failures are found by taking nodes and links out of its graphs.

const seed = 20_260_713;

/** Knuth's linear congruence of MMIX, unlike the generator of the model. */
function draws(start: number) {
  let state = BigInt(start);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 33n) / 2 ** 31;
  };
}

function randomGraph(random: () => number): Graph {
  const n = 1 + Math.floor(random() * 12);
  const density = random();
  const edges = upTo(n).flatMap((i) => upTo(i).flatMap((j) => (random() < density ? [[i, j] as const] : [])));
  return { n, edges: random() < 0.3 ? [...edges, ...edges.map(([a, b]) => [b, a] as const)] : edges };
}

function toLibrary({ n, edges }: Graph): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const node of upTo(n)) graph.addNode(node);
  for (const [from, to] of edges) graph.mergeEdge(from, to);
  return graph;
}

function without(graph: UndirectedGraph, nodes: number[]): UndirectedGraph {
  const rest = graph.copy() as UndirectedGraph;
  for (const node of nodes) rest.dropNode(node);
  return rest;
}

function sets(n: number): number[][] {
  return upTo(2 ** n).map((bits) => upTo(n).filter((node) => bits & (1 << node)));
}

function fewestNodes(graph: UndirectedGraph, n: number): number {
  const parting = sets(n).filter((set) => countConnectedComponents(without(graph, set)) > 1);
  return Math.min(n - 1, ...parting.map((set) => set.length));
}

function fewestLinks(graph: UndirectedGraph, n: number): number {
  const sides = sets(n).filter((set) => set.length > 0 && set.length < n);
  const crossing = sides.map((side) => {
    const inside = new Set(side.map(String));
    return graph.filterEdges((_, __, from, to) => inside.has(from) !== inside.has(to)).length;
  });
  return n === 1 ? 0 : Math.min(...crossing);
}

/** Without the connectivities where trying every set takes too long. */
function measureWithLibrary({ n, edges }: Graph): Partial<Measures> {
  const graph = toLibrary({ n, edges });
  const parts = countConnectedComponents(graph);
  const cutLinks = graph.filterEdges((edge) => {
    const rest = graph.copy() as UndirectedGraph;
    rest.dropEdge(edge);
    return countConnectedComponents(rest) > parts;
  });
  const bridges = cutLinks.map(
    (edge) =>
      graph
        .extremities(edge)
        .map(Number)
        .sort((a, b) => a - b) as Link,
  );
  return {
    links: graph.size,
    ...measureDistancesWithLibrary(graph, parts),
    articulationPoints: upTo(n).filter((node) => countConnectedComponents(without(graph, [node])) > parts),
    bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    ...(n <= 6 ? { nodeConnectivity: fewestNodes(graph, n), edgeConnectivity: fewestLinks(graph, n) } : {}),
  };
}

function measureDistancesWithLibrary(graph: UndirectedGraph, parts: number) {
  if (parts > 1) return { diameter: Infinity, radius: Infinity, averagePath: Infinity };
  if (graph.order === 1) return { diameter: 0, radius: 0, averagePath: 0 };
  const lengths = graph.mapNodes((node) => Object.values(singleSourceLength(graph, node)));
  const sum = lengths.flat().reduce((total, length) => total + length, 0);
  return {
    diameter: diameter(graph),
    radius: Math.min(...lengths.map((row) => Math.max(...row))),
    averagePath: sum / (graph.order * (graph.order - 1)),
  };
}

function expectWithLibrary(graph: Graph, k: number): Expectation {
  const library = toLibrary(graph);
  const cases = sets(graph.n)
    .filter((fallen) => fallen.length === k)
    .map((fallen) => connectedComponents(without(library, fallen)).map((group) => group.length));
  const mean = (of: (sizes: number[]) => number) => cases.reduce((sum, sizes) => sum + of(sizes), 0) / cases.length;
  const left = graph.n - k;
  const reached = mean((sizes) => sizes.reduce((pairs, size) => pairs + size * (size - 1), 0));
  return {
    largestComponent: mean((sizes) => Math.max(0, ...sizes)),
    connectedPairFraction: left < 2 ? null : reached / (left * (left - 1)),
    connectedProbability: mean((sizes) => (sizes.length === 1 ? 1 : 0)),
  };
}

test(`500 random graphs of seed ${seed} measure the same with graphology`, { timeout: 60_000 }, () => {
  const random = draws(seed);
  const graphs = upTo(500).map(() => randomGraph(random));
  for (const graph of graphs) {
    expect({ graph, ...measure(graph) }).toMatchObject({ graph, ...measureWithLibrary(graph) });
  }

  const small = graphs.filter(({ n }) => n <= 6);
  expect(small.length).toBeGreaterThan(150);
  const differences = small.flatMap((graph) =>
    upTo(graph.n + 1).flatMap((k) => {
      const found = expectedAfterFailures(graph, k);
      const expected = expectWithLibrary(graph, k);
      const same = (Object.keys(expected) as (keyof Expectation)[]).every((name) => {
        return found[name] === expected[name] || Math.abs(found[name]! - expected[name]!) < 1e-12;
      });
      return same && (found.connectedPairFraction === null) === k > graph.n - 2 ? [] : [{ graph, k, found, expected }];
    }),
  );
  expect(differences).toEqual([]);
});
