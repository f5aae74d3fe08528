import { lightColours } from "../palette.ts";
import { borders, halo, type Look, numbered } from "./look.ts";

/** Histories: a branch has the line of a part, and labels stay readable over the lines that they cross. */
export const gitLook: Look = {
  variables: {
    ...numbered("git", 8, (index) => borders[index]),
    ...numbered("gitInv", 8, () => lightColours.tinta),
    ...numbered("gitBranchLabel", 8, () => lightColours.papel),
    commitLabelColor: lightColours.tinta,
    commitLabelBackground: lightColours.papel,
    commitLabelFontSize: "15px",
    tagLabelColor: lightColours.tinta,
    tagLabelBackground: lightColours["resaltador-suave"],
    tagLabelBorder: lightColours.tinta,
    tagLabelFontSize: "15px",
    commitLineColor: lightColours["linea-fuerte"],
  },
  css: [`.commit-label-bkg { fill: none; }`, `.commit-label { ${halo(lightColours.papel)} }`],
};
