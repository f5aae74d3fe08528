import { layers } from "./view.ts";

export const toIsland = () => layers;
