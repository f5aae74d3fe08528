import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examples as clocksExamples } from "../islands/clocks/examples.ts";
import { clocks } from "../islands/clocks/view.ts";
import { examples as floorsExamples } from "../islands/floors/examples.ts";
import { drawTable as drawFloors } from "../islands/floors/table.ts";
import { toFloors } from "../islands/floors/view.ts";
import type { Example, Island } from "../islands/island.ts";
import { examples as layersExamples } from "../islands/layers/examples.ts";
import { layers } from "../islands/layers/view.ts";
import { examples as mooreExamples } from "../islands/moore/examples.ts";
import { readProcessors } from "../islands/moore/processors.ts";
import { drawTable } from "../islands/moore/table.ts";
import { toMoore } from "../islands/moore/view.ts";
import { examples as topologyExamples } from "../islands/topologies/examples.ts";
import { topologies } from "../islands/topologies/whole.ts";

/** An island as the build knows it, with the states that the laboratory shows. */
export interface ShownIsland {
  island: Island<unknown>;
  examples: readonly Example[];
}

let islands: ShownIsland[] | undefined;

/** Every island of the course, in the order of the laboratory. */
export function loadIslands(): ShownIsland[] {
  islands ??= [
    { island: loadMoore(), examples: mooreExamples },
    { island: topologies, examples: topologyExamples },
    { island: clocks, examples: clocksExamples },
    { island: layers, examples: layersExamples },
    { island: toFloors(drawFloors()), examples: floorsExamples },
  ];
  return islands;
}

/** The island of a component. */
export function loadIsland(component: string): Island<unknown> {
  const found = loadIslands().find(({ island }) => island.component === component);
  if (found === undefined) throw new Error(`There is no island ${component}.`);
  return found.island;
}

function loadMoore() {
  const rows = readProcessors(readFileSync(join(process.cwd(), "src/content/procesadores.csv"), "utf8"));
  return toMoore(rows, drawTable(rows));
}
