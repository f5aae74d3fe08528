import { defineIsland, type IslandPart } from "./element.ts";

/** What draws each island anew, by its name in `data-isla`. */
const parts: Record<string, () => Promise<IslandPart<unknown>>> = {
  moore: () => import("./moore/element.ts"),
  topologias: () => import("./topologies/element.ts"),
  relojes: () => import("./clocks/element.ts"),
  capas: () => import("./layers/element.ts"),
  pisos: () => import("./floors/element.ts"),
};

/** Makes an island live, and all of its name; what draws it is fetched when somebody is about to touch it. */
export function loadIsland(island: HTMLElement): void {
  const fetchPart = parts[island.dataset["isla"] ?? ""];
  if (fetchPart !== undefined && customElements.get(island.localName) === undefined)
    defineIsland(island.localName, fetchPart);
}
