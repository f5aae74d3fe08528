import {
  change,
  eventsOf,
  hasEvent,
  messageOf,
  nameOf,
  PLACES,
  sameEvent,
  start,
  type Change,
  type Event,
  type Execution,
  type Refusal,
} from "./execution.ts";
import { readExecution, readEvent, writeEvent, writeExecution } from "./text.ts";

/** The fields of an address. */
type Fields = Readonly<Record<string, string>>;

/** Answers to the bet: the name of an event, or that neither was first. */
export const answers = ["f1", "e2", "ninguno"] as const;
export type Bet = "pendiente" | "salteada" | (typeof answers)[number];
const bets: readonly Bet[] = ["pendiente", "salteada", ...answers];
const refusals: readonly Refusal[] = [
  "outside",
  "taken",
  "nothing-there",
  "passes-another",
  "backwards",
  "same-process",
  "busy",
];

export interface Clocks {
  execution: Execution;
  /** The place that is looked at; an event may stand there. */
  cursor: Event;
  /** The event whose message waits for an end. */
  from: Event | undefined;
  /** How many events have happened, in their order from left to right; nothing said: all, and they are not being run. */
  ran: number | undefined;
  bet: Bet;
  /** Why the last change could not be. */
  refusal: Refusal | undefined;
}

const usual = writeExecution(start());
const usualCursor: Event = { process: 1, place: 8 };

export function readClocksState({ ejecucion, elegido, desde, ocurridos, apuesta, aviso }: Fields): Clocks {
  const execution = ejecucion === undefined ? start() : readExecution(ejecucion);
  const within = (event: Event | undefined) =>
    event !== undefined && event.process < execution.processes ? event : undefined;
  const from = within(readEvent(desde ?? ""));
  const count = /^\d{1,2}$/.test(ocurridos ?? "") ? Number(ocurridos) : Infinity;
  const bet = bets.find((word) => word === apuesta) ?? "pendiente";
  const names = execution.events.map((event) => nameOf(execution, event));
  const canBet = names.includes("f1") && names.includes("e2");
  return {
    execution,
    cursor: within(readEvent(elegido ?? "")) ?? within(usualCursor) ?? { process: 0, place: 0 },
    from: from !== undefined && canSend(execution, from) ? from : undefined,
    ran: count <= execution.events.length ? count : undefined,
    bet: canBet ? bet : "salteada",
    refusal: refusals.find((word) => word === aviso),
  };
}

export function writeClocksState({ execution, cursor, from, ran, bet, refusal }: Clocks): Fields {
  const written = writeExecution(execution);
  return {
    ...(written === usual ? {} : { ejecucion: written }),
    ...(sameEvent(cursor, usualCursor) ? {} : { elegido: writeEvent(cursor) }),
    ...(from === undefined ? {} : { desde: writeEvent(from) }),
    ...(ran === undefined ? {} : { ocurridos: String(ran) }),
    ...(bet === "pendiente" ? {} : { apuesta: bet }),
    ...(refusal === undefined ? {} : { aviso: refusal }),
  };
}

/** The event that is looked at, if one stands there. */
export function chosenOf({ execution, cursor }: Clocks): Event | undefined {
  return hasEvent(execution, cursor) ? cursor : undefined;
}

/** The event of a name. */
export function eventNamed(execution: Execution, name: string): Event | undefined {
  return execution.events.find((event) => nameOf(execution, event) === name);
}

/** The state after an action of the view; the same one where nothing changes. */
export function actClocks(state: Clocks, action: string, value: string, end: Event | undefined): Clocks {
  const next = toNext(state, action, value, end);
  const settled = next === undefined ? state : readClocksState(writeClocksState(next));
  return JSON.stringify(settled) === JSON.stringify(state) ? state : settled;
}

