/** How many events fit on the line of a process. */
export const PLACES = 10;
export const LEAST_PROCESSES = 2;
export const MOST_PROCESSES = 4;

/** Where an event stands: its process (0 is P1) and its place on that line, from the left. Two events never share one. */
export interface Event {
  readonly process: number;
  readonly place: number;
}

/** A message leaves in an event and arrives in another one, of another process and further to the right. */
export interface Message {
  readonly from: Event;
  readonly to: Event;
}

/**
 * What happened, as a space-time diagram. Time goes to the right, so nothing can be its own cause. Each event is one
 * step, one send or one receipt: it has one message at most. Distances mean nothing.
 */
export interface Execution {
  readonly processes: number;
  /** By process, then from left to right. */
  readonly events: readonly Event[];
  readonly messages: readonly Message[];
}

export type Change =
  | { readonly type: "add"; readonly event: Event }
  | { readonly type: "remove"; readonly event: Event }
  /** Along its line, without passing another event: the execution stays the same. */
  | { readonly type: "move"; readonly event: Event; readonly place: number }
  /** The events at its ends are added if they are missing. */
  | { readonly type: "send"; readonly message: Message }
  | { readonly type: "unsend"; readonly from: Event }
  /** Processes are added and removed below. */
  | { readonly type: "processes"; readonly count: number };

/** Why a change cannot be. */
export type Refusal = "outside" | "taken" | "nothing-there" | "passes-another" | "backwards" | "same-process" | "busy";

/** The figure of the notes: P1 does e1 and e2, P2 does f1, f2 and f3, and e1 sends a message to f2. */
export function start(): Execution {
  const e1 = { process: 0, place: 2 };
  const f2 = { process: 1, place: 4 };
  return {
    processes: 2,
    events: [e1, { process: 0, place: 7 }, { process: 1, place: 1 }, f2, { process: 1, place: 8 }],
    messages: [{ from: e1, to: f2 }],
  };
}

export function sameEvent(a: Event | undefined, b: Event | undefined): boolean {
  return a?.process === b?.process && a?.place === b?.place;
}

/** The events of a process, in their order. */
export function eventsOf({ events }: Execution, process: number): Event[] {
  return events.filter((event) => event.process === process);
}

/** The name that the notes give it: the letter of its process and its number on the line (`e1`, `f3`). */
export function nameOf(execution: Execution, event: Event): string {
  const before = eventsOf(execution, event.process).filter(({ place }) => place < event.place).length;
  return `${"efgh"[event.process]}${before + 1}`;
}

export function hasEvent({ events }: Execution, event: Event): boolean {
  return events.some((other) => sameEvent(other, event));
}

/** The message that an event sends or receives. */
export function messageOf({ messages }: Execution, event: Event): Message | undefined {
  return messages.find(({ from, to }) => sameEvent(from, event) || sameEvent(to, event));
}

/** The execution after a change, or why it cannot be. The one given stays as it is. */
export function change(execution: Execution, asked: Change): Execution | Refusal {
  const { processes, events, messages } = execution;
  switch (asked.type) {
    case "add":
      if (!fits(execution, asked.event)) return "outside";
      if (hasEvent(execution, asked.event)) return "taken";
      return { ...execution, events: inOrder([...events, asked.event]) };
    case "remove": {
      if (!hasEvent(execution, asked.event)) return "nothing-there";
      const lost = messageOf(execution, asked.event);
      return {
        ...execution,
        events: events.filter((event) => !sameEvent(event, asked.event)),
        messages: messages.filter((message) => message !== lost),
      };
    }
    case "move":
      return move(execution, asked.event, asked.place);
    case "send":
      return send(execution, asked.message);
    case "unsend":
      if (!messages.some(({ from }) => sameEvent(from, asked.from))) return "nothing-there";
      return { ...execution, messages: messages.filter(({ from }) => !sameEvent(from, asked.from)) };
    case "processes": {
      const { count } = asked;
      if (!Number.isInteger(count) || count < LEAST_PROCESSES || count > MOST_PROCESSES) return "outside";
      if (count >= processes) return { ...execution, processes: count };
      return {
        processes: count,
        events: events.filter(({ process }) => process < count),
        messages: messages.filter(({ from, to }) => from.process < count && to.process < count),
      };
    }
  }
}

function move(execution: Execution, event: Event, place: number): Execution | Refusal {
  if (!hasEvent(execution, event)) return "nothing-there";
  const moved = { process: event.process, place };
  if (!fits(execution, moved)) return "outside";
  const [left, right] = [Math.min(event.place, place), Math.max(event.place, place)];
  const inTheWay = eventsOf(execution, event.process).filter((other) => other.place >= left && other.place <= right);
  if (inTheWay.length > 1) return "passes-another";
  const put = (other: Event): Event => (sameEvent(other, event) ? moved : other);
  const messages = execution.messages.map(({ from, to }) => ({ from: put(from), to: put(to) }));
  if (messages.some(({ from, to }) => from.place >= to.place)) return "backwards";
  return { ...execution, events: inOrder(execution.events.map(put)), messages };
}

function send(execution: Execution, { from, to }: Message): Execution | Refusal {
  if (!fits(execution, from) || !fits(execution, to)) return "outside";
  if (from.process === to.process) return "same-process";
  if (from.place >= to.place) return "backwards";
  if (messageOf(execution, from) !== undefined || messageOf(execution, to) !== undefined) return "busy";
  const missing = [from, to].filter((event) => !hasEvent(execution, event));
  const messages = [...execution.messages, { from, to }].sort((a, b) => compareEvents(a.from, b.from));
  return { ...execution, events: inOrder([...execution.events, ...missing]), messages };
}

function fits({ processes }: Execution, { process, place }: Event): boolean {
  return isBelow(process, processes) && isBelow(place, PLACES);
}

function isBelow(number: number, end: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < end;
}

function inOrder(events: readonly Event[]): Event[] {
  return [...events].sort(compareEvents);
}

function compareEvents(a: Event, b: Event): number {
  return a.process - b.process || a.place - b.place;
}
