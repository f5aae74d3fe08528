import { html } from "../html.ts";
import type { Island } from "../island.ts";
import { act, press, stepOn } from "./actions.ts";
import { skipped } from "./bet.ts";
import { panelsOf } from "./panel.ts";
import { theRest } from "./rest.ts";
import { readScenario, type Scenario, writeScenario } from "./scenario.ts";
import { logScenario, tellResult, tellScenario } from "./words.ts";

/** Networks side by side: what they cost, and what is left of them when something falls. */
export const topologies: Island<Scenario> = {
  name: "topologias",
  component: "Topologias",
  tag: "isla-topologias",
  title: "Fallos en topologías",
  keys: [
    ["Entrar", "tira o levanta lo que tiene el foco"],
    ["← ↑ ↓ →", "al nodo vecino en esa dirección"],
    ["L", "a un enlace del nodo, y al siguiente"],
    ["N", "del enlace, de vuelta al nodo"],
    ["X", "tira uno al azar en cada red"],
    ["M", "tira el más conectado de cada red"],
    ["R", "levanta todo"],
    ["Z", "deshace"],
    [".", "un paso de los mensajes"],
  ],
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
    const around = theRest();
    return {
      bet: around.drawBet(scenario),
      play: html`<div class="topo-juego">
        <div class="topo-redes redes-${scenario.kinds.length}">
          ${panelsOf(scenario).map(
            (panel) =>
              html`<div class="topo-panel" data-clave="panel-${panel.index}">
                ${around.drawHead(scenario, panel, drawing)}
                ${around.drawNetwork(scenario, panel, `${drawing.key}-${panel.index + 1}`)}
                ${around.drawLegend(scenario, panel)}
              </div>`,
          )}
        </div>
      </div>`,
      controls: around.drawControls(scenario, drawing),
      numbers: around.drawNumbers(scenario, drawing),
      result: html`${tellResult(scenario)}`,
      table: { title: "Ver como tabla de casillas", body: around.drawTable(scenario) },
    };
  },
};

/** What a talk goes through: the networks as they are, then an attack, and what the nodes notice of it. */
function toScenes(start: Scenario): Scenario[] {
  const shown: Scenario = start.bet === undefined ? { ...start, bet: skipped } : start;
  const attacked = act(shown, "ataque", "");
  return [start, ...(start.bet === undefined ? [shown] : []), attacked, { ...attacked, step: attacked.step + 12 }];
}
