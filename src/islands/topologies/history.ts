import { damageOf, networkOf, type Scenario } from "./scenario.ts";
import { advance, type Simulation, startSimulation } from "./simulation.ts";

interface Past {
  /** What decides each step: the network and the talk, then the falls before it. */
  causes: string[];
  simulations: Simulation[];
}

const pasts = new Map<number, Past>();

/**
 * The simulation of a panel at each step up to now. Nothing but the scenario decides it; the last one computed is kept,
 * and goes on from where they part.
 */
export function historyOf(scenario: Scenario, panel: number): readonly Simulation[] {
  const network = networkOf(scenario.kinds[panel]!, scenario.stations);
  const causes = causesOf(scenario, panel);
  const past = pasts.get(panel);
  const common = past === undefined ? 0 : causes.findIndex((cause, index) => cause !== past.causes[index]);
  const shared = common === -1 ? causes.length : common;
  const simulations = shared === 0 ? [startSimulation(network)] : past!.simulations.slice(0, shared);
  while (simulations.length < causes.length) {
    const last = simulations.at(-1)!;
    simulations.push(advance(network, scenario.talk, damageOf(scenario, panel, last.step), last));
  }
  pasts.set(panel, { causes, simulations });
  return simulations;
}

/** One text for each step, 0 included: the same texts, the same past. */
function causesOf({ kinds, stations, talk, falls, step }: Scenario, panel: number): string[] {
  const causes = Array.from({ length: step + 1 }, () => "");
  causes[0] = JSON.stringify([kinds[panel], stations, talk]);
  for (const fall of falls) {
    if (fall.panel === panel && fall.step < step) causes[fall.step + 1] += ` ${String(fall.part)}`;
  }
  return causes;
}
