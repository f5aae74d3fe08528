import { lightColours } from "../palette.ts";
import type { Look } from "./look.ts";

const sizes = ["title", "quadrantLabel", "pointLabel", "xAxisLabel", "yAxisLabel"];

/** Quadrants on the four grounds of parts. */
export const quadrantLook: Look = {
  config: {
    quadrantChart: {
      chartWidth: 520,
      chartHeight: 520,
      pointRadius: 6,
      pointTextPadding: 8,
      ...Object.fromEntries(sizes.map((name) => [`${name}FontSize`, 15])),
    },
  },
  variables: {
    quadrant1Fill: lightColours["parte-a-fondo"],
    quadrant2Fill: lightColours["parte-b-fondo"],
    quadrant3Fill: lightColours["parte-c-fondo"],
    quadrant4Fill: lightColours["parte-d-fondo"],
    ...Object.fromEntries([1, 2, 3, 4].map((number) => [`quadrant${number}TextFill`, lightColours.tinta])),
    quadrantPointFill: lightColours.tinta,
    quadrantPointTextFill: lightColours.tinta,
    quadrantXAxisTextFill: lightColours.tinta,
    quadrantYAxisTextFill: lightColours.tinta,
    quadrantTitleFill: lightColours.tinta,
    quadrantInternalBorderStrokeFill: lightColours["linea-fuerte"],
    quadrantExternalBorderStrokeFill: lightColours.tinta,
  },
  css: [`.title text { font-weight: 700; }`],
};
