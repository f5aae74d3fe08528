import { type Content, html } from "../html.ts";
import { formatNumber } from "../number.ts";
import { list } from "../sentence.ts";
import { carries } from "./damage.ts";
import type { Picture } from "./drawing.ts";
import { historyOf } from "./history.ts";
import { count, nodeNumber } from "./names.ts";
import { type Network, upTo } from "./network.ts";
import type { Panel } from "./panel.ts";
import type { Scenario } from "./scenario.ts";
import { believedRoutes, type Simulation } from "./simulation.ts";
import { crossAt, middle, round } from "./stroke.ts";

/** What the nodes say to one another: the route under the nodes, messages and silences over them. */
export function drawTalk(scenario: Scenario, picture: Picture, layer: "under" | "over"): Content {
  const { now } = picture;
  if (now === undefined) return undefined;
  return layer === "under"
    ? drawRoute(scenario, picture, now)
    : [drawSilences(scenario, picture, now), drawMessages(picture, now)];
}

/** The nodes of the way that messages of the pair take, as their sender believes. */
function routeOf({ talk }: Scenario, { network }: Panel, now: Simulation): number[] {
  return believedRoutes(network, now.suspected).path(talk.from, talk.to);
}

function drawRoute(scenario: Scenario, picture: Picture, now: Simulation): Content {
  if (scenario.talk.traffic !== "par") return undefined;
  const { network, layout } = picture;
  const points = routeOf(scenario, picture, now).flatMap((node) => {
    const { x, y } = layout.points[node]!;
    return network.kind === "bus" && node === network.relay
      ? [
          { x: layout.points[scenario.talk.from]!.x, y },
          { x: layout.points[scenario.talk.to]!.x, y },
        ]
      : [{ x, y }];
  });
  return html`<polyline
    class="topo-ruta"
    data-clave="ruta"
    points="${points.map(({ x, y }) => `${x},${y}`).join(" ")}"
  />`;
}

/** Around each node that is not heard, how much of the time-out has passed; a question mark when it is over. */
function drawSilences({ talk }: Scenario, { network, layout, damage }: Picture, now: Simulation): Content {
  const silence = upTo(network.nodes).map(() => 0);
  network.arcs.forEach(({ from, to }, arc) => {
    if (damage.nodes.has(to)) return;
    silence[from] = Math.max(silence[from]!, now.suspected[arc] ? 0 : now.step - now.heardAt[arc]!);
  });
  const suspected = new Set(suspectedNodes(network, now));
  const { radius: r } = layout;
  return html`<g class="topo-silencios" aria-hidden="true">
    ${upTo(network.nodes).map((node) => {
      const waited = Math.min(1, silence[node]! / talk.timeout);
      const late = silence[node]! > talk.heartbeat;
      if (!late && !suspected.has(node)) return undefined;
      const { x, y } = layout.points[node]!;
      return html`<g data-clave="s${node}" transform="translate(${x} ${y})">
        ${
          late &&
          html`<circle
            class="espera"
            r="${r + 8}"
            pathLength="100"
            stroke-dasharray="${Math.round(waited * 100)} 100"
            transform="rotate(-90)"
          />`
        }
        ${suspected.has(node) && html`<text class="sospecha" x="${-r - 5}" y="${-r - 2}">?</text>`}
      </g>`;
    })}
  </g>`;
}

function drawMessages(picture: Picture, now: Simulation): Content {
  const { network, layout, damage } = picture;
  const spot = (node: number) => {
    const { x, y } = layout.points[node]!;
    return { x: x + layout.radius * 0.75, y: y - layout.radius * 0.75 };
  };
  const size = Math.max(3.5, Math.min(7, layout.radius * 0.5));
  return html`<g class="topo-mensajes" aria-hidden="true">
    ${now.losses.map(({ id, at, next }) => {
      const place = next === undefined ? spot(at) : middle(spot(at), spot(next), carries(damage, at, next) ? 0.5 : 0.6);
      return html`<path class="perdido" data-clave="m${id}" d="${crossAt(place, size)}" />`;
    })}
    ${now.messages.map(({ id, at }) => {
      const inMedium = network.kind === "bus" && at === network.relay;
      const { x, y } = spot(at);
      return html`<circle
        class="mensaje"
        data-clave="m${id}"
        cx="${round(x)}"
        cy="${round(y)}"
        r="${inMedium ? size + 2 : size}"
      />`;
    })}
  </g>`;
}

/** Under the drawing: how the messages fare, and which way they go. */
export function tellTraffic(scenario: Scenario, panel: Panel, now: Simulation): string {
  const { talk } = scenario;
  const { network } = panel;
  const route = talk.traffic === "par" ? routeOf(scenario, panel, now).filter((node) => node !== network.relay) : [];
  const way =
    talk.traffic === "todos"
      ? ""
      : route.length === 0
        ? ` Ruta ${talk.from + 1} → ${talk.to + 1}: ninguna.`
        : ` Ruta: ${route.map((node) => node + 1).join(" → ")}.`;
  const doubts = suspectedNodes(network, now).length;
  return `${tellCounts(now)}${doubts > 0 ? `; ${count(doubts, "sospechado", "sospechados")}` : ""}.${way}`;
}

/** How the messages fare, and who is suspected. */
export function tellTalk({ name, network, damage }: Panel, now: Simulation): string {
  const suspected = suspectedNodes(network, now);
  const falsely = suspected.filter((node) => !damage.nodes.has(node));
  return [
    `${name}, paso ${now.step}: ${tellCounts(now)}`,
    suspected.length > 0 && `; se sospecha de ${list(suspected.map((node) => nodeNumber(network, node)))}`,
    falsely.length > 0 && ` (sin razón de ${list(falsely.map((node) => nodeNumber(network, node)))})`,
    ".",
  ]
    .filter((words) => words !== false)
    .join("");
}

function tellCounts({ delivered, late, lost, messages }: Simulation): string {
  return [
    count(delivered, "mensaje entregado", "mensajes entregados") +
      (late > 0 ? `, ${formatNumber(late)} con desvío` : ""),
    count(lost, "perdido", "perdidos"),
    `${formatNumber(messages.length)} en viaje`,
  ].join("; ");
}

/** Nodes that some neighbour takes for fallen, ascending. */
export function suspectedNodes({ arcs }: Network, { suspected }: Simulation): number[] {
  return [...new Set(arcs.filter((_, arc) => suspected[arc]).map(({ from }) => from))].sort((a, b) => a - b);
}

/** All that happened in a network, step by step. */
export function logTalk(scenario: Scenario, panel: number): string[] {
  return historyOf(scenario, panel).flatMap(({ step, happenings }) => {
    return happenings.map((happening) => `${panel} ${step} ${JSON.stringify(happening)}`);
  });
}
