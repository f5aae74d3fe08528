import { defineIsland } from "../element.ts";
import { layers } from "./view.ts";

defineIsland(layers.tag, () => layers);
