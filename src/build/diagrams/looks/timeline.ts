import { type Look, sections } from "./look.ts";

/** Timelines: a section has the ground of a part. */
export const timelineLook: Look = {
  config: { timeline: { padding: 8, leftMargin: 40, disableMulticolor: false } },
  variables: { ...sections() },
  css: [`text[font-size="4ex"] { font-size: 15px; font-weight: 700; }`, `.timeline-node line { stroke-width: 1.5px; }`],
};
