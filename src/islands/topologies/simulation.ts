import { seededRandom } from "../random.ts";
import { carries, type Damage } from "./damage.ts";
import { hopsFrom } from "./distance.ts";
import type { Neighbours } from "./graph.ts";
import { type Network, upTo } from "./network.ts";

/** How the nodes of a network talk. Times are in steps: in one step a message crosses one link. */
export interface Talk {
  seed: number;
  /** Every so many steps a node tells its neighbours that it stands. */
  heartbeat: number;
  /** A neighbour that is silent for so many steps is taken for fallen. */
  timeout: number;
  /** Probability that a message, or a heartbeat, is lost on a link. */
  loss: number;
  /** One station writes to another, or each one to any. */
  traffic: "par" | "todos";
  from: number;
  to: number;
}

export interface Message {
  id: number;
  from: number;
  to: number;
  /** Where it is, and where it was one step before. */
  at: number;
  before: number;
  hops: number;
}

/** A message that did not arrive: on its way from `at` to `next`, or at `at` without a way on. */
export interface Loss {
  id: number;
  at: number;
  next: number | undefined;
}

/** What happened in a step. Nodes are counted from 0. */
export type Happening =
  | { what: "sent"; id: number; from: number; to: number }
  | { what: "delivered"; id: number; from: number; to: number; hops: number; extra: number }
  | { what: "lost"; id: number; from: number; to: number; at: number; next: number | undefined }
  | { what: "suspected"; node: number; by: number; falsely: boolean }
  | { what: "trusted"; node: number; by: number };

/** The state of a network that talks, after some steps. */
export interface Simulation {
  step: number;
  /** For each arc of the network, when its end last heard its start, and whether it has given it up. */
  heardAt: readonly number[];
  suspected: readonly boolean[];
  messages: readonly Message[];
  losses: readonly Loss[];
  sent: number;
  delivered: number;
  /** Of those delivered, how many took more hops than in the whole network. */
  late: number;
  lost: number;
  /** Of this step. */
  happenings: readonly Happening[];
}

export function startSimulation({ arcs }: Network): Simulation {
  return {
    step: 0,
    heardAt: arcs.map(() => 0),
    suspected: arcs.map(() => false),
    messages: [],
    losses: [],
    sent: 0,
    delivered: 0,
    late: 0,
    lost: 0,
    happenings: [],
  };
}

/** Between two messages of the same pair. */
const pause = 2;

/**
 * One step: messages in flight cross a link, heartbeats are heard, silences run out, new messages leave.
 * Every node knows what any neighbour of a node suspects, and looks for ways around it; no node knows more than that.
 */
export function advance(network: Network, talk: Talk, damage: Damage, past: Simulation): Simulation {
  const step = past.step + 1;
  // A generator for each step, so that a state is all there is to know.
  const random = seededRandom(Math.imul(talk.seed + 1, 0x9e3779b1) ^ Math.imul(step, 0x85ebca6b));
  const happenings: Happening[] = [];
  const crossed = crossLinks(network, talk, damage, past, random);
  const heard = hear(network, talk, damage, past, step, random);
  const sent = send(network, talk, damage, crossed.messages, past.sent, step, random);
  happenings.push(...crossed.happenings, ...heard.happenings, ...sent.happenings);
  return {
    step,
    heardAt: heard.heardAt,
    suspected: heard.suspected,
    messages: [...crossed.messages, ...sent.messages],
    losses: crossed.losses,
    sent: past.sent + sent.messages.length,
    delivered: past.delivered + happenings.filter(({ what }) => what === "delivered").length,
    late: past.late + happenings.filter((one) => one.what === "delivered" && one.extra > 0).length,
    lost: past.lost + crossed.losses.length,
    happenings,
  };
}

function crossLinks(network: Network, talk: Talk, damage: Damage, past: Simulation, random: () => number) {
  const routes = believedRoutes(network, past.suspected);
  const whole = wholeRoutes(network);
  const messages: Message[] = [];
  const losses: Loss[] = [];
  const happenings: Happening[] = [];
  for (const message of past.messages) {
    const { id, from, to, at } = message;
    const next = routes.nextHop(at, to);
    if (next === undefined || !carries(damage, at, next) || random() < talk.loss) {
      losses.push({ id, at, next });
      happenings.push({ what: "lost", id, from, to, at, next });
      continue;
    }
    const hops = message.hops + 1;
    if (next === to) happenings.push({ what: "delivered", id, from, to, hops, extra: hops - whole.hops(from, to) });
    else messages.push({ ...message, before: at, at: next, hops });
  }
  return { messages, losses, happenings };
}

