import { html, type Content, type Markup } from "../html.ts";
import { capital } from "../sentence.ts";
import { findCuts } from "./cut.ts";
import { carries, toLinkName } from "./damage.ts";
import type { Link } from "./graph.ts";
import { area, endsOf, type Layout, layOut, type Point } from "./layout.ts";
import { drawLetters } from "./letters.ts";
import { letterOf, namePart, splitGroups } from "./names.ts";
import { type Network, upTo } from "./network.ts";
import type { Panel } from "./panel.ts";
import { type Part, type Place, samePart, toLetter, writePlace } from "./part.ts";
import type { Scenario } from "./scenario.ts";
import { crossAt, middle, round } from "./stroke.ts";
import { drawTalk } from "./talk.ts";

/** With more links than this they are drawn at once, but for those of the chosen node. */
const mostLinks = 40;

/** The least radius at which a number can be read inside a node, and a finger meets no other. */
const readable = 12;

/** What is drawn of one network. */
export interface Picture extends Panel {
  layout: Layout;
  cursor: Place;
  /** Prefix of ids. */
  key: string;
}

/** The network of a panel: links, nodes, groups and what is said between them. */
export function drawNetwork(scenario: Scenario, panel: Panel, key: string): Markup {
  const { network, name } = panel;
  const layout = layOut(network);
  const picture: Picture = { ...panel, layout, cursor: scenario.cursor, key };
  const talk = (layer: "under" | "over") => panel.now !== undefined && drawTalk(scenario, picture, layer);
  return html`<svg
    class="topo-red ${layout.radius < readable && "densa"}"
    viewBox="0 0 ${area.width} ${area.height}"
    role="group"
    aria-label="${name}, dibujo"
    data-area
  >
    <rect
      class="blanco"
      width="${area.width}"
      height="${area.height}"
      data-toque="caer"
      data-valor="${toLetter(panel.index)}"
    />
    <defs>${patterns.map(([shape, path]) => drawPattern(key, shape, path))}</defs>
    ${network.kind === "bus" && drawMedium(picture)} ${drawLinks(picture)} ${talk("under")} ${drawNodes(picture)}
    ${drawLetters(picture)} ${talk("over")}
  </svg>`;
}

// Each group has a colour, a shape, a hatch and a letter.
const patterns = [
  ["b", "M0 8 8 0"],
  ["c", "M0 4H8"],
  ["d", "M0 8 8 0M0 0 8 8"],
] as const;

function drawPattern(key: string, shape: string, path: string): Markup {
  return html`<pattern
    id="${key}-trama-${shape}"
    width="8"
    height="8"
    patternUnits="userSpaceOnUse"
    class="topo-trama parte-${shape}"
  >
    <rect width="8" height="8" /><path d="${path}" />
  </pattern>`;
}

/** Nodes and links whose fall would part what still stands. */
function cutsOf({ network, damage }: Picture): { nodes: ReadonlySet<number>; links: ReadonlySet<string> } {
  const { nodes, links, next, oneWay } = network;
  const standing = next.map((others, node) => others.filter((other) => carries(damage, node, other)));
  if (oneWay) {
    const whole = damage.nodes.size + damage.links.size === 0;
    return { nodes: new Set(whole ? upTo(nodes) : []), links: new Set(whole ? links.map(toLinkName) : []) };
  }
  const { articulationPoints, bridges } = findCuts(standing);
  return { nodes: new Set(articulationPoints), links: new Set(bridges.map(toLinkName)) };
}

function drawLinks(picture: Picture): Content {
  const { network, cursor, index } = picture;
  const { links: bridges } = cutsOf(picture);
  const few = network.links.length <= mostLinks;
  const chosen = cursor.panel === index ? (typeof cursor.part === "number" ? cursor.part : cursor.part[0]) : 0;
  const alone = network.links.filter(
    (link) => few || link.includes(chosen) || picture.damage.links.has(toLinkName(link)),
  );
  return html`<g class="topo-enlaces">
    ${!few && drawManyLinks(picture, bridges)}
    ${alone.map((link) => drawLink(picture, link, bridges.has(toLinkName(link))))}
  </g>`;
}

