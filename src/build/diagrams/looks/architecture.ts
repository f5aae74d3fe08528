import { lightColours } from "../palette.ts";
import { halo, type Look } from "./look.ts";

/** Services as pictures on paper, in groups that look like those of other types. */
export const architectureLook: Look = {
  config: { architecture: { iconSize: 64, fontSize: 15, padding: 36, seed: 1 } },
  variables: {
    archEdgeColor: lightColours.tinta,
    archEdgeArrowColor: lightColours.tinta,
    archEdgeWidth: "1.5",
    archGroupBorderColor: lightColours["linea-fuerte"],
    archGroupBorderWidth: "1px",
  },
  css: [
    `.node-bkg { stroke-dasharray: 5 4; }`,
    // Lines to the side below a service run through its name.
    `.architecture-services text, .architecture-edges text { ${halo(lightColours.papel)} }`,
  ],
};
