import { type Damage, toLinkName } from "./damage.ts";
import type { Link } from "./graph.ts";
import type { Network } from "./network.ts";

/** A node or a link of a network; a link is seen from its first end. */
export type Part = number | Link;

/** A part of one of the networks that are compared. */
export interface Place {
  panel: number;
  part: Part;
}

/** `a3`, `b1-2`: a letter for the network, and its nodes as they are shown, from 1. */
export function writePlace({ panel, part }: Place): string {
  const numbers = typeof part === "number" ? [part] : part;
  return toLetter(panel) + numbers.map((node) => node + 1).join("-");
}

/** What a text means, if there is such a part in one of the networks. */
export function readPlace(text: string, networks: readonly Network[]): Place | undefined {
  const [, letter, one, two] = /^([a-c])(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (letter === undefined) return undefined;
  const panel = letter.charCodeAt(0) - 97;
  const network = networks[panel];
  const from = Number(one) - 1;
  if (network === undefined || from < 0 || from >= network.nodes) return undefined;
  if (two === undefined) return { panel, part: from };
  const link: Link = [from, Number(two) - 1];
  const exists = network.links.some((other) => toLinkName(other) === toLinkName(link));
  return exists ? { panel, part: link } : undefined;
}

export function toLetter(panel: number): string {
  return String.fromCharCode(97 + panel);
}

export function samePart(one: Part, other: Part): boolean {
  return typeof one === "number" || typeof other === "number" ? one === other : toLinkName(one) === toLinkName(other);
}

/** The damage with a part fallen, or standing again if it had. */
export function toggle({ nodes, links }: Damage, part: Part): Damage {
  return typeof part === "number"
    ? { nodes: toggled(nodes, part), links }
    : { nodes, links: toggled(links, toLinkName(part)) };
}

function toggled<Member>(set: ReadonlySet<Member>, member: Member): Set<Member> {
  const other = new Set(set);
  if (!other.delete(member)) other.add(member);
  return other;
}

/** What has fallen of a network: nodes first, ascending. */
export function fallenParts({ links }: Network, damage: Damage): Part[] {
  return [...[...damage.nodes].sort((a, b) => a - b), ...links.filter((link) => damage.links.has(toLinkName(link)))];
}
