import { readFileSync } from "node:fs";
import { join } from "node:path";
import { card as clocksCard } from "../islands/clocks/card.ts";
import { examples as clocksExamples } from "../islands/clocks/examples.ts";
import { clocks } from "../islands/clocks/view.ts";
import { card as floorsCard } from "../islands/floors/card.ts";
import { examples as floorsExamples } from "../islands/floors/examples.ts";
import { drawStacks } from "../islands/floors/table.ts";
import { toFloors } from "../islands/floors/view.ts";
import type { Card, Example, Island } from "../islands/island.ts";
import { card as layersCard } from "../islands/layers/card.ts";
import { examples as layersExamples } from "../islands/layers/examples.ts";
import { layers } from "../islands/layers/view.ts";
import { card as mooreCard } from "../islands/moore/card.ts";
import { examples as mooreExamples } from "../islands/moore/examples.ts";
import { readProcessors } from "../islands/moore/processors.ts";
import { drawData } from "../islands/moore/table.ts";
import { toMoore } from "../islands/moore/view.ts";
import { card as topologiesCard } from "../islands/topologies/card.ts";
import { examples as topologyExamples } from "../islands/topologies/examples.ts";
import { topologies } from "../islands/topologies/view.ts";

/** An island with what is said of it where it stands. */
export type CardedIsland = Island<unknown> & Card;

/** An island as the build knows it, with the states that the laboratory shows. */
export interface ShownIsland {
  island: CardedIsland;
  examples: readonly Example[];
}

let islands: ShownIsland[] | undefined;

/** Every island of the course, in the order of the laboratory. */
export function loadIslands(): ShownIsland[] {
  islands ??= [
    { island: { ...mooreCard, ...loadMoore() }, examples: mooreExamples },
    { island: { ...topologiesCard, ...topologies }, examples: topologyExamples },
    { island: { ...clocksCard, ...clocks }, examples: clocksExamples },
    { island: { ...layersCard, ...layers }, examples: layersExamples },
    { island: { ...floorsCard, ...toFloors(drawStacks()) }, examples: floorsExamples },
  ];
  return islands;
}

/** The island of a component. */
export function loadIsland(component: string): CardedIsland {
  const found = loadIslands().find(({ island }) => island.component === component);
  if (found === undefined) throw new Error(`There is no island ${component}.`);
  return found.island;
}

function loadMoore() {
  const rows = readProcessors(readFileSync(join(process.cwd(), "src/content/procesadores.csv"), "utf8"));
  return toMoore(rows, drawData(rows));
}
