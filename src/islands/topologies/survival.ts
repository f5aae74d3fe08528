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
  const columns = upTo(mostFallen(network) + 1).map(() => new Float64Array(runs));
  const order = new Int32Array(network.nodes);
  const groups = new Groups(network);
  for (let run = 0; run < runs; run += 1) {
    shuffle(order, random);
    groups.rise(order, (k, fraction) => {
      if (k < columns.length) columns[k]![run] = fraction;
    });
  }
  for (const column of columns) column.sort();
  const at = (share: number) => columns.map((column) => column[Math.round(share * (runs - 1))]!);
  return {
    mean: columns.map((column) => column.reduce((sum, value) => sum + value, 0) / runs),
    low: at(0.025),
    high: at(0.975),
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let place = 0; place < order.length; place += 1) order[place] = place;
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last]!;
    order[last] = order[other]!;
    order[other] = moved;
  }
}

/** Which nodes are together while they come up one by one. What it keeps of a run serves the next one: there are hundreds. */
class Groups {
  readonly #network: Network;
  readonly #parent: Int32Array;
  readonly #stations: Int32Array;
  readonly #members: Int32Array;
  readonly #up: Uint8Array;
  #pairs = 0;

  constructor(network: Network) {
    this.#network = network;
    this.#parent = new Int32Array(network.nodes);
    this.#stations = new Int32Array(network.nodes);
    this.#members = new Int32Array(network.nodes);
    this.#up = new Uint8Array(network.nodes);
  }

  /**
   * Read backwards, nodes come up and groups only join, so one pass gives the whole curve.
   * @param tell is given the part of the pairs that communicates after each number of falls
   */
  rise(order: Int32Array, tell: (k: number, fraction: number) => void): void {
    const { stations, nodes, next, oneWay } = this.#network;
    for (let node = 0; node < nodes; node += 1) {
      this.#parent[node] = node;
      this.#stations[node] = node < stations ? 1 : 0;
      this.#members[node] = 1;
      this.#up[node] = 0;
    }
    this.#pairs = 0;
    let standing = 0;
    for (let k = nodes - 1; k >= 0; k -= 1) {
      const node = order[k]!;
      this.#up[node] = 1;
      if (node < stations) standing += 1;
      for (const other of next[node]!) {
        // All that stand are together already: the rest of a mesh changes nothing.
        if (this.#members[this.#rootOf(node)] === nodes - k) break;
        this.#join(node, other);
      }
      // In a ring that goes one way the node before is no neighbour, but it is joined all the same.
      if (oneWay) this.#join((node + stations - 1) % stations, node);
      const inAll = (standing * (standing - 1)) / 2;
      const fraction = inAll === 0 ? 0 : this.#pairs / inAll;
      tell(k, oneWay && k > 0 ? fraction / 2 : fraction);
    }
  }

  #rootOf(node: number): number {
    const parent = this.#parent;
    let root = node;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  }

  #join(a: number, b: number): void {
    if (this.#up[a] === 0 || this.#up[b] === 0) return;
    const [one, two] = [this.#rootOf(a), this.#rootOf(b)];
    if (one === two) return;
    this.#pairs += this.#stations[one]! * this.#stations[two]!;
    this.#parent[one] = two;
    this.#stations[two]! += this.#stations[one]!;
    this.#members[two]! += this.#members[one]!;
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
