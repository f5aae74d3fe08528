import { lightColours } from "../palette.ts";
import { borders, grounds, type Look, numbered } from "./look.ts";

/** Timelines: a section has the ground of a part. */
export const timelineLook: Look = {
  config: { timeline: { padding: 8, leftMargin: 40, disableMulticolor: false } },
  variables: {
    ...numbered("cScale", 12, (index) => grounds[index]),
    ...numbered("cScaleInv", 12, (index) => borders[index]),
    ...numbered("cScalePeer", 12, (index) => borders[index]),
    ...numbered("cScaleLabel", 12, () => lightColours.tinta),
  },
  css: [`text[font-size="4ex"] { font-size: 15px; font-weight: 700; }`, `.timeline-node line { stroke-width: 1.5px; }`],
};
