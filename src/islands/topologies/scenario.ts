import { type Fields, readChoice, readNumber } from "../fields.ts";
import { type Damage, intact } from "./damage.ts";
import { buildNetwork, fewestStations, type Kind, kinds, mostStations, type Network } from "./network.ts";
import { type Place, readPlace, samePart, toggle, writePlace } from "./part.ts";
import type { Talk } from "./simulation.ts";

/** A part that falls, or stands up again if it had fallen, at a step of the simulation. */
export interface Fall extends Place {
  step: number;
}

export type Failure = "azar" | "ataque";

/** What a puzzle asks for: to part a network, or to leave two equal halves. */
export const puzzles = ["partir", "mitades"] as const;
export type Puzzle = (typeof puzzles)[number];

/** All that there is to know of the island at a moment. */
export interface Scenario {
  /** One to three, side by side. */
  kinds: readonly Kind[];
  stations: number;
  /** By step. */
  falls: readonly Fall[];
  /** How many steps the nodes have talked. */
  step: number;
  talk: Talk;
  /** Where the keyboard is. */
  cursor: Place;
  /** The answer to the question, `saltar` if it was skipped, nothing before. */
  bet: string | undefined;
  /** What the curves let fall. */
  failure: Failure;
  puzzle: Puzzle;
}

export const mostPanels = 3;
/** Who watches longer has seen it all, and each step is computed from the first. */
export const mostSteps = 240;
export const bounds = {
  stations: { from: fewestStations, to: mostStations },
  seed: { from: 1, to: 9999 },
  heartbeat: { from: 1, to: 6 },
  timeout: { from: 2, to: 12 },
  lossPercent: { from: 0, to: 40, step: 5 },
} as const;

const mostFalls = 99;
const answer = /^[a-z0-9]{1,8}$/;

/** Never throws: each field is brought to what exists. */
export function readScenario(fields: Fields): Scenario {
  const chosen = (fields["redes"] ?? "").split(",").flatMap((word) => kinds.filter((kind) => kind === word));
  const panels = chosen.length === 0 ? (["anillo", "estrella"] as const) : chosen.slice(0, mostPanels);
  const stations = readNumber(fields["nodos"], bounds.stations, 8);
  const networks = panels.map((kind) => networkOf(kind, stations));
  const step = readNumber(fields["paso"], { from: 0, to: mostSteps }, 0);
  const station = { from: 1, to: stations };
  const from = readNumber(fields["de"], station, 1) - 1;
  const to = readNumber(fields["a"], station, Math.floor(stations / 2) + 1) - 1;
  const bet = fields["apuesta"];
  return {
    kinds: panels,
    stations,
    falls: readFalls(fields["caidas"] ?? "", networks, step),
    step,
    talk: {
      seed: readNumber(fields["semilla"], bounds.seed, 1964),
      heartbeat: readNumber(fields["latido"], bounds.heartbeat, 2),
      timeout: readNumber(fields["espera"], bounds.timeout, 5),
      loss: readNumber(fields["perdida"], bounds.lossPercent, 0) / 100,
      traffic: readChoice(fields["trafico"], ["par", "todos"], "par"),
      from,
      to: to === from ? (from + 1) % stations : to,
    },
    cursor: readPlace(fields["cursor"] ?? "", networks) ?? { panel: 0, part: 0 },
    bet: bet !== undefined && answer.test(bet) ? bet : undefined,
    failure: readChoice(fields["curva"], ["azar", "ataque"], "azar"),
    puzzle: readChoice(fields["desafio"], puzzles, "partir"),
  };
}

/** `a2,b1-2,a2@12`: a step is written where it is not the first. */
function readFalls(text: string, networks: readonly Network[], last: number): Fall[] {
  const falls = text.split(",").flatMap((one): Fall[] => {
    const [, name = "", written] = /^([^@]*)(?:@(\d{1,3}))?$/.exec(one) ?? [];
    const place = readPlace(name, networks);
    return place === undefined ? [] : [{ step: Math.min(last, Number(written ?? 0)), ...place }];
  });
  const inOrder = falls.sort((a, b) => a.step - b.step).slice(0, mostFalls);
  return inOrder.reduce<Fall[]>((kept, fall) => addFall(kept, fall), []);
}

export function writeScenario(scenario: Scenario): Fields {
  const { kinds: panels, stations, falls, step, talk, cursor, bet, failure, puzzle } = scenario;
  const fields: Record<string, string> = {
    redes: panels.join(","),
    nodos: String(stations),
    caidas: falls.map((fall) => writePlace(fall) + (fall.step === 0 ? "" : `@${fall.step}`)).join(","),
    paso: String(step),
    semilla: String(talk.seed),
    latido: String(talk.heartbeat),
    espera: String(talk.timeout),
    perdida: String(Math.round(talk.loss * 100)),
    trafico: talk.traffic,
    de: String(talk.from + 1),
    a: String(talk.to + 1),
    cursor: writePlace(cursor),
    apuesta: bet ?? "",
    curva: failure,
    desafio: puzzle,
  };
  const plain =
    stations === defaults.stations
      ? defaults.written
      : { ...defaults.written, a: String(Math.floor(stations / 2) + 1) };
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== plain[name]));
}

const defaults = {
  stations: 8,
  written: {
    redes: "anillo,estrella",
    nodos: "8",
    caidas: "",
    paso: "0",
    semilla: "1964",
    latido: "2",
    espera: "5",
    perdida: "0",
    trafico: "par",
    de: "1",
    a: "5",
    cursor: "a1",
    apuesta: "",
    curva: "azar",
    desafio: "partir",
  } as Fields,
};

/** The same part twice at one step is as if nothing had happened. */
export function addFall(falls: readonly Fall[], fall: Fall): Fall[] {
  const twin = falls.findIndex(
    (other) => other.step === fall.step && other.panel === fall.panel && samePart(other.part, fall.part),
  );
  if (twin !== -1) return falls.filter((_, index) => index !== twin);
  return falls.length < mostFalls ? [...falls, fall] : [...falls];
}

/** What is down in one of the networks after the falls up to a step. */
export function damageOf({ falls }: Pick<Scenario, "falls">, panel: number, step = Infinity): Damage {
  return falls
    .filter((fall) => fall.panel === panel && fall.step <= step)
    .reduce((damage, { part }) => toggle(damage, part), intact);
}

const built = new Map<string, Network>();

/** A network is always the same: it is built once. */
export function networkOf(kind: Kind, stations: number): Network {
  const name = `${kind} ${stations}`;
  const network = built.get(name) ?? buildNetwork(kind, stations);
  built.set(name, network);
  return network;
}

export function networksOf({ kinds: panels, stations }: Pick<Scenario, "kinds" | "stations">): Network[] {
  return panels.map((kind) => networkOf(kind, stations));
}