function toNext(state: Clocks, action: string, value: string, end: Event | undefined): Clocks | undefined {
  const { execution, cursor, from, bet } = state;
  const calm = { ...state, refusal: undefined };
  const at = readEvent(value);
  switch (action) {
    case "apostar": {
      const answer = answers.find((word) => word === value);
      const first = eventNamed(execution, "f1");
      return bet !== "pendiente" || answer === undefined || first === undefined
        ? undefined
        : { ...calm, bet: answer, cursor: first };
    }
    case "saltear":
      return bet === "pendiente" ? { ...calm, bet: "salteada" } : undefined;
    case "otra":
      return bet === "pendiente" ? undefined : { ...calm, execution: start(), bet: "pendiente", ran: undefined };
    case "ir":
      return at === undefined ? undefined : { ...calm, cursor: at };
  }
  // What follows changes the figure that the bet is about.
  if (bet === "pendiente") return action === "tocar" && at !== undefined ? { ...calm, cursor: at } : undefined;
  if (end !== undefined && at !== undefined) {
    // On the way the message waits for its end; where it is let go, it arrives.
    if (action === "tocar") return { ...calm, from: canSend(execution, at) ? at : undefined, cursor: end };
    if (action === "mensaje") return drop({ ...calm, from: undefined }, at, end);
  }
  switch (action) {
    case "desde-el-comienzo":
      return { ...calm, ran: 0 };
    case "tocar":
      if (at === undefined) return undefined;
      if (from !== undefined && !sameEvent(from, at))
        return toChanged(state, { type: "send", message: { from, to: at } }, at);
      return hasEvent(execution, at)
        ? { ...calm, cursor: at, from: undefined }
        : toChanged(state, { type: "add", event: at }, at);
    case "agregar": {
      const free = freePlace(execution, cursor);
      return free === undefined ? { ...calm, refusal: "taken" } : toChanged(state, { type: "add", event: free }, free);
    }
    case "mensaje":
      if (from !== undefined) return { ...calm, from: undefined };
      return canSend(execution, cursor) ? { ...calm, from: cursor } : undefined;
    case "quitar-mensaje": {
      const message = messageOf(execution, cursor);
      return message && toChanged(state, { type: "unsend", from: message.from }, cursor);
    }
    case "quitar":
      return toChanged(state, { type: "remove", event: cursor }, cursor);
    case "correr": {
      const moved = { ...cursor, place: cursor.place + (value === "izquierda" ? -1 : 1) };
      return toChanged(state, { type: "move", event: cursor, place: moved.place }, moved);
    }
    case "procesos":
      return toChanged(state, { type: "processes", count: Number(value) }, cursor);
    default:
      return undefined;
  }
}

/** An event let go on its own line is moved along it; on another line, its message arrives there. */
function drop(state: Clocks, event: Event, end: Event): Clocks {
  if (sameEvent(event, end)) return { ...state, cursor: event };
  return event.process === end.process
    ? toChanged(state, { type: "move", event, place: end.place }, end)
    : toChanged(state, { type: "send", message: { from: event, to: end } }, end);
}

function toChanged(state: Clocks, asked: Change, cursor: Event): Clocks {
  const changed = change(state.execution, asked);
  if (typeof changed === "string") return { ...state, from: undefined, refusal: changed };
  return { ...state, execution: changed, cursor, from: undefined, refusal: undefined, ran: undefined };
}

function canSend(execution: Execution, event: Event): boolean {
  return hasEvent(execution, event) && messageOf(execution, event) === undefined;
}

/** The cursor's own place if it is free, else the next free one to the right, else the nearest to the left. */
function freePlace(execution: Execution, cursor: Event): Event | undefined {
  const places = Array.from({ length: PLACES }, (_, place) => ({ process: cursor.process, place }));
  const isFree = (event: Event) => !hasEvent(execution, event);
  return places.slice(cursor.place).find(isFree) ?? places.slice(0, cursor.place).findLast(isFree);
}

/** Where a key leads from the cursor: events of a line, or the nearest one of the line above or below. */
export function neighbourOf({ execution, cursor }: Clocks, key: string): Event | undefined {
  const line = eventsOf(execution, cursor.process);
  switch (key) {
    case "ArrowLeft":
      return line.findLast(({ place }) => place < cursor.place);
    case "ArrowRight":
      return line.find(({ place }) => place > cursor.place);
    case "Home":
      return line[0];
    case "End":
      return line.at(-1);
    case "ArrowUp":
    case "ArrowDown": {
      const process = cursor.process + (key === "ArrowUp" ? -1 : 1);
      if (process < 0 || process >= execution.processes) return undefined;
      const distance = ({ place }: Event) => Math.abs(place - cursor.place);
      const nearest = eventsOf(execution, process).sort((a, b) => distance(a) - distance(b))[0];
      return nearest ?? { process, place: cursor.place };
    }
    default:
      return undefined;
  }
}
