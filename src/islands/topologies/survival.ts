import { seededRandom } from "../random.ts";
import { intact, nextTarget, pairFraction, remainsOf } from "./damage.ts";
import { expectedAfterFailures, mostNodesCounted } from "./expectation.ts";
import { type Network, upTo } from "./network.ts";

/** Fraction of pairs of survivors that communicate, for 0, 1, 2… fallen nodes while there are two stations to ask. */
export type Curve = number[];

/** After how many fallen nodes there may be no pair of stations left. */
export function mostFallen({ stations }: Network): number {
  return stations - 2;
}

/**
 * The expectation over every set of fallen nodes, where it is known: counted up to 16 nodes, by its closed form in
 * lines, rings, stars and complete meshes of any size.
 */
export function exactCurve(network: Network): Curve | undefined {
  const closed = closedForm(network);
  const falls = upTo(mostFallen(network) + 1);
  if (closed !== undefined) return falls.map(closed);
  if (network.nodes > mostNodesCounted) return undefined;
  const graph = { n: network.nodes, edges: network.links };
  return falls.map((k) => expectedAfterFailures(graph, k).connectedPairFraction ?? 0);
}

function closedForm({ kind, stations, nodes }: Network): ((k: number) => number) | undefined {
  switch (kind) {
    case "secuencial":
      return (k) => 2 / (k + 2);
    case "anillo":
      return (k) => (k === 0 ? 1 : 2 / (k + 1));
    // Half of the ways of the line that is left, and all of a whole ring.
    case "anillo-unidireccional":
      return (k) => (k === 0 ? 1 : 1 / (k + 1));
    case "estrella":
      return (k) => 1 - k / stations;
    // The medium or the switch is one more of what may fall, and all hangs from it.
    case "bus":
    case "estrella-switch":
      return (k) => 1 - k / nodes;
    case "malla":
      return () => 1;
    default:
      return undefined;
  }
}

/** The closed form in words, where there is one. */
export function writeClosedForm({ kind, nodes }: Network): string | undefined {
  switch (kind) {
    case "secuencial":
      return "2/(k + 2)";
    case "anillo":
      return "2/(k + 1)";
    case "anillo-unidireccional":
      return "1/(k + 1)";
    case "estrella":
    case "bus":
    case "estrella-switch":
      return `1 − k/${nodes}`;
    case "malla":
      return "1";
    default:
      return undefined;
  }
}

/** What the runs of an experiment gave after each number of fallen nodes. */
export interface Trials {
  mean: Curve;
  /** Between these two lie 95 of 100 runs. */
  low: Curve;
  high: Curve;
}

/** Lets nodes fall one by one, in an order drawn anew in each run. */
export function tryFailures(network: Network, seed: number, runs: number): Trials {
  const random = seededRandom(seed);
  const falls = mostFallen(network) + 1;
  const results = Array.from({ length: runs }, () => runOnce(network, shuffle(network.nodes, random)));
  const columns = upTo(falls).map((k) => Float64Array.from(results, (result) => result[k]!).sort());
  const at = (share: number) => columns.map((column) => column[Math.round(share * (runs - 1))]!);
  return {
    mean: columns.map((column) => column.reduce((sum, value) => sum + value, 0) / runs),
    low: at(0.025),
    high: at(0.975),
  };
}

function shuffle(count: number, random: () => number): number[] {
  const order = upTo(count);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** Read backwards, nodes come up and groups only join, so one pass gives the whole curve. */
function runOnce({ stations, nodes, next, oneWay }: Network, order: number[]): Curve {
  const parent = upTo(nodes);
  const size = parent.map((node) => (node < stations ? 1 : 0));
  const members = parent.map(() => 1);
  const up = parent.map(() => false);
  const rootOf = (node: number) => {
    let root = node;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const curve: number[] = [];
  let standing = 0;
  let pairs = 0;
  for (let k = nodes - 1; k >= 0; k -= 1) {
    const node = order[k]!;
    up[node] = true;
    if (node < stations) standing += 1;
    for (const other of next[node]!) {
      // All that stand are together already: the rest of a mesh changes nothing.
      if (members[rootOf(node)] === nodes - k) break;
      join(node, other);
    }
    // In a ring that goes one way the node before is no neighbour, but it is joined all the same.
    if (oneWay) join((node + stations - 1) % stations, node);
    const inAll = (standing * (standing - 1)) / 2;
    const fraction = inAll === 0 ? 0 : pairs / inAll;
    curve[k] = oneWay && k > 0 ? fraction / 2 : fraction;
  }
  return curve;

  function join(a: number, b: number): void {
    if (!up[a] || !up[b]) return;
    const [one, two] = [rootOf(a), rootOf(b)];
    if (one === two) return;
    pairs += size[one]! * size[two]!;
    parent[one] = two;
    size[two]! += size[one]!;
    members[two]! += members[one]!;
  }
}

/** The curve of an attack, which has nothing of chance. */
export function attackCurve(network: Network): Curve {
  let damage = intact;
  return upTo(mostFallen(network) + 1).map(() => {
    const fraction = pairFraction(remainsOf(network, damage));
    const target = nextTarget(network, damage)!;
    damage = { ...damage, nodes: new Set([...damage.nodes, target]) };
    return fraction;
  });
}
