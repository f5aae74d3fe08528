import { type Damage, type Remains, remainsOf } from "./damage.ts";
import { historyOf } from "./history.ts";
import type { Kind, Network } from "./network.ts";
import { damageOf, networksOf, type Scenario } from "./scenario.ts";
import type { Simulation } from "./simulation.ts";

/** One of the networks that are compared, and all that follows from what fell. */
export interface Panel {
  index: number;
  name: string;
  network: Network;
  damage: Damage;
  remains: Remains;
  /** What the nodes have told one another by now; nothing before the first step. */
  now: Simulation | undefined;
}

const known = new WeakMap<Scenario, Panel[]>();

/** A scenario does not change, so what follows from it is worked out once. */
export function panelsOf(scenario: Scenario): Panel[] {
  const panels = known.get(scenario) ?? workOut(scenario);
  known.set(scenario, panels);
  return panels;
}

function workOut(scenario: Scenario): Panel[] {
  const names = namesOf(scenario);
  return networksOf(scenario).map((network, index) => {
    const damage = damageOf(scenario, index);
    return {
      index,
      name: names[index]!,
      network,
      damage,
      remains: remainsOf(network, damage),
      now: scenario.step === 0 ? undefined : historyOf(scenario, index).at(-1),
    };
  });
}

export const kindNames: Record<Kind, string> = {
  bus: "Bus",
  estrella: "Estrella",
  "estrella-switch": "Estrella con switch",
  arbol: "Árbol",
  malla: "Malla completa",
  "malla-parcial": "Malla parcial",
  cubo: "Cubo",
  secuencial: "Secuencial",
  anillo: "Anillo",
  "anillo-unidireccional": "Anillo de un sentido",
  hibrida: "Híbrida",
  descentralizada: "Descentralizada",
  distribuida: "Distribuida",
};

/** Two of a kind are told apart by number. */
function namesOf({ kinds }: Scenario): string[] {
  return kinds.map((kind, index) => {
    const twin = kinds.some((other, place) => other === kind && place !== index);
    return kindNames[kind] + (twin ? ` ${index + 1}` : "");
  });
}
