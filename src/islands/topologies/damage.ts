import type { Link } from "./graph.ts";
import { type Network, upTo } from "./network.ts";

/** What has fallen. */
export interface Damage {
  nodes: ReadonlySet<number>;
  /** By `toLinkName`. */
  links: ReadonlySet<string>;
}

export const intact: Damage = { nodes: new Set(), links: new Set() };

export function toLinkName([a, b]: Link): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** A link carries messages if neither it nor its ends have fallen. */
export function carries({ nodes, links }: Damage, from: number, to: number): boolean {
  return !nodes.has(from) && !nodes.has(to) && (links.size === 0 || !links.has(toLinkName([from, to])));
}

export interface Remains {
  /** Standing stations that can all talk with each other both ways: each group ascending, by its lowest station. */
  groups: number[][];
  survivors: number;
  /** Pairs of standing stations that communicate; each direction counts apart where messages go one way. */
  pairs: number;
  pairsInAll: number;
}

export function remainsOf(network: Network, damage: Damage): Remains {
  const { stations, oneWay } = network;
  const standing = Array.from({ length: stations }, (_, node) => node).filter((node) => !damage.nodes.has(node));
  const pairs = (count: number) => (oneWay ? count * (count - 1) : (count * (count - 1)) / 2);
  const survivors = standing.length;
  if (oneWay) return { ...remainsOneWay(network, damage, standing), survivors, pairsInAll: pairs(survivors) };

  const groups: number[][] = [];
  const seen = new Set<number>();
  for (const node of standing) {
    if (seen.has(node)) continue;
    const reached = reachedFrom(node, network, damage);
    for (const other of reached) seen.add(other);
    groups.push([...reached].filter((other) => other < stations).sort((a, b) => a - b));
  }
  return {
    groups,
    survivors,
    pairs: groups.reduce((sum, { length }) => sum + pairs(length), 0),
    pairsInAll: pairs(survivors),
  };
}

function remainsOneWay(network: Network, damage: Damage, standing: number[]): Pick<Remains, "groups" | "pairs"> {
  const reached = standing.map((node) => reachedFrom(node, network, damage));
  const whole = reached.every(({ size }) => size === standing.length) && standing.length > 0;
  return {
    // Around a ring, either all are reached from all or nobody gets an answer.
    groups: whole ? [standing] : standing.map((node) => [node]),
    pairs: reached.reduce((sum, { size }) => sum + size - 1, 0),
  };
}

function reachedFrom(start: number, { next }: Network, damage: Damage): Set<number> {
  const reached = new Set([start]);
  for (const node of reached) {
    for (const other of next[node]!) if (!reached.has(other) && carries(damage, node, other)) reached.add(other);
  }
  return reached;
}

/** Of the pairs of standing stations, the part that communicates; 0 where there is no pair. */
export function pairFraction({ pairs, pairsInAll }: Remains): number {
  return pairsInAll === 0 ? 0 : pairs / pairsInAll;
}

/** The size of the largest group: Baran's measure, in stations. */
export function largestGroup({ groups }: Remains): number {
  return Math.max(0, ...groups.map((group) => group.length));
}

/** Who attacks takes the node with most standing neighbours, the lowest of those that tie. */
export function nextTarget({ nodes, next, oneWay }: Network, damage: Damage): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const node of upTo(nodes)) {
    if (damage.nodes.has(node)) continue;
    const around = oneWay ? [...next[node]!, (node + nodes - 1) % nodes] : next[node]!;
    const degree = around.filter((other) => !damage.nodes.has(other)).length;
    if (degree > most) [best, most] = [node, degree];
  }
  return best;
}
