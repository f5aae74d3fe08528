import { lightColours } from "../palette.ts";
import type { Look } from "./look.ts";

/** Packets, with room for the numbers of bits above each row. */
export const packetLook: Look = {
  config: { packet: { bitWidth: 22, rowHeight: 40, paddingX: 0, paddingY: 24 } },
  variables: {
    packet: {
      byteFontSize: "15px",
      labelFontSize: "15px",
      titleFontSize: "15px",
      startByteColor: lightColours["tinta-2"],
      endByteColor: lightColours["tinta-2"],
      labelColor: lightColours.tinta,
      titleColor: lightColours.tinta,
      blockStrokeColor: lightColours.tinta,
      blockStrokeWidth: "1.5",
      blockFillColor: lightColours.papel,
    },
  },
  css: [`.packetTitle { font-weight: 700; }`],
};
