import { lightColours } from "../palette.ts";
import type { Look } from "./look.ts";

const axis = { labelFontSize: 15, titleFontSize: 15 };

/** Charts: bars on the ground of a part with its border, lines in its colour. */
export const xychartLook: Look = {
  config: { xyChart: { width: 560, height: 380, titleFontSize: 15, legendFontSize: 15, xAxis: axis, yAxis: axis } },
  variables: {
    xyChart: {
      backgroundColor: "none",
      titleColor: lightColours.tinta,
      dataLabelColor: lightColours.tinta,
      legendTextColor: lightColours.tinta,
      ...Object.fromEntries(
        ["x", "y"].flatMap((name) =>
          ["LabelColor", "TitleColor", "TickColor", "LineColor"].map((part) => [
            `${name}Axis${part}`,
            lightColours.tinta,
          ]),
        ),
      ),
      plotColorPalette: [
        lightColours["parte-a"],
        lightColours["parte-b"],
        lightColours["parte-c"],
        lightColours["parte-d"],
      ].join(","),
    },
  },
  css: [
    ...(["a", "b", "c", "d"] as const).map(
      (part, index) =>
        `.bar-plot-${index} rect { fill: ${lightColours[`parte-${part}-fondo`]}; stroke: ${lightColours[`parte-${part}`]}; stroke-width: 1.5px; }`,
    ),
    `.chart-title text { font-weight: 700; }`,
  ],
};
