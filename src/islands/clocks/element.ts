import { clocks } from "./view.ts";

export const toIsland = () => clocks;
