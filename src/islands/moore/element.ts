import { defineIsland } from "../element.ts";
import { html } from "../html.ts";
import { readTable } from "./table.ts";
import { toMoore } from "./view.ts";

defineIsland("curvas-de-moore", (element) => toMoore(readTable(element), html``));
