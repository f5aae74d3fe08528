import { KINDS, MOST_UNITS, piecesOf, type Kind, type Piece } from "./model.ts";
import { DOCKER, NAMESPACES, processesOf, type Apart, type Process, type World } from "./process.ts";

type Fields = Readonly<Record<string, string>>;

/** Answers to the bet: the floor that goes when containers take the place of virtual machines. */
export const answers = ["anfitrion", "invitado", "bibliotecas"] as const;
export type Bet = "pendiente" | "salteada" | (typeof answers)[number];
const bets: readonly Bet[] = ["pendiente", "salteada", ...answers];

/** The kinds as authors and addresses name them. */
export const kindNames: Record<Kind, string> = { "type-1": "tipo1", "type-2": "tipo2", containers: "contenedores" };

/** The ceilings that can be asked for, as in the lesson on Docker. */
export const ceilings = ["memoria", "cpu", "procesos"] as const;
export type Ceiling = (typeof ceilings)[number];

export interface Floors {
  kind: Kind;
  /** The stack that was looked at before: what went and what came is told of it. */
  before: Kind | undefined;
  units: number;
  failed: Piece | undefined;
  /** The name of the process that is looked through. */
  who: string;
  apart: Apart;
  /** Ceilings of the control group of the first container. */
  limits: readonly Ceiling[];
  /** Whether its program asks for all it can. */
  greedy: boolean;
  bet: Bet;
}

const start: Floors = {
  kind: "type-2",
  before: undefined,
  units: 2,
  failed: undefined,
  who: "server-0",
  apart: DOCKER,
  limits: [],
  greedy: false,
  bet: "pendiente",
};

export function readFloors({ pila, antes, unidades, falla, proceso, propios, techos, voraz, apuesta }: Fields): Floors {
  const kind = readKind(pila) ?? start.kind;
  const units = /^[1-9]$/.test(unidades ?? "") ? Math.min(MOST_UNITS, Number(unidades)) : start.units;
  const own = propios?.split(",");
  const apart =
    own === undefined
      ? start.apart
      : (Object.fromEntries(NAMESPACES.map((name) => [name, own.includes(name)])) as Record<keyof Apart, boolean>);
  const processes = processesOf({ kind, units, apart });
  const before = readKind(antes);
  return {
    kind,
    before: before === kind ? undefined : before,
    units,
    failed: piecesOf(kind, units).find((piece) => writePiece(piece) === falla),
    who: (processes.find(({ name }) => name === (proceso ?? start.who)) ?? processes.at(-1))?.name ?? start.who,
    apart,
    limits: ceilings.filter((ceiling) => techos?.split(",").includes(ceiling)),
    greedy: voraz === "si",
    bet: bets.find((word) => word === apuesta) ?? start.bet,
  };
}

export function writeFloors({ kind, before, units, failed, who, apart, limits, greedy, bet }: Floors): Fields {
  const written: [name: string, value: string, usual: string][] = [
    ["pila", kindNames[kind], kindNames[start.kind]],
    ["antes", before === undefined ? "" : kindNames[before], ""],
    ["unidades", String(units), String(start.units)],
    ["falla", failed === undefined ? "" : writePiece(failed), ""],
    ["proceso", who, start.who],
    ["propios", ownOf(apart), ownOf(start.apart)],
    ["techos", limits.join(","), ""],
    ["voraz", greedy ? "si" : "", ""],
    ["apuesta", bet, start.bet],
  ];
  return Object.fromEntries(written.flatMap(([name, value, usual]) => (value === usual ? [] : [[name, value]])));
}

/** A piece as an address and a button name it: `guest-1`, `host`. */
export function writePiece({ level, unit }: Piece): string {
  return unit === undefined ? level : `${level}-${unit}`;
}

export function worldOf({ kind, units, apart }: Floors): World {
  return { kind, units, apart };
}

/** The process that is looked through. */
export function processOf(state: Floors): Process | undefined {
  return processesOf(worldOf(state)).find(({ name }) => name === state.who);
}

/** The state after an action of the view; the same one where nothing changes. */
export function actFloors(state: Floors, action: string, value: string): Floors {
  const fields = toFields(state, action, value);
  if (fields === undefined) return state;
  const next = readFloors({ ...writeFloors(state), ...fields });
  return JSON.stringify(next) === JSON.stringify(state) ? state : next;
}

function toFields(state: Floors, action: string, value: string): Fields | undefined {
  const { kind, bet, failed, apart, limits } = state;
  const switchTo = (next: string) => ({ pila: next, antes: kindNames[kind], falla: "" });
  switch (action) {
    case "apostar":
      if (bet !== "pendiente" || !answers.some((word) => word === value)) return undefined;
      return { ...switchTo("contenedores"), apuesta: value };
    case "saltear":
      return bet === "pendiente" ? { apuesta: "salteada" } : undefined;
    case "otra":
      return bet === "pendiente" ? undefined : { ...switchTo("tipo2"), antes: "", apuesta: "pendiente" };
    case "proceso":
      return { proceso: value };
    case "unidades":
      return { unidades: value, falla: "" };
  }
  // What follows may show another stack, and with it the answer.
  if (bet === "pendiente") return undefined;
  const [name = "", isOn] = value.split(" ");
  switch (action) {
    case "pila":
      return readKind(value) === undefined || readKind(value) === kind ? undefined : switchTo(value);
    case "falla":
      return { falla: failed !== undefined && writePiece(failed) === value ? "" : value };
    case "propio":
      if (kind !== "containers") return undefined;
      return { propios: NAMESPACES.filter((one) => (one === name ? isOn === "si" : apart[one])).join(",") };
    case "techo":
      if (kind !== "containers") return undefined;
      return { techos: ceilings.filter((one) => (one === name ? isOn === "si" : limits.includes(one))).join(",") };
    case "voraz":
      if (kind !== "containers") return undefined;
      return { voraz: value };
    default:
      return undefined;
  }
}

function readKind(text: string | undefined): Kind | undefined {
  return KINDS.find((kind) => kindNames[kind] === text);
}

function ownOf(apart: Apart): string {
  return NAMESPACES.filter((name) => apart[name]).join(",");
}
