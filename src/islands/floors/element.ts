import { defineIsland } from "../element.ts";
import { html } from "../html.ts";
import { toFloors } from "./view.ts";

defineIsland("pisos-de-virtualizacion", () => toFloors(html``));
