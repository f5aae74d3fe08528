import { eventsOf, sameEvent, type Event, type Execution } from "./execution.ts";

/** What the two logical clocks give an event, and how the sum comes out. */
export interface Mark {
  readonly event: Event;
  /** Lamport's counter: one more than the larger of `own` and `carried`. */
  readonly lamport: number;
  /** One counter a process: how many of its events this one may know of, itself included. */
  readonly vector: readonly number[];
  /** The counter of its process just before. */
  readonly own: number;
  /** The counter that the message brought, if the event receives one. */
  readonly carried: number | undefined;
}

/**
 * The marks of every event, in the order in which they happen (from left to right, P1 first). Lamport 1978 for the
 * counter; Mattern 1989 and Fidge 1988 for the vector.
 */
export function readClocks(execution: Execution): Mark[] {
  const marks: Mark[] = [];
  const markOf = (event: Event | undefined) => marks.find((mark) => sameEvent(mark.event, event));
  for (const event of runningOrder(execution)) {
    const previous = markOf(eventsOf(execution, event.process).findLast(({ place }) => place < event.place));
    const received = markOf(execution.messages.find(({ to }) => sameEvent(to, event))?.from);
    const own = previous?.lamport ?? 0;
    const vector = Array.from(
      { length: execution.processes },
      (_, process) =>
        Math.max(previous?.vector[process] ?? 0, received?.vector[process] ?? 0) + (process === event.process ? 1 : 0),
    );
    const lamport = Math.max(own, received?.lamport ?? 0) + 1;
    marks.push({ event, lamport, vector, own, carried: received?.lamport });
  }
  return marks;
}

/** V(a) < V(b): nowhere larger, and not the same. */
export function isVectorLess(a: readonly number[], b: readonly number[]): boolean {
  return a.every((count, process) => count <= (b[process] ?? 0)) && a.some((count, process) => count !== b[process]);
}

/** One of the orders in which the events may happen: from left to right, P1 first. */
export function runningOrder({ events }: Execution): Event[] {
  return [...events].sort((a, b) => a.place - b.place || a.process - b.process);
}

/** What one event is for another. */
export type Relation = "same" | "before" | "after" | "concurrent";

/** The events that can be reached from one by lines and messages, to the right: those that it may have influenced. */
export function futureOf(execution: Execution, event: Event): Event[] {
  return reach(execution, event, nextOf);
}

/** The events from which one can be reached: those that may have influenced it. */
export function pastOf(execution: Execution, event: Event): Event[] {
  return reach(execution, event, previousOf);
}

/** Lamport's a → b: there is a path from one to the other. */
export function happenedBefore(execution: Execution, a: Event, b: Event): boolean {
  return futureOf(execution, a).some((event) => sameEvent(event, b));
}

/** How the first is to the second: before it, after it, or neither, that is, concurrent. */
export function relate(execution: Execution, a: Event, b: Event): Relation {
  if (sameEvent(a, b)) return "same";
  if (happenedBefore(execution, a, b)) return "before";
  return happenedBefore(execution, b, a) ? "after" : "concurrent";
}

/** The events without order with one. */
export function concurrentWith(execution: Execution, event: Event): Event[] {
  const related = [event, ...pastOf(execution, event), ...futureOf(execution, event)];
  return execution.events.filter((other) => !related.some((one) => sameEvent(one, other)));
}

/** Every pair of events without order, each once. */
export function concurrentPairs(execution: Execution): [Event, Event][] {
  return execution.events.flatMap((a, at) =>
    concurrentWith(execution, a)
      .filter((b) => execution.events.findIndex((event) => sameEvent(event, b)) > at)
      .map((b): [Event, Event] => [a, b]),
  );
}

function reach(execution: Execution, start: Event, step: (execution: Execution, event: Event) => Event[]): Event[] {
  const found = new Set<Event>();
  const pending = step(execution, start);
  for (let event = pending.pop(); event !== undefined; event = pending.pop()) {
    const reached = execution.events.find((other) => sameEvent(other, event));
    if (reached === undefined || found.has(reached)) continue;
    found.add(reached);
    pending.push(...step(execution, reached));
  }
  return execution.events.filter((event) => found.has(event));
}

function nextOf(execution: Execution, event: Event): Event[] {
  const onLine = eventsOf(execution, event.process).find(({ place }) => place > event.place);
  const received = execution.messages.find(({ from }) => sameEvent(from, event))?.to;
  return [onLine, received].filter((next) => next !== undefined);
}

function previousOf(execution: Execution, event: Event): Event[] {
  const onLine = eventsOf(execution, event.process).findLast(({ place }) => place < event.place);
  const sent = execution.messages.find(({ to }) => sameEvent(to, event))?.from;
  return [onLine, sent].filter((previous) => previous !== undefined);
}
