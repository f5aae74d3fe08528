import { readTable } from "./table.ts";
import { toMoore } from "./view.ts";

export const toIsland = (element: HTMLElement) => toMoore(readTable(element));
