import { html } from "../html.ts";
import type { Island } from "../island.ts";
import { act, press, stepOn } from "./actions.ts";
import { skipped } from "./bet.ts";
import { drawBet, drawControls, drawHead, drawLegend, drawNumbers } from "./board.ts";
import { drawNetwork } from "./drawing.ts";
import { panelsOf } from "./panel.ts";
import { readScenario, type Scenario, writeScenario } from "./scenario.ts";
import { drawBoxes } from "./table.ts";
import { logScenario, tellResult, tellScenario } from "./words.ts";

/** Networks side by side: what they cost, and what is left of them when something falls. */
export const topologies: Island<Scenario> = {
  read: readScenario,
  write: writeScenario,
  act,
  press,
  step: stepOn,
  beat: () => 700,
  reveal: (scenario) => (scenario.bet === undefined ? { ...scenario, bet: skipped } : scenario),
  scenes: toScenes,
  tell: tellScenario,
  log: logScenario,
  view: (scenario, drawing) => {
    return {
      bet: drawBet(scenario),
      play: html`<div class="topo-juego">
        <div class="topo-redes redes-${scenario.kinds.length}">
          ${panelsOf(scenario).map(
            (panel) =>
              html`<div class="topo-panel" data-clave="panel-${panel.index}">
                ${drawHead(scenario, panel, drawing)}
                ${drawNetwork(scenario, panel, `${drawing.key}-${panel.index + 1}`)} ${drawLegend(scenario, panel)}
              </div>`,
          )}
        </div>
      </div>`,
      controls: drawControls(scenario, drawing),
      numbers: drawNumbers(scenario),
      result: html`${tellResult(scenario)}`,
      table: drawBoxes(scenario),
    };
  },
};

/** What a talk goes through: the networks as they are, then an attack, and what the nodes notice of it. */
function toScenes(start: Scenario): Scenario[] {
  const shown: Scenario = start.bet === undefined ? { ...start, bet: skipped } : start;
  const attacked = act(shown, "ataque", "");
  return [start, ...(start.bet === undefined ? [shown] : []), attacked, { ...attacked, step: attacked.step + 12 }];
}