function drawLink(picture: Picture, link: Link, bridge: boolean): Markup {
  const { network, layout, damage } = picture;
  const cut = damage.links.has(toLinkName(link));
  const [from, to] = endsOf(network, link);
  const state = cut ? "caido" : carries(damage, ...link) ? "" : "inutil";
  const words = cut ? "caído" : state !== "" ? "sin uso: cayó un extremo" : bridge ? "imprescindible" : "en pie";
  return html`<g
    class="topo-enlace ${state} ${bridge && "clave"}"
    data-clave="${toLinkName(link)}"
    ${drawTarget(picture, link, cut, words)}
  >
    <line class="blanco" ${drawEnds(from, to)} />
    <line class="trazo" ${drawEnds(from, to)} />
    ${bridge && html`<line class="hueco" ${drawEnds(from, to)} />`}
    ${network.oneWay && state === "" && drawArrow(link, layout, network)} ${cut && drawCross(middle(from, to), 6)}
  </g>`;
}

function drawManyLinks({ network, damage }: Picture, bridges: ReadonlySet<string>): Content {
  const draw = (name: string, links: readonly Link[], classes: string) => {
    const path = links.map((link) => endsOf(network, link).map(write).join("L"));
    return html`<path class="${classes}" data-clave="${name}" d="${path.map((way) => `M${way}`).join("")}" />`;
  };
  const standing = network.links.filter((link) => carries(damage, ...link));
  const cut = standing.filter((link) => bridges.has(toLinkName(link)));
  const kind = network.links.length > 500 ? "topo-malla fina" : "topo-malla";
  return [
    draw("malla", standing, kind),
    draw("puentes", cut, "topo-malla clave"),
    draw("huecos", cut, "topo-malla hueco"),
  ];
}

function write({ x, y }: Point): string {
  return `${x} ${y}`;
}

function drawEnds(from: Point, to: Point): Markup {
  return html`x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"`;
}

function drawArrow([low, high]: Link, { points }: Layout, { stations }: Network): Markup {
  const [from, to] = (low + 1) % stations === high ? [points[low]!, points[high]!] : [points[high]!, points[low]!];
  const angle = Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
  const { x, y } = middle(from, to);
  return html`<path class="flecha" d="M-5-5 5 0-5 5Z" transform="translate(${x} ${y}) rotate(${angle})" />`;
}

function drawCross(at: Point, size: number): Markup {
  return html`<path class="cruz" d="${crossAt(at, size)}" />`;
}

/**
 * Attributes of a part that falls or stands up. Only what is large is a target of its own; for the rest, and around
 * it, the nearest part answers.
 */
function drawTarget(
  { network, layout, index: panel, cursor }: Picture,
  part: Part,
  fallen: boolean,
  state: string,
): Markup {
  const place = writePlace({ panel, part });
  const here = cursor.panel === panel && samePart(cursor.part, part);
  // In the other networks the first node waits for the Tab key.
  const stop = here || (cursor.panel !== panel && part === 0);
  const large = typeof part === "number" && layout.radius >= readable;
  return html`role="button" tabindex="${stop ? 0 : -1}" aria-pressed="${fallen ? "true" : "false"}"
  aria-label="${capital(namePart(network, part))}: ${state}" data-nombre="${here ? writePlace(cursor) : place}"
  ${large && html`data-accion="caer" data-valor="${place}"`} ${here && html`data-foco`}`;
}

function drawMedium(picture: Picture): Markup {
  const { network, layout, damage } = picture;
  const relay = network.relay!;
  const { y } = layout.points[relay]!;
  const fallen = damage.nodes.has(relay);
  return html`<g
    class="topo-medio ${fallen ? "caido" : "clave"}"
    data-clave="medio"
    ${drawTarget(picture, relay, fallen, fallen ? "caído" : "en pie, imprescindible")}
  >
    <rect class="blanco" x="20" y="${y - 21}" width="${area.width - 40}" height="42" />
    <line class="trazo" x1="20" x2="${area.width - 20}" y1="${y}" y2="${y}" />
    ${!fallen && html`<line class="hueco" x1="22" x2="${area.width - 22}" y1="${y}" y2="${y}" />`}
    ${fallen && drawCross({ x: area.width / 2, y }, 10)}
  </g>`;
}

