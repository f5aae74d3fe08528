/** What makes each island live, by its name in `data-isla`. */
const scripts: Record<string, () => Promise<unknown>> = {
  moore: () => import("./moore/element.ts"),
  topologias: () => import("./topologies/element.ts"),
  relojes: () => import("./clocks/element.ts"),
  capas: () => import("./layers/element.ts"),
  pisos: () => import("./floors/element.ts"),
};

/** Makes an island live: its script is fetched the first time. */
export async function loadIsland(island: HTMLElement): Promise<void> {
  await scripts[island.dataset["isla"] ?? ""]?.();
}
