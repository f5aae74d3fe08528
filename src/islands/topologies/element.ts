import { topologies } from "./view.ts";

export const toIsland = () => topologies;
