import type { Look } from "./look.ts";

/** Classes: only their names are bold, and a box without members is not drawn. */
export const classLook: Look = {
  config: { class: { hideEmptyMembersBox: true, padding: 10 } },
  css: [
    ...["annotation-group", "members-group", "methods-group"].map(
      (group) => `.node .${group} .label .text-outer-tspan .text-inner-tspan { font-weight: 400; }`,
    ),
    // Mermaid gives notes no class of their own, and writes its absence.
    `.undefined.node .label .text-outer-tspan .text-inner-tspan { font-weight: 400; }`,
    `.edgeTerminals { font-size: 15px; }`,
    `.aca.node .divider path { stroke: var(--sobre-resaltador); }`,
  ],
};
