import { lightColours } from "../palette.ts";
import type { Look } from "./look.ts";

/** Entities: the name in bold over rows of attributes, with room between the feet of a line and its label. */
export const erLook: Look = {
  config: {
    layout: "dagre",
    er: { fontSize: 15, minEntityHeight: 40, minEntityWidth: 90, nodeSpacing: 60, rankSpacing: 100 },
  },
  variables: { rowOdd: lightColours["papel-2"], rowEven: lightColours["papel-3"] },
  css: [
    ...["type", "name", "keys", "comment"].map(
      (column) => `.node .label.attribute-${column} .text-outer-tspan .text-inner-tspan { font-weight: 400; }`,
    ),
    `.edgeLabel .label { font-size: 15px; }`,
    `.aca.node .divider path { stroke: var(--sobre-resaltador); }`,
  ],
};
