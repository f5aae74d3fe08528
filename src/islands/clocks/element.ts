import { defineIsland } from "../element.ts";
import { clocks } from "./view.ts";

defineIsland(clocks.tag, () => clocks);
