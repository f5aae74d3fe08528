import { formatNumber } from "../number.ts";
import type { Remains } from "./damage.ts";
import type { Link } from "./graph.ts";
import type { Network } from "./network.ts";
import type { Part } from "./part.ts";

export function nameNode({ relay, kind }: Network, node: number): string {
  if (node !== relay) return `el nodo ${node + 1}`;
  return kind === "bus" ? "el medio" : "el switch";
}

/** Short, as in a list. */
export function nodeNumber({ relay, kind }: Network, node: number): string {
  if (node !== relay) return String(node + 1);
  return kind === "bus" ? "medio" : "switch";
}

export function namePart(network: Network, part: Part): string {
  return typeof part === "number" ? nameNode(network, part) : `el enlace ${nameLink(network, part)}`;
}

export function nameLink(network: Network, [from, to]: Link): string {
  const [first, second] = network.oneWay && (from + 1) % network.stations !== to ? [to, from] : [from, to];
  return `${nodeNumber(network, first)}${network.oneWay ? " → " : "–"}${nodeNumber(network, second)}`;
}

export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}

export function percent(share: number): string {
  return `${formatNumber(share * 100)}\u00a0%`;
}

export function letterOf(group: number): string {
  const letter = String.fromCharCode(65 + (group % 26));
  return group < 26 ? letter : letter + String(Math.floor(group / 26));
}

/** Groups in which somebody has whom to talk to, and how many nodes are alone. */
export function splitGroups({ groups }: Remains): { together: number[][]; alone: number[] } {
  return {
    together: groups.filter(({ length }) => length > 1),
    alone: groups.flatMap((group) => (group.length === 1 ? group : [])),
  };
}
