import { eventsOf, sameEvent, type Event, type Execution } from "./execution.ts";
import { pastOf } from "./model.ts";

export type Verdict =
  | { readonly solved: true; readonly last: Event }
  /** `last` is the event that lacks least; `missing`, what has no path to it. */
  | { readonly solved: false; readonly last: Event; readonly missing: readonly Event[] }
  | { readonly solved: false; readonly few: true };

/**
 * The puzzle: that some event has all the others in its past. With fewer than two events in two of the lines, or five in
 * all, there is nothing to solve.
 */
export function judge(execution: Execution): Verdict {
  const lines = Array.from({ length: execution.processes }, (_, process) => eventsOf(execution, process).length);
  const enough = execution.events.length >= 5 && lines.filter((events) => events >= 2).length >= 2;
  const [first] = execution.events;
  if (!enough || first === undefined) return { solved: false, few: true };
  const last = execution.events.reduce(
    (best, event) => (pastOf(execution, event).length >= pastOf(execution, best).length ? event : best),
    first,
  );
  const past = [last, ...pastOf(execution, last)];
  const missing = execution.events.filter((event) => !past.some((other) => sameEvent(other, event)));
  return missing.length === 0 ? { solved: true, last } : { solved: false, last, missing };
}
