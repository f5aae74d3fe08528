import { defineIsland } from "../element.ts";
import { bring } from "./rest.ts";
import { topologies } from "./view.ts";

async function fetchRest(): Promise<void> {
  const [around, later] = await Promise.all([import("./around.ts"), import("./later.ts")]);
  bring({ ...around, ...later });
}

defineIsland(topologies.tag, () => topologies, fetchRest);