function drawNodes(picture: Picture): Markup {
  const { network, remains } = picture;
  const { together, alone } = splitGroups(remains);
  const { nodes: cuts } = cutsOf(picture);
  const shown = upTo(network.nodes).filter((node) => network.kind !== "bus" || node !== network.relay);
  const groupOf = (node: number) => together.findIndex((group) => group.includes(node));
  return html`<g class="topo-nodos">
    ${shown.map((node) => drawNode(picture, node, groupOf(node), alone.includes(node), cuts.has(node)))}
  </g>`;
}

function drawNode(picture: Picture, node: number, group: number, alone: boolean, cut: boolean): Markup {
  const { network, layout, damage, key } = picture;
  const { x, y } = layout.points[node]!;
  const { radius: r } = layout;
  const fallen = damage.nodes.has(node);
  const isRelay = node === network.relay;
  const shape = fallen ? "caido" : isRelay ? "rele" : alone ? "solo" : `parte-${"abcd"[group % 4]}`;
  const state = [
    fallen ? "caído" : isRelay ? "en pie" : alone ? "en pie, aislado" : `en pie, grupo ${letterOf(group)}`,
    ...(cut && !fallen ? ["imprescindible"] : []),
  ].join(", ");
  const label = isRelay ? "S" : String(node + 1);
  return html`<g
    class="topo-nodo ${shape}"
    data-clave="n${node}"
    transform="translate(${x} ${y})"
    ${drawTarget(picture, node, fallen, state)}
  >
    <circle class="blanco" r="${round(r >= readable ? Math.max(r + 4, 22) : r + 3)}" />
    ${cut && !fallen && drawShape(shape, r + 4, undefined)} ${drawShape(shape, r, key)}
    ${fallen ? drawFallen(picture, node) : r >= readable && drawNumber(shape, label, r)}
  </g>`;
}

function drawNumber(shape: string, label: string, r: number): Content {
  return [
    /^parte-[bcd]$/.test(shape) && html`<circle class="fondo" r="${round(r * 0.66)}" />`,
    html`<text class="numero" dy="0.36em">${label}</text>`,
  ];
}

/** The shape of a group, hatched; without a prefix of patterns, the outline around it. */
function drawShape(shape: string, r: number, key: string | undefined): Markup {
  const size = round(r);
  const look = (hatch: string) =>
    key === undefined ? html`class="doble"` : html`class="forma" fill="url(#${key}-trama-${hatch})"`;
  switch (shape) {
    case "parte-b":
    case "rele":
      return html`<rect ${look("b")} x="${-size}" y="${-size}" width="${2 * size}" height="${2 * size}" />`;
    case "parte-c":
      return html`<path
        ${look("c")}
        d="M0-${round(r * 1.15)} ${round(r * 1.1)} ${round(r * 0.8)}H-${round(r * 1.1)}Z"
      />`;
    case "parte-d":
      return html`<path
        ${look("d")}
        d="M0-${round(r * 1.2)} ${round(r * 1.2)} 0 0 ${round(r * 1.2)}-${round(r * 1.2)} 0Z"
      />`;
    default:
      return html`<circle ${key === undefined ? html`class="doble"` : html`class="forma"`} r="${size}" />`;
  }
}

/** The cross, and the number beside it: away from the middle of the network. */
function drawFallen({ network, layout }: Picture, node: number): Content {
  const { radius: r, points } = layout;
  const cross = drawCross({ x: 0, y: 0 }, r / 2);
  if (r < readable) return cross;
  const { x, y } = points[node]!;
  const away = { x: x - area.width / 2, y: y - area.height / 2 };
  const far = Math.hypot(away.x, away.y);
  const unit = far < 1 ? { x: 0.7, y: -0.7 } : { x: away.x / far, y: away.y / far };
  const label = node === network.relay ? "S" : node + 1;
  return [
    cross,
    html`<text class="afuera" x="${round(unit.x * (r + 14))}" y="${round(unit.y * (r + 14))}" dy="0.36em"
      >${label}</text
    >`,
  ];
}
