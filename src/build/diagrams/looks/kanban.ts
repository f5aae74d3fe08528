import { lightColours } from "../palette.ts";
import { type Look, sections } from "./look.ts";

/** Boards: cards of paper on columns that look like groups. */
export const kanbanLook: Look = {
  config: { kanban: { padding: 8, sectionWidth: 240 } },
  variables: { ...sections() },
  css: [
    `.node .label .text-outer-tspan:first-child .text-inner-tspan { font-weight: 400; }`,
    `.node .label-container, .node rect { fill: ${lightColours.papel}; stroke: ${lightColours.tinta}; }`,
    `.cluster rect { fill: ${lightColours["papel-2"]} !important; stroke: ${lightColours["linea-fuerte"]} !important; }`,
    `rect.background { fill: none; stroke: none; }`,
  ],
};
