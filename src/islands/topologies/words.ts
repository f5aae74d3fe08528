import { formatNumber } from "../number.ts";
import { list } from "../sentence.ts";
import { pairFraction, type Remains } from "./damage.ts";
import { expectedAfterTwo, tellExpected } from "./expected.ts";
import { count, nameLink, nameNode, percent, splitGroups, letterOf } from "./names.ts";
import { measureNetwork, type Network } from "./network.ts";
import { type Panel, panelsOf } from "./panel.ts";
import { fallenParts, writePlace } from "./part.ts";
import type { Scenario } from "./scenario.ts";
import { logTalk, suspectedNodes, tellTalk } from "./talk.ts";

export function tellScenario(scenario: Scenario): string[] {
  const panels = panelsOf(scenario);
  return [
    `${list(panels.map(({ name }) => name))}, de ${scenario.stations} nodos.`,
    ...panels.flatMap((panel) => [tellFalls(panel), tellRemains(panel)]),
    ...panels.flatMap((panel) => (panel.now === undefined ? [] : [tellTalk(panel, panel.now)])),
    ...(scenario.bet === undefined ? [] : [tellExpected(scenario)]),
    "Un nodo o un enlace cae, o se levanta, al tocarlo.",
  ];
}

function tellFalls({ name, network, damage }: Panel): string {
  const parts = fallenParts(network, damage);
  const nodes = parts.filter((part) => typeof part === "number");
  const links = parts.filter((part) => typeof part !== "number");
  if (parts.length === 0) return `${name}: todo en pie.`;
  const stations = nodes.filter((node) => node !== network.relay).map((node) => node + 1);
  const fallen = [
    ...(stations.length === 0
      ? []
      : [stations.length === 1 ? `el nodo ${stations[0]}` : `los nodos ${list(stations)}`]),
    ...(network.relay !== undefined && nodes.includes(network.relay) ? [nameNode(network, network.relay)] : []),
    ...(links.length === 0
      ? []
      : [`${links.length === 1 ? "el enlace" : "los enlaces"} ${list(links.map((link) => nameLink(network, link)))}`]),
  ];
  return `${name}: ${parts.length === 1 ? "cayó" : "cayeron"} ${list(fallen)}.`;
}

function tellRemains({ name, network, damage, remains }: Panel): string {
  const pairs = `${name}: se comunican ${tellPairs(network, remains)}`;
  const { together, alone } = splitGroups(remains);
  const whole = remains.groups.length === 1;
  if (remains.survivors < 2) return `${name}: no quedan dos nodos que puedan comunicarse.`;
  if (whole) {
    const { nodeConnectivity } = measureNetwork(network);
    const holds = damage.nodes.size + damage.links.size === 0;
    const spare =
      nodeConnectivity === 1
        ? "hay al menos un punto único de fallo"
        : `aguanta ${count(nodeConnectivity - 1, "caída cualquiera", "caídas cualesquiera")}`;
    return holds ? `${pairs}; ${spare}.` : `${pairs}, y siguen todos juntos.`;
  }
  const groups = [
    ...together.map((group, index) => `${letterOf(index)} (${list(group.map((node) => node + 1))})`),
    ...(alone.length === 0 ? [] : [count(alone.length, "nodo aislado", "nodos aislados")]),
  ];
  return `${pairs}; ${network.oneWay ? "con ida y vuelta quedan" : "quedan"} ${list(groups)}.`;
}

export function tellPairs({ oneWay }: Network, { pairs, pairsInAll }: Remains): string {
  return `${formatNumber(pairs)} de ${formatNumber(pairsInAll)} ${oneWay ? "pares, contando ida y vuelta por separado" : "pares"}`;
}

/** All that happened, from the first step. */
export function logScenario(scenario: Scenario): string[] {
  const { bet, failure, puzzle, cursor, falls } = scenario;
  const panels = panelsOf(scenario);
  return [
    `apuesta: ${bet ?? "ninguna"}; se mira: ${failure}, ${puzzle}, ${writePlace(cursor)}`,
    ...falls.map((fall) => `${fall.step}: cambia ${writePlace(fall)}`),
    ...panels.map(
      ({ name, network, remains }) => `${name}, ${network.links.length} enlaces: ${JSON.stringify(remains)}`,
    ),
    ...panels.flatMap(({ index, now }) => (now === undefined ? [] : logTalk(scenario, index))),
  ];
}

/** Signs that fit beside «Controles» at 4:3. */
const mostSigns = 45;

/** What a slide says in one line: the question; what the nodes noticed; with none or two fallen, the average; what is left now. */
export function tellResult(scenario: Scenario): string {
  const panels = panelsOf(scenario);
  if (scenario.bet === undefined) return panels.length === 1 ? "¿Cuántas caídas aguanta?" : "¿Cuál conserva más pares?";
  if (scenario.step > 0) {
    const suspects = panels.map(({ network, now }) => (now === undefined ? 0 : suspectedNodes(network, now).length));
    return `Tras ${count(scenario.step, "paso", "pasos")}, nodos sospechados: ${list(suspects)}`;
  }
  const fallen = new Set(panels.map(({ damage }) => damage.nodes.size + damage.links.size));
  if (fallen.size === 1 && (fallen.has(0) || fallen.has(2))) {
    const shares = expectedAfterTwo(scenario).map(percent);
    const named = list(panels.map(({ name }, index) => `${name.toLowerCase()} ${shares[index]}`));
    const words = `Promedio al azar: ${named}`;
    return words.length > mostSigns ? `Pares con dos al azar: ${list(shares)}` : words;
  }
  const now = panels.map(({ remains }) => {
    return panels.length < 3 ? `${remains.pairs} de ${remains.pairsInAll}` : percent(pairFraction(remains));
  });
  return `Pares: ${list(now)}`;
}
