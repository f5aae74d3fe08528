import { expect, test } from "vitest";
import { intact, nextTarget, pairFraction, remainsOf } from "../../../src/islands/topologies/damage.ts";
import { layOut, area, between } from "../../../src/islands/topologies/layout.ts";
import {
  buildNetwork,
  type Kind,
  kinds,
  measureNetwork,
  mostPorts,
  type Network,
} from "../../../src/islands/topologies/network.ts";
import { attackCurve, exactCurve, tryFailures } from "../../../src/islands/topologies/survival.ts";
import { upTo } from "./classic-graphs.ts";

/** Every set of `k` of the first `n` nodes. */
function subsets(n: number, k: number): number[][] {
  if (k === 0) return [[]];
  return upTo(n).flatMap((last) => subsets(last, k - 1).map((rest) => [...rest, last]));
}

/** By letting every set of nodes fall; sets that leave no pair are no case. */
function countedFraction(network: Network, k: number): number {
  const all = subsets(network.nodes, k).map((set) => remainsOf(network, { ...intact, nodes: new Set(set) }));
  const cases = all.filter(({ pairsInAll }) => pairsInAll > 0);
  return cases.reduce((sum, remains) => sum + pairFraction(remains), 0) / cases.length;
}

test("a curve is the mean over every set of fallen nodes, in each kind of network", () => {
  for (const kind of kinds) {
    const network = buildNetwork(kind, 8);
    const curve = exactCurve(network) ?? [];
    expect([kind, curve.length]).toEqual([kind, 7]);
    for (const [k, share] of curve.entries()) {
      expect.soft(share, `${kind}, ${k} fallen`).toBeCloseTo(countedFraction(network, k), 10);
    }
  }
});

test("experiments agree with what is exact, within four deviations of their mean", () => {
  const runs = 2000;
  for (const kind of kinds) {
    const network = buildNetwork(kind, 12);
    const { mean, low, high } = tryFailures(network, 7, runs);
    for (const [k, share] of (exactCurve(network) ?? []).entries()) {
      // A share lies between 0 and 1, so its variance is at most share · (1 − share).
      const margin = 4 * Math.sqrt((share * (1 - share)) / runs) + 1e-12;
      expect.soft(Math.abs(mean[k]! - share), `${kind}, ${k} fallen`).toBeLessThanOrEqual(margin);
      expect.soft(low[k]! <= high[k]!).toBe(true);
    }
  }
});

test("the same seed gives the same experiment", () => {
  const network = buildNetwork("distribuida", 20);
  expect(tryFailures(network, 3, 50)).toEqual(tryFailures(network, 3, 50));
  expect(tryFailures(network, 3, 50)).not.toEqual(tryFailures(network, 4, 50));
});

/** Sizes of the largest group while the most connected node falls, as in the reference values. */
function largestUnderAttack(kind: Kind, stations: number, falls: number): number[] {
  const network = buildNetwork(kind, stations);
  let damage = intact;
  return upTo(falls).map(() => {
    damage = { ...damage, nodes: new Set([...damage.nodes, nextTarget(network, damage)!]) };
    return Math.max(0, ...remainsOf(network, damage).groups.map(({ length }) => length));
  });
}

test("attacks leave what they should", () => {
  expect(largestUnderAttack("estrella", 8, 1)).toEqual([1]);
  expect(largestUnderAttack("cubo", 8, 4)).toEqual([7, 6, 4, 1]);
  expect(largestUnderAttack("malla-parcial", 8, 4)).toEqual([7, 6, 4, 2]);
  expect(largestUnderAttack("anillo", 8, 4)).toEqual([7, 5, 3, 1]);
  expect(largestUnderAttack("arbol", 8, 2)).toEqual([4, 2]);
  expect(largestUnderAttack("hibrida", 16, 4)).toEqual([12, 4, 4, 1]);
  expect(largestUnderAttack("descentralizada", 16, 3)).toEqual([11, 6, 1]);
  expect(attackCurve(buildNetwork("estrella", 8))).toEqual([1, 0, 0, 0, 0, 0, 0]);
});

function costs(kind: Kind, stations: number): number[] {
  const network = buildNetwork(kind, stations);
  const { links, diameter, nodeConnectivity, edgeConnectivity } = measureNetwork(network);
  return [links, mostPorts(network), diameter, nodeConnectivity, edgeConnectivity];
}

test("what networks cost", () => {
  expect(costs("bus", 8)).toEqual([8, 1, 1, 1, 1]);
  expect(costs("estrella-switch", 8)).toEqual([8, 1, 2, 1, 1]);
  expect(costs("estrella", 8)).toEqual([7, 7, 2, 1, 1]);
  expect(costs("arbol", 8)).toEqual([7, 3, 5, 1, 1]);
  expect(costs("malla", 8)).toEqual([28, 7, 1, 7, 7]);
  expect(costs("malla-parcial", 8)).toEqual([12, 3, 2, 3, 3]);
  expect(costs("cubo", 8)).toEqual([12, 3, 3, 3, 3]);
  expect(costs("secuencial", 8)).toEqual([7, 2, 7, 1, 1]);
  expect(costs("anillo", 8)).toEqual([8, 2, 4, 2, 2]);
  expect(costs("anillo-unidireccional", 8)).toEqual([8, 2, 7, 1, 1]);
  expect(costs("hibrida", 8)).toEqual([8, 3, 4, 1, 1]);
  expect(costs("descentralizada", 16)).toEqual([15, 5, 4, 1, 1]);
  // Baran's arrays of 18 by 18: 901 links at redundancy 3. Here 8 by 8.
  expect(costs("distribuida", 64)[0]).toBe(2 * 8 * 7 + 7 * 7);
});

test("a partial mesh of any size withstands any two failures with the fewest links", () => {
  for (const n of upTo(30).map((size) => size + 4)) {
    const { links, nodeConnectivity } = measureNetwork(buildNetwork("malla-parcial", n));
    expect([n, links, nodeConnectivity]).toEqual([n, Math.ceil((3 * n) / 2), 3]);
  }
});

test("what falls where all pass leaves nobody who communicates", () => {
  const bus = buildNetwork("bus", 8);
  const cut = remainsOf(bus, { ...intact, nodes: new Set([8]) });
  expect([cut.groups.length, cut.pairs, cut.pairsInAll]).toEqual([8, 0, 28]);
  const without = remainsOf(bus, { ...intact, nodes: new Set([3]) });
  expect([without.groups.length, without.pairs, without.pairsInAll]).toEqual([1, 21, 21]);
  const oneWay = buildNetwork("anillo-unidireccional", 8);
  expect(pairFraction(remainsOf(oneWay, { ...intact, links: new Set(["2-3"]) }))).toBe(0.5);
  expect(pairFraction(remainsOf(oneWay, { ...intact, nodes: new Set([5]) }))).toBe(0.5);
});

test("nodes stand inside the drawing, and none touches another", () => {
  for (const kind of kinds) {
    for (const n of [4, 5, 7, 8, 11, 16, 23, 33, 48, 64]) {
      const { points, radius } = layOut(buildNetwork(kind, n));
      const gaps = points.flatMap((point, index) => points.slice(0, index).map((other) => between(point, other)));
      expect.soft(Math.min(...gaps) >= 2 * radius, `${kind} of ${n}`).toBe(true);
      const inside = points.every(({ x, y }) => {
        return x - radius > 4 && x + radius < area.width - 4 && y - radius > 4 && y + radius < area.height - 4;
      });
      expect.soft(inside, `${kind} of ${n}`).toBe(true);
    }
  }
});
