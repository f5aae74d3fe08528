import clocks from "../islands/clocks/island.css?url";
import clocksPage from "../islands/clocks/page.css?url";
import floors from "../islands/floors/island.css?url";
import floorsPage from "../islands/floors/page.css?url";
import layers from "../islands/layers/island.css?url";
import layersPage from "../islands/layers/page.css?url";
import moore from "../islands/moore/island.css?url";
import moorePage from "../islands/moore/page.css?url";
import topologies from "../islands/topologies/island.css?url";
import topologiesPage from "../islands/topologies/page.css?url";

const sheets: Record<string, { drawing: string; page: string }> = {
  moore: { drawing: moore, page: moorePage },
  topologias: { drawing: topologies, page: topologiesPage },
  relojes: { drawing: clocks, page: clocksPage },
  capas: { drawing: layers, page: layersPage },
  pisos: { drawing: floors, page: floorsPage },
};

/** What a page asks for to show the named islands: one sheet for each. */
export function pageSheets(names: readonly string[]): string[] {
  return Object.entries(sheets).flatMap(([name, { page }]) => (names.includes(name) ? [page] : []));
}

/** The sheets of the drawings of the named islands, to stand before what all islands share on a slide. */
export function drawingSheets(names: readonly string[]): string[] {
  return Object.entries(sheets).flatMap(([name, { drawing }]) => (names.includes(name) ? [drawing] : []));
}
