import { type Content, html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import { askFor } from "./bet.ts";
import { largestGroup } from "./damage.ts";
import { kinds, measureNetwork, mostPorts, type Network } from "./network.ts";
import { kindNames, type Panel, panelsOf } from "./panel.ts";
import { checkPuzzle, writePuzzle } from "./puzzle.ts";
import { theRest } from "./rest.ts";
import { row } from "./row.ts";
import { bounds, puzzles, type Scenario } from "./scenario.ts";
import { count, letterOf, splitGroups } from "./words.ts";

/** The question, or how the answer went. */
export function drawBet(scenario: Scenario): Markup {
  const outcome = scenario.bet === undefined ? undefined : theRest().settle(scenario);
  if (outcome !== undefined) {
    return html`<output class="isla-pregunta" aria-live="off"><strong>La apuesta.</strong> ${outcome.words}</output>
      <button type="button" class="boton" data-clave="otra" data-accion="apostar" data-valor="">
        Apostar de nuevo
      </button>`;
  }
  const { words, choices } = askFor(scenario);
  return html`<p class="isla-pregunta"><strong>La apuesta.</strong> ${words}</p>
    <span class="isla-respuesta">
      <span class="isla-opciones"> ${choices.map((choice) => drawButton("apostar", choice.words, choice.value))} </span>
      <button type="button" class="enlace" data-accion="saltear">Ver sin apostar</button>
    </span>`;
}

function drawButton(action: string, words: string, value = "", classes = ""): Markup {
  return html`<button type="button" class="boton ${classes}" data-accion="${action}" data-valor="${value}">
    ${words}
  </button>`;
}

/** Over each drawing: which network it is, and what it costs. */
export function drawHead(scenario: Scenario, { index, name, network }: Panel, { key, mode }: Drawing): Markup {
  return html`<div class="topo-titulo">
      <p class="topo-nombre">${name}</p>
      ${mode === "page" && html`<div class="topo-eleccion con-guion">${drawKindChoice(scenario, index, key)}</div>`}
    </div>
    <p class="topo-costo">${tellCost(network, mode)}</p>`;
}

function tellCost(network: Network, mode: Drawing["mode"]): string {
  const { links, diameter, nodeConnectivity, edgeConnectivity } = measureNetwork(network);
  const cost =
    network.kind === "bus" ? `1 medio y ${count(links, "bajada", "bajadas")}` : count(links, "enlace", "enlaces");
  if (mode === "slide") return `${cost} · κ ${nodeConnectivity}`;
  const ports = count(mostPorts(network), "puerto", "puertos");
  return `${cost} · hasta ${ports} · diámetro ${diameter} · κ ${nodeConnectivity} · λ ${edgeConnectivity}`;
}

/** Under each drawing: who is with whom, and how the messages fare. */
export function drawLegend(scenario: Scenario, panel: Panel): Markup {
  const { damage, remains, now } = panel;
  const { together, alone } = splitGroups(remains);
  const fallen = damage.nodes.size + damage.links.size;
  const items: Content[] = [
    ...together
      .slice(0, 4)
      .map(
        (group, index) =>
          html`<span class="parte-${"abcd"[index % 4]}">
            <strong>${letterOf(index)}</strong> ${count(group.length, "nodo", "nodos")}
          </span>`,
      ),
    together.length > 4 && html`<span>y ${count(together.length - 4, "grupo más", "grupos más")}</span>`,
    alone.length > 0 && html`<span class="solo">${count(alone.length, "aislado", "aislados")}</span>`,
    fallen > 0 && html`<span class="caido">${count(fallen, "caída", "caídas")}</span>`,
  ];
  return html`<p class="topo-grupos">${items}</p>
    ${now !== undefined && html`<p class="topo-cuentas">${theRest().tellTraffic(scenario, panel, now)}</p>`}`;
}

export function drawControls(scenario: Scenario, { key, mode }: Drawing): Markup {
  const { talk } = scenario;
  const station = { from: 1, to: scenario.stations };
  return html`${drawButton("azar", "Tirar uno al azar", "", "primario")}
    ${drawButton("ataque", "Tirar el más conectado")} ${drawButton("restaurar", "Levantar todo")}
    ${drawSlider("nodos", "Nodos", scenario.stations, bounds.stations)}
    <details class="isla-mas">
      <summary>Mensajes y más</summary>
      <div class="topo-mas">
        <label
          >Redes
          <select data-accion="redes" id="${key}-redes">
            ${[1, 2, 3].map((panels) => html`<option ${scenario.kinds.length === panels && html`selected`}>${panels}</option>`)}
          </select></label
        >
        ${drawField("semilla", "Semilla", talk.seed, bounds.seed)}
        <label
          >Mensajes
          <select data-accion="trafico" id="${key}-trafico">
            <option value="par" ${talk.traffic === "par" && html`selected`}>de un nodo a otro</option>
            <option value="todos" ${talk.traffic === "todos" && html`selected`}>de todos a cualquiera</option>
          </select></label
        >
        ${talk.traffic === "par" && [drawField("de", "de", talk.from + 1, station), drawField("a", "a", talk.to + 1, station)]}
        ${drawSlider("latido", "Latido cada", talk.heartbeat, bounds.heartbeat, "pasos")}
        ${drawSlider("espera", "Espera", talk.timeout, bounds.timeout, "pasos")}
        ${drawSlider("perdida", "Pérdida", Math.round(talk.loss * 100), bounds.lossPercent, "%")}
        ${mode === "slide" && scenario.kinds.map((_, panel) => drawKindChoice(scenario, panel, key))}
      </div>
    </details>`;
}

function drawKindChoice({ kinds: chosen }: Scenario, panel: number, key: string): Markup {
  return html`<label for="${key}-red-${panel}">Red ${panel + 1}</label>
    <select id="${key}-red-${panel}" data-accion="red-${panel}">
      ${kinds.map(
        (kind) => html`<option value="${kind}" ${chosen[panel] === kind && html`selected`}>${kindNames[kind]}</option>`,
      )}
    </select>`;
}

interface Bounds {
  from: number;
  to: number;
  step?: number;
}

function drawSlider(action: string, words: string, value: number, { from, to, step = 1 }: Bounds, unit = ""): Markup {
  return html`<label class="isla-deslizador" data-clave="${action}"
    >${words}
    <input
      type="range"
      data-accion="${action}"
      min="${from}"
      max="${to}"
      step="${step}"
      value="${value}"
      ${unit !== "" && html`aria-valuetext="${value} ${unit}"`}
    />
    <span class="numero">${value}${unit === "%" && " %"}</span></label
  >`;
}

function drawField(action: string, words: string, value: number, { from, to }: Bounds): Markup {
  return html`<label data-clave="${action}"
    >${words} <input type="number" data-accion="${action}" min="${from}" max="${to}" value="${value}"
  /></label>`;
}

/** What is left, now and on average, and the curves. */
export function drawNumbers(scenario: Scenario, drawing: Drawing): Markup {
  const panels = panelsOf(scenario);
  return html`<div>
      <table class="topo-cuadro">
        <caption>
          Pares que todavía se comunican
        </caption>
        <thead>
          <tr>
            <td></td>
            ${panels.map(({ name }) => html`<th scope="col" class="numero">${name.toLowerCase()}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${row(
            "ahora",
            panels.map(({ remains }) => `${remains.pairs} de ${remains.pairsInAll}`),
          )}
          ${row(
            "mayor grupo",
            panels.map(({ remains }) => `${largestGroup(remains)} de ${remains.survivors}`),
          )}
          ${theRest().drawExpectedRows(scenario)}
        </tbody>
      </table>
      ${drawing.mode === "page" && drawPuzzle(scenario, drawing)}
    </div>
    ${theRest().drawExpected(scenario)}`;
}

function drawPuzzle(scenario: Scenario, { key }: Drawing): Markup {
  const verdict = checkPuzzle(scenario);
  return html`<div class="isla-desafio con-guion" role="group" aria-label="Desafío">
    <label for="${key}-desafio"><strong>Desafío</strong></label>
    <select id="${key}-desafio" data-accion="desafio">
      ${puzzles.map(
        (puzzle) =>
          html`<option value="${puzzle}" ${scenario.puzzle === puzzle && html`selected`}>
            ${puzzle === "partir" ? "partir con lo mínimo" : "dos mitades"}
          </option>`,
      )}
    </select>
    <p>${writePuzzle(scenario, scenario.puzzle)}</p>
    <output aria-live="off" class="${verdict.right && "bien"}">${verdict.words}</output>
  </div>`;
}
