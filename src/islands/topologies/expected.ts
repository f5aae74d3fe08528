import type { Verdict } from "../bet.ts";
import { drawButton, drawOptions } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import { capital, list } from "../sentence.ts";
import { drawRow } from "../table.ts";
import { skipped } from "./bet.ts";
import { drawCurves, drawKey, writeShare } from "./chart.ts";
import { curvesOf, expectedPairs, runsOf } from "./curves.ts";
import { count, percent } from "./names.ts";
import { measureNetwork } from "./network.ts";
import { type Panel, panelsOf } from "./panel.ts";
import { toLetter } from "./part.ts";
import type { Scenario } from "./scenario.ts";
import { mostFallen } from "./survival.ts";

/** Part of the pairs that communicates in each network, on average, after two random falls: what the bet is about. */
export function expectedAfterTwo(scenario: Scenario): number[] {
  return panelsOf(scenario).map(({ network }) => expectedPairs(network, 2, scenario.talk.seed));
}

/** The rows of the numbers that the bet keeps back. */
export function drawExpectedRows(scenario: Scenario): Markup[] {
  const panels = panelsOf(scenario);
  const expected = ({ network }: Panel, falls: number) =>
    falls > mostFallen(network) ? "–" : writeShare(expectedPairs(network, falls, scenario.talk.seed));
  return expectedFalls(panels).map((falls) =>
    drawRow(
      [`esperado, ${count(falls, "caída", "caídas")}`, ...panels.map((panel) => expected(panel, falls))],
      1,
      "tras-apuesta",
    ),
  );
}

/** How much communicates after each number of falls, at random or under attack. */
export function drawExpected(scenario: Scenario): Markup {
  return html`<div class="topo-esperado tras-apuesta">
    <p class="topo-subtitulo"><strong>Pares que se comunican según cuántos caen</strong></p>
    ${drawOptions("Caídas", [
      drawButton("curva", "Al azar", { value: "azar", isOn: scenario.failure === "azar" }),
      drawButton("curva", "Al más conectado", { value: "ataque", isOn: scenario.failure === "ataque" }),
    ])}
    ${drawCurves(scenario)} ${drawKey(scenario)}
    <p class="topo-nota">${tellCurves(scenario, panelsOf(scenario))}</p>
  </div>`;
}

/** One, two, and as many as have fallen now. */
function expectedFalls(panels: readonly Panel[]): number[] {
  return [...new Set([1, 2, ...panels.map(({ damage }) => damage.nodes.size)])]
    .filter((falls) => falls > 0)
    .sort((a, b) => a - b);
}

function tellCurves({ failure, talk }: Scenario, panels: readonly Panel[]): string {
  if (failure === "ataque") return "Cae siempre el nodo con más vecinos en pie; entre iguales, el de menor número.";
  const runs = runsOf(panels[0]!.network);
  const known = panels.every(({ network }) => curvesOf(network, talk.seed).exact !== undefined);
  const line = known ? "Línea: el promedio exacto." : "Línea: el promedio, exacto donde se conoce.";
  return `${line} Barras: 95 de cada 100 de ${runs} simulacros con la semilla ${talk.seed}; puntos: su promedio. Marca: el estado de ahora.`;
}

/** What the bet keeps back, in words. */
export function tellExpected(scenario: Scenario): string {
  return `Con dos caídas al azar se siguen comunicando, en promedio, ${tellShares(scenario)}.`;
}

function tellShares(scenario: Scenario): string {
  const shares = expectedAfterTwo(scenario);
  return list(
    panelsOf(scenario).map(({ name }, index) => {
      return `${percent(shares[index]!)}${index === 0 ? " de los pares" : ""} en ${name.toLowerCase()}`;
    }),
  );
}

/** How the bet went. */
export function settle(scenario: Scenario): Verdict {
  const { bet } = scenario;
  const answer = scenario.kinds.length === 1 ? settleOne(scenario) : settleMany(scenario);
  if (bet === skipped) return { right: false, words: capital(answer.words) };
  const right = answer.right === bet;
  return { right, words: `${right ? "✓ Correcto" : "✗ No"}: ${answer.words}` };
}

function settleOne(scenario: Scenario) {
  const { network } = panelsOf(scenario)[0]!;
  const { nodeConnectivity: κ } = measureNetwork(network);
  const holds = κ - 1;
  const words =
    network.kind === "malla"
      ? "ninguna cantidad de caídas parte una malla completa."
      : `κ = ${κ}, así que ${holds === 0 ? "alguna caída sola ya la parte" : `aguanta ${holds} y hay ${κ} que la parten`}.`;
  return { right: String(Math.min(3, holds)), words };
}

function settleMany(scenario: Scenario) {
  const shares = expectedAfterTwo(scenario).map((share) => Math.round(share * 100));
  const best = Math.max(...shares);
  const winners = shares.flatMap((share, panel) => (share === best ? [toLetter(panel)] : []));
  const tied = winners.length === shares.length ? "igual" : undefined;
  return {
    right: tied ?? winners.find((winner) => winner === scenario.bet) ?? winners[0],
    words: `con dos caídas al azar se siguen comunicando, en promedio, ${tellShares(scenario)}.`,
  };
}
