import { lightColours } from "../palette.ts";
import type { Look } from "./look.ts";

/** Blocks: a group has the paper of the groups of other types. */
export const blockLook: Look = {
  config: { block: { padding: 10 } },
  css: [
    `.composite.cluster { fill: ${lightColours["papel-2"]} !important; stroke: ${lightColours["linea-fuerte"]} !important; }`,
  ],
};
