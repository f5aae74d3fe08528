import { lightColours } from "../palette.ts";
import { borders, type Look, sections } from "./look.ts";

/** Mind maps: only the root is bold; each branch has the ground of a part and lines of its colour. */
export const mindmapLook: Look = {
  config: { layout: "cose-bilkent", mindmap: { padding: 10, maxNodeWidth: 10_000 } },
  variables: {
    git0: lightColours.papel,
    gitBranchLabel0: lightColours.tinta,
    ...sections(),
  },
  css: [
    `.node .label .text-outer-tspan:first-child .text-inner-tspan { font-weight: 400; }`,
    `.node.section-root .label .text-outer-tspan:first-child .text-inner-tspan { font-weight: 700; }`,
    ...["rect", "circle", "path", "polygon"].map(
      (shape) => `.section-root ${shape} { fill: ${lightColours.papel}; stroke: ${lightColours.tinta}; }`,
    ),
    ...borders.map((colour, index) => `.section-edge-${index - 1} { stroke: ${colour}; }`),
  ],
};