function hear(network: Network, talk: Talk, damage: Damage, past: Simulation, step: number, random: () => number) {
  const heardAt = [...past.heardAt];
  const suspected = [...past.suspected];
  const happenings: Happening[] = [];
  const beats = network.next.map((_, node) => (step - 1 + phaseOf(node, talk)) % talk.heartbeat === 0);
  network.arcs.forEach(({ from, to }, arc) => {
    if (beats[from] && carries(damage, from, to) && random() >= talk.loss) {
      heardAt[arc] = step;
      if (suspected[arc]) happenings.push({ what: "trusted", node: from, by: to });
      suspected[arc] = false;
    }
    if (suspected[arc] || damage.nodes.has(to) || step - heardAt[arc]! < talk.timeout) return;
    suspected[arc] = true;
    happenings.push({ what: "suspected", node: from, by: to, falsely: !damage.nodes.has(from) });
  });
  return { heardAt, suspected: happenings.length === 0 ? past.suspected : suspected, happenings };
}

/** Nodes do not beat in time with one another. */
function phaseOf(node: number, { seed, heartbeat }: Talk): number {
  return Math.floor(seededRandom(seed ^ Math.imul(node + 1, 0xc2b2ae35))() * heartbeat);
}

function send(
  { stations }: Network,
  { traffic, from, to }: Talk,
  damage: Damage,
  flying: readonly Message[],
  sent: number,
  step: number,
  random: () => number,
) {
  const busy = new Set(flying.map((message) => message.from));
  const letters =
    traffic === "par"
      ? step % pause === 1
        ? [{ from, to }]
        : []
      : upTo(stations).flatMap((station) => {
          const other = Math.floor(random() * (stations - 1));
          return busy.has(station) ? [] : [{ from: station, to: other < station ? other : other + 1 }];
        });
  const messages = letters
    .filter((letter) => !damage.nodes.has(letter.from))
    .map((letter, index): Message => {
      return { id: sent + index + 1, ...letter, at: letter.from, before: letter.from, hops: 0 };
    });
  const happenings = messages.map((one): Happening => ({ what: "sent", id: one.id, from: one.from, to: one.to }));
  return { messages, happenings };
}

const routesBelieved = new WeakMap<readonly boolean[], Routes>();

/** The ways that messages take while their nodes suspect so. */
export function believedRoutes(network: Network, suspected: readonly boolean[]): Routes {
  const routes = routesBelieved.get(suspected) ?? new Routes(believedNext(network, suspected));
  routesBelieved.set(suspected, routes);
  return routes;
}

const routesWhole = new WeakMap<Network, Routes>();

function wholeRoutes(network: Network): Routes {
  const routes = routesWhole.get(network) ?? new Routes(network.next);
  routesWhole.set(network, routes);
  return routes;
}

/** Where nodes believe that messages can go: not between two of which one has given up the other. */
function believedNext(network: Network, suspected: readonly boolean[]): Neighbours {
  const distrusted = new Set<number>();
  network.arcs.forEach(({ from, to }, arc) => {
    if (!suspected[arc]) return;
    distrusted.add(from * network.nodes + to);
    distrusted.add(to * network.nodes + from);
  });
  if (distrusted.size === 0) return network.next;
  return network.next.map((others, node) => others.filter((other) => !distrusted.has(node * network.nodes + other)));
}

/** The shortest ways; of equal ones, by the lowest node. */
class Routes {
  readonly #next: Neighbours;
  readonly #back: Neighbours;
  readonly #hopsTo = new Map<number, number[]>();

  constructor(next: Neighbours) {
    this.#next = next;
    this.#back = next.map(() => []);
    next.forEach((others, node) => others.forEach((other) => this.#back[other]!.push(node)));
  }

  /** `Infinity` where there is no way. */
  hops(from: number, to: number): number {
    let hops = this.#hopsTo.get(to);
    if (hops === undefined) this.#hopsTo.set(to, (hops = hopsFrom(to, this.#back)));
    return hops[from]!;
  }

  nextHop(at: number, to: number): number | undefined {
    const left = this.hops(at, to) - 1;
    return Number.isFinite(left) ? this.#next[at]!.find((other) => this.hops(other, to) === left) : undefined;
  }

  /** The nodes from one to the other; none where there is no way. */
  path(from: number, to: number): number[] {
    const path = [from];
    for (let at = from; at !== to;) {
      const next = this.nextHop(at, to);
      if (next === undefined) return [];
      path.push((at = next));
    }
    return path;
  }
}
