import { lightColours } from "../palette.ts";
import { grounds, type Look } from "./look.ts";

/** Pies: slices on the grounds of parts, with an ink line between them. */
export const pieLook: Look = {
  config: { pie: { textPosition: 0.7 } },
  variables: {
    ...Object.fromEntries(grounds.map((ground, index) => [`pie${index + 1}`, ground])),
    pieTitleTextSize: "15px",
    pieTitleTextColor: lightColours.tinta,
    pieSectionTextSize: "15px",
    pieSectionTextColor: lightColours.tinta,
    pieLegendTextSize: "15px",
    pieLegendTextColor: lightColours.tinta,
    pieStrokeColor: lightColours.tinta,
    pieStrokeWidth: "1.5px",
    pieOuterStrokeColor: lightColours.tinta,
    pieOuterStrokeWidth: "1.5px",
    pieOpacity: "1",
  },
  css: [`.legend rect { stroke: ${lightColours.tinta} !important; }`, `.pieTitleText { font-weight: 700; }`],
};
