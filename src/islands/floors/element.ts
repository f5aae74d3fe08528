import { toFloors } from "./view.ts";

export const toIsland = () => toFloors();
