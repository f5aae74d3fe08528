import { expect, test } from "vitest";
import { type Damage, intact } from "../../../src/islands/topologies/damage.ts";
import { buildNetwork, type Network } from "../../../src/islands/topologies/network.ts";
import {
  advance,
  type Happening,
  type Simulation,
  startSimulation,
  type Talk,
} from "../../../src/islands/topologies/simulation.ts";
import { upTo } from "./classic-graphs.ts";

const talk: Talk = { seed: 1, heartbeat: 2, timeout: 5, loss: 0, traffic: "par", from: 0, to: 4 };

function run(network: Network, how: Talk, steps: number, damageAt: (step: number) => Damage = () => intact) {
  const simulations = [startSimulation(network)];
  for (const step of upTo(steps)) simulations.push(advance(network, how, damageAt(step), simulations.at(-1)!));
  return simulations;
}

function happeningsOf(simulations: readonly Simulation[]): (Happening & { step: number })[] {
  return simulations.flatMap(({ step, happenings }) => happenings.map((happening) => ({ ...happening, step })));
}

const fallen = (...nodes: number[]): Damage => ({ ...intact, nodes: new Set(nodes) });

test("with all standing every message arrives by the shortest way, and nobody is suspected", () => {
  const simulations = run(buildNetwork("anillo", 8), talk, 60);
  const last = simulations.at(-1)!;
  const arrived = happeningsOf(simulations).filter(({ what }) => what === "delivered");
  expect(arrived.every((one) => one.what === "delivered" && one.hops === 4 && one.extra === 0)).toBe(true);
  expect(last.delivered).toBe(arrived.length);
  expect(last.sent).toBe(30);
  expect(last.delivered + last.messages.length).toBe(last.sent);
  expect(last.suspected.every((suspected) => !suspected)).toBe(true);
});

test("no message is made or unmade: all that were sent arrived, were lost or are on their way", () => {
  for (const kind of ["malla-parcial", "bus", "anillo-unidireccional", "hibrida"] as const) {
    const how: Talk = { ...talk, traffic: "todos", loss: 0.2 };
    for (const now of run(buildNetwork(kind, 12), how, 40, (step) => (step > 10 ? fallen(2) : intact))) {
      expect([kind, now.delivered + now.lost + now.messages.length]).toEqual([kind, now.sent]);
    }
  }
});

test("a fall is noticed τ after the last heartbeat: between τ − Δ + 1 and τ steps, and on average in the middle", () => {
  const network = buildNetwork("malla", 12);
  for (const heartbeat of [1, 2, 3, 4]) {
    for (const timeout of [4, 6, 9]) {
      const delays = upTo(40).flatMap((seed) => {
        const fall = 20;
        const how = { ...talk, seed: seed + 1, heartbeat, timeout };
        const simulations = run(network, how, fall + timeout + 2, (step) => (step >= fall ? fallen(3) : intact));
        const noticed = happeningsOf(simulations).find(({ what }) => what === "suspected");
        return [noticed!.step - fall];
      });
      expect(Math.max(...delays)).toBeLessThanOrEqual(timeout);
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(timeout - heartbeat + 1);
      const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length;
      // Phases are uniform over Δ steps: four deviations of the mean of 40.
      const deviation = Math.sqrt((heartbeat ** 2 - 1) / 12 / delays.length);
      expect(Math.abs(mean - (timeout - (heartbeat - 1) / 2))).toBeLessThanOrEqual(4 * deviation);
    }
  }
});

test("until a fall is noticed messages are lost, and then they go the other way round", () => {
  const simulations = run(buildNetwork("anillo", 8), { ...talk, to: 3 }, 40, (step) =>
    step >= 10 ? fallen(1) : intact,
  );
  const after = happeningsOf(simulations).filter(({ step }) => step > 10);
  const noticed = after.find(({ what }) => what === "suspected")!.step;
  const lost = after.filter(({ what }) => what === "lost");
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.every(({ step }) => step <= noticed + 1)).toBe(true);
  const late = after.filter((one) => one.what === "delivered" && one.step > noticed + 6);
  expect(late.length).toBeGreaterThan(5);
  expect(late.every((one) => one.what === "delivered" && one.hops === 5 && one.extra === 2)).toBe(true);
  expect(simulations.at(-1)!.late).toBeGreaterThan(0);
});

test("who cannot be heard is suspected though it stands: a cut link, or lost heartbeats", () => {
  const cut: Damage = { ...intact, links: new Set(["2-3"]) };
  const suspicions = happeningsOf(run(buildNetwork("anillo", 8), talk, 10, () => cut)).filter(
    ({ what }) => what === "suspected",
  );
  expect(suspicions.map((one) => one.what === "suspected" && [one.node, one.by, one.falsely])).toEqual([
    [2, 3, true],
    [3, 2, true],
  ]);
});

test("with losses p and a time-out of m heartbeats, false suspicions come as often as p to the m", () => {
  const network = buildNetwork("malla", 16);
  const loss = 0.3;
  const heartbeats = 3;
  const steps = 200;
  const how: Talk = { ...talk, seed: 5, heartbeat: 1, timeout: heartbeats, loss };
  const simulations = run(network, how, steps);
  // In each step of each arc, whether its last three heartbeats were lost: the silence of a renewal process.
  const silent = simulations.slice(heartbeats + 20).map(({ suspected }) => suspected.filter(Boolean).length);
  const share = silent.reduce((sum, count) => sum + count, 0) / silent.length / network.arcs.length;
  expect(Math.abs(share - loss ** heartbeats)).toBeLessThan(0.004);
  const doubts = happeningsOf(simulations);
  expect(doubts.some((one) => one.what === "suspected" && one.falsely)).toBe(true);
  expect(doubts.some(({ what }) => what === "trusted")).toBe(true);
});

test("a node that stands up again is trusted at its next heartbeat", () => {
  const simulations = run(buildNetwork("estrella", 8), talk, 40, (step) =>
    step >= 5 && step < 20 ? fallen(6) : intact,
  );
  const trusted = happeningsOf(simulations).filter(({ what }) => what === "trusted");
  expect(trusted.map((one) => one.what === "trusted" && [one.node, one.by])).toContainEqual([6, 0]);
  expect(trusted.every(({ step }) => step > 20 && step <= 22)).toBe(true);
  expect(simulations.at(-1)!.suspected.every((suspected) => !suspected)).toBe(true);
});

test("the same scenario happens the same way", () => {
  const how: Talk = { ...talk, traffic: "todos", loss: 0.1 };
  const network = buildNetwork("distribuida", 16);
  expect(run(network, how, 30)).toEqual(run(network, how, 30));
  expect(happeningsOf(run(network, how, 30))).not.toEqual(happeningsOf(run(network, { ...how, seed: 2 }, 30)));
});
