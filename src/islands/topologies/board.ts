import { drawAnswer, drawChallenge, drawQuestion } from "../bet.ts";
import { drawButton, drawChoice, drawNumberField, drawSlider } from "../controls.ts";
import { type Content, html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import { drawRow, drawTable } from "../table.ts";
import { askFor } from "./bet.ts";
import { largestGroup } from "./damage.ts";
import { drawExpected, drawExpectedRows, settle } from "./expected.ts";
import { count, letterOf, splitGroups } from "./names.ts";
import { kinds, measureNetwork, mostPorts, type Network } from "./network.ts";
import { kindNames, type Panel, panelsOf } from "./panel.ts";
import { checkPuzzle, writePuzzle } from "./puzzle.ts";
import { bounds, type Scenario } from "./scenario.ts";
import { tellTraffic } from "./talk.ts";

/** The question, or how the answer went. */
export function drawBet(scenario: Scenario): Markup {
  if (scenario.bet !== undefined) return drawAnswer(settle(scenario).words);
  const { words, choices } = askFor(scenario);
  return drawQuestion(words, choices);
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
    ${now !== undefined && html`<p class="topo-cuentas">${tellTraffic(scenario, panel, now)}</p>`}`;
}

export function drawControls(scenario: Scenario, { key, mode }: Drawing): Markup {
  const { talk } = scenario;
  const station = { from: 1, to: scenario.stations };
  const lost = Math.round(talk.loss * 100);
  const share = `${lost} %`;
  const traffic = [
    ["par", "de un nodo a otro"],
    ["todos", "de todos a cualquiera"],
  ] as const;
  return html`${drawButton("azar", "Tirar uno al azar", { kind: "primario" })}
    ${drawButton("ataque", "Tirar el más conectado")} ${drawButton("restaurar", "Levantar todo")}
    ${drawSlider("nodos", "Nodos", scenario.stations, bounds.stations)}
    <details class="isla-mas">
      <summary>Mensajes y más</summary>
      <div class="topo-mas">
        <label>Redes ${drawChoice("redes", panelCounts, scenario.kinds.length)}</label>
        ${drawNumberField("semilla", "Semilla", talk.seed, bounds.seed)}
        <label>Mensajes ${drawChoice("trafico", traffic, talk.traffic)}</label>
        ${talk.traffic === "par" && [drawNumberField("de", "de", talk.from + 1, station), drawNumberField("a", "a", talk.to + 1, station)]}
        ${drawSlider("latido", "Latido cada", talk.heartbeat, bounds.heartbeat, { spoken: `${talk.heartbeat} pasos` })}
        ${drawSlider("espera", "Espera", talk.timeout, bounds.timeout, { spoken: `${talk.timeout} pasos` })}
        ${drawSlider("perdida", "Pérdida", lost, bounds.lossPercent, { spoken: share, shown: share })}
        ${mode === "slide" && scenario.kinds.map((_, panel) => drawKindChoice(scenario, panel, key))}
      </div>
    </details>`;
}

const panelCounts = [1, 2, 3].map((panels) => [panels, String(panels)] as const);

function drawKindChoice({ kinds: chosen }: Scenario, panel: number, key: string): Markup {
  const id = `${key}-red-${panel}`;
  const options = kinds.map((kind) => [kind, kindNames[kind]] as const);
  return html`<label for="${id}">Red ${panel + 1}</label> ${drawChoice(`red-${panel}`, options, chosen[panel], id)}`;
}

/** What is left, now and on average, and the curves. */
export function drawNumbers(scenario: Scenario): Markup {
  const panels = panelsOf(scenario);
  return html`<div>
      ${drawTable(
        {
          caption: "Pares que todavía se comunican",
          heads: ["", ...panels.map(({ name }) => name.toLowerCase())],
          numbersFrom: 1,
          kind: "topo-cuadro",
        },
        [
          drawRow(["ahora", ...panels.map(({ remains }) => `${remains.pairs} de ${remains.pairsInAll}`)], 1),
          drawRow(
            ["mayor grupo", ...panels.map(({ remains }) => `${largestGroup(remains)} de ${remains.survivors}`)],
            1,
          ),
          ...drawExpectedRows(scenario),
        ],
      )}
      ${drawPuzzle(scenario)}
    </div>
    ${drawExpected(scenario)}`;
}

function drawPuzzle(scenario: Scenario): Markup {
  const tasks = [
    ["partir", "partir con lo mínimo"],
    ["mitades", "dos mitades"],
  ] as const;
  return drawChallenge(
    writePuzzle(scenario, scenario.puzzle),
    checkPuzzle(scenario),
    html`<label class="topo-otro">Otro desafío: ${drawChoice("desafio", tasks, scenario.puzzle)}</label>`,
  );
}
