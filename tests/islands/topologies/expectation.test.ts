import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Graph } from "../../../src/islands/topologies/graph.ts";
import { expectedAfterFailures, measure } from "../../../src/islands/topologies/model.ts";
import { circulant, complete, cube, heap, hybrid, line, ring, star, upTo } from "./classic-graphs.ts";

interface ExpectedTopology extends Graph {
  random_node_failures_exact: { k: number; E_lcc: number; E_pair_frac_survivors: number | null; P_connected: number }[];
}

const file = new URL("../../fixtures/topologies/esperadas.json", import.meta.url);
const { topologies } = JSON.parse(readFileSync(file, "utf8")) as { topologies: Record<string, ExpectedTopology> };

test.for(Object.entries(topologies))("%s survives as expected", ([, topology]) => {
  expect(topology.random_node_failures_exact).toHaveLength(topology.n);
  for (const { k, E_lcc, E_pair_frac_survivors, P_connected } of topology.random_node_failures_exact) {
    const expected = expectedAfterFailures(topology, k);
    expect(expected.largestComponent).toBeCloseTo(E_lcc, 10);
    expect(expected.connectedProbability).toBeCloseTo(P_connected, 10);
    expect(expected.connectedPairFraction ?? -1).toBeCloseTo(E_pair_frac_survivors ?? -1, 10);
  }
});

const sizes = upTo(14).map((size) => size + 3);

function choose(n: number, k: number): number {
  return k < 0 || k > n || n < 0 ? 0 : upTo(k).reduce((product, i) => (product * (n - i)) / (i + 1), 1);
}

/** Mean of the longest of `gaps` runs that share `left` survivors, by inclusion and exclusion. */
function longestRun(left: number, gaps: number, total: number): number {
  const within = (most: number) =>
    upTo(gaps + 1).reduce((sum, j) => {
      const rest = left - j * (most + 1);
      return rest < 0 ? sum : sum + (-1) ** j * choose(gaps, j) * choose(rest + gaps - 1, gaps - 1);
    }, 0);
  return upTo(left).reduce((sum, most) => sum + 1 - within(most) / total, 0);
}

test("random failures follow their closed forms, for every n up to 16 and every k", () => {
  for (const n of sizes) {
    for (const k of upTo(n - 1)) {
      const label = `n = ${n}, k = ${k}`;
      const inLine = expectedAfterFailures(line(n), k);
      expect.soft(inLine.connectedPairFraction, label).toBeCloseTo(2 / (k + 2), 10);
      expect.soft(inLine.connectedProbability, label).toBeCloseTo((k + 1) / choose(n, k), 10);
      expect.soft(inLine.largestComponent, label).toBeCloseTo(longestRun(n - k, k + 1, choose(n, k)), 9);

      const inStar = expectedAfterFailures(star(n), k);
      expect.soft(inStar.connectedPairFraction, label).toBeCloseTo(1 - k / n, 10);
      expect.soft(inStar.connectedProbability, label).toBeCloseTo(1 - k / n, 10);
      expect.soft(inStar.largestComponent, label).toBeCloseTo(((n - k) ** 2 + k) / n, 10);

      const whole = { largestComponent: n - k, connectedPairFraction: 1, connectedProbability: 1 };
      expect.soft(expectedAfterFailures(complete(n), k), label).toEqual(whole);
    }
  }
});

test("a ring follows its closed forms from the first failure on", () => {
  for (const n of sizes) {
    for (const k of upTo(n - 2).map((fallen) => fallen + 1)) {
      const label = `n = ${n}, k = ${k}`;
      const inRing = expectedAfterFailures(ring(n), k);
      expect.soft(inRing.connectedPairFraction, label).toBeCloseTo(2 / (k + 1), 10);
      expect.soft(inRing.connectedProbability, label).toBeCloseTo(n / choose(n, k), 10);
      expect.soft(inRing.largestComponent, label).toBeCloseTo(longestRun(n - k, k, choose(n - 1, k - 1)), 9);
    }
  }
});

test("fewer failures than κ part nothing, in any graph", () => {
  for (const graph of [circulant(9, 2), cube(3), cube(4), heap(11), hybrid(4, 2)]) {
    const { nodeConnectivity } = measure(graph);
    for (const k of upTo(nodeConnectivity)) expect(expectedAfterFailures(graph, k).connectedProbability).toBe(1);
    expect(expectedAfterFailures(graph, nodeConnectivity).connectedProbability).toBeLessThan(1);
  }
});

test("with all fallen nothing is left, and with one survivor no pair", () => {
  const none = { largestComponent: 0, connectedPairFraction: null, connectedProbability: 0 };
  const one = { largestComponent: 1, connectedPairFraction: null, connectedProbability: 1 };
  for (const n of [1, 2, 16]) {
    expect(expectedAfterFailures(ringOrLess(n), n)).toEqual(none);
    expect(expectedAfterFailures(ringOrLess(n), n - 1)).toEqual(one);
  }
});

const ringOrLess = (n: number) => (n < 3 ? line(n) : ring(n));

test("what cannot fall, or cannot be counted, is refused", () => {
  expect(() => expectedAfterFailures(ring(8), 9)).toThrow(RangeError);
  expect(() => expectedAfterFailures(ring(17), 2)).toThrow(RangeError);
  expect(() => expectedAfterFailures(ring(8), -1)).toThrow(RangeError);
  expect(() => expectedAfterFailures(ring(8), 1.5)).toThrow(RangeError);
  expect(() => expectedAfterFailures({ n: 3, edges: [[2, 2]] }, 1)).toThrow(RangeError);
});
