// What the build has drawn already: the networks and what stands around them.
export { drawBet, drawControls, drawHead, drawLegend, drawNumbers } from "./board.ts";
export { drawNetwork } from "./drawing.ts";
export { drawTable } from "./table.ts";
