import fc from "fast-check";
import { expect, test } from "vitest";
import {
  change,
  eventsOf,
  nameOf,
  PLACES,
  sameEvent,
  start,
  type Change,
  type Event,
  type Execution,
} from "../../src/islands/clocks/execution.ts";
import {
  concurrentPairs,
  concurrentWith,
  futureOf,
  happenedBefore,
  isVectorLess,
  pastOf,
  readClocks,
  relate,
} from "../../src/islands/clocks/model.ts";
import { judge } from "../../src/islands/clocks/puzzle.ts";
import { countStates } from "../../src/islands/clocks/states.ts";
import { readExecution, writeExecution } from "../../src/islands/clocks/text.ts";

const anEvent = fc.record({ process: fc.integer({ min: -1, max: 4 }), place: fc.integer({ min: -1, max: PLACES }) });
const aChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("add" as const), event: anEvent }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("send" as const), message: fc.record({ from: anEvent, to: anEvent }) }),
  },
  fc.record({ type: fc.constant("remove" as const), event: anEvent }),
  fc.record({ type: fc.constant("move" as const), event: anEvent, place: fc.integer({ min: -1, max: PLACES }) }),
  fc.record({ type: fc.constant("unsend" as const), from: anEvent }),
  fc.record({ type: fc.constant("processes" as const), count: fc.integer({ min: 0, max: 5 }) }),
);
const anExecution = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.array(aChange, { maxLength: 50 }))
  .map(([processes, changes]) => apply({ ...start(), processes }, changes));

function apply(from: Execution, changes: readonly Change[]): Execution {
  return changes.reduce((execution, asked) => {
    const changed = change(execution, asked);
    return typeof changed === "string" ? execution : changed;
  }, from);
}

/** The definition itself, with none of the model's code: the closure of the order of each process and the messages. */
function closure({ events, messages }: Execution): boolean[][] {
  const at = ({ process, place }: Event) => events.findIndex((e) => e.process === process && e.place === place);
  const before = events.map((a) => events.map((b) => a.process === b.process && a.place < b.place));
  for (const { from, to } of messages) before[at(from)]![at(to)] = true;
  for (const middle of events.keys())
    for (const a of events.keys())
      for (const b of events.keys()) before[a]![b] ||= before[a]![middle]! && before[middle]![b]!;
  return before;
}

function named(execution: Execution): (name: string) => Event {
  return (name) => execution.events.find((event) => nameOf(execution, event) === name)!;
}

function marksByName(execution: Execution): object {
  return Object.fromEntries(
    readClocks(execution).map(({ event, lamport, vector }) => [nameOf(execution, event), [lamport, vector]]),
  );
}

function check(property: fc.IRawProperty<unknown>, runs = 300): void {
  fc.assert(property, { numRuns: runs, verbose: fc.VerbosityLevel.Verbose });
}

test("it starts with the figure of the notes, and gives it the marks, the pairs and the counts of the lesson", () => {
  const figure = start();
  expect(figure.events.map((event) => nameOf(figure, event))).toEqual(["e1", "e2", "f1", "f2", "f3"]);
  expect(figure.messages.map(({ from, to }) => [nameOf(figure, from), nameOf(figure, to)])).toEqual([["e1", "f2"]]);
  const marks = readClocks(figure).map(({ event, lamport, vector }) => [nameOf(figure, event), lamport, vector]);
  expect(marks.sort()).toEqual([
    ["e1", 1, [1, 0]],
    ["e2", 2, [2, 0]],
    ["f1", 1, [0, 1]],
    ["f2", 2, [1, 2]],
    ["f3", 3, [1, 3]],
  ]);
  const pairs = concurrentPairs(figure).map((pair) => pair.map((event) => nameOf(figure, event)).join(" ∥ "));
  expect(pairs).toEqual(["e1 ∥ f1", "e2 ∥ f1", "e2 ∥ f2", "e2 ∥ f3"]);
  expect(countStates(figure)).toEqual({ all: 12, consistent: 10, interleavings: 7n });
});

test("a → b is what its definition says, in any execution", () => {
  check(
    fc.property(anExecution, (execution) => {
      const before = closure(execution);
      for (const [i, a] of execution.events.entries())
        for (const [j, b] of execution.events.entries()) {
          expect(happenedBefore(execution, a, b)).toBe(before[i]![j]);
          const relation = before[i]![j] ? "before" : before[j]![i] ? "after" : i === j ? "same" : "concurrent";
          expect(relate(execution, a, b)).toBe(relation);
        }
    }),
  );
});

test("a → b implies L(a) < L(b), and V(a) < V(b) says exactly a → b", () => {
  check(
    fc.property(anExecution, (execution) => {
      const before = closure(execution);
      const marks = readClocks(execution);
      const markOf = (event: Event) => marks.find((mark) => sameEvent(mark.event, event))!;
      for (const [i, a] of execution.events.entries())
        for (const [j, b] of execution.events.entries()) {
          expect(!before[i]![j] || markOf(a).lamport < markOf(b).lamport).toBe(true);
          expect(isVectorLess(markOf(a).vector, markOf(b).vector)).toBe(before[i]![j]);
        }
    }),
  );
});

test("Lamport's number is the longest chain that ends in the event, and the vector counts its past by process", () => {
  check(
    fc.property(anExecution, (execution) => {
      const before = closure(execution);
      const chain = (at: number): number =>
        1 + Math.max(0, ...execution.events.flatMap((_, i) => (before[i]![at] ? [chain(i)] : [])));
      for (const { event, lamport, vector } of readClocks(execution)) {
        const at = execution.events.findIndex((other) => sameEvent(other, event));
        expect(lamport).toBe(chain(at));
        for (const [process, count] of vector.entries()) {
          const known = execution.events.filter(
            (other, i) => other.process === process && (before[i]![at] || i === at),
          );
          expect(count).toBe(known.length);
        }
      }
    }),
    100,
  );
});

test("past, future and the concurrent share out the other events", () => {
  check(
    fc.property(anExecution, (execution) => {
      for (const event of execution.events) {
        const parts = [[event], pastOf(execution, event), futureOf(execution, event), concurrentWith(execution, event)];
        expect(parts.flat()).toHaveLength(execution.events.length);
        expect(new Set(parts.flat())).toEqual(new Set(execution.events));
      }
    }),
  );
});

test("the global states and the interleavings are those found by trying every order", () => {
  check(
    fc.property(fc.integer({ min: 2, max: 4 }), fc.array(aChange, { maxLength: 14 }), (processes, changes) => {
      const execution = apply({ processes, events: [], messages: [] }, changes);
      const before = closure(execution);
      const cuts = new Set<string>();
      const orders = (done: readonly number[]): bigint => {
        cuts.add([...done].sort((a, b) => a - b).join());
        if (done.length === execution.events.length) return 1n;
        return execution.events.reduce((sum, _, next) => {
          const ready =
            !done.includes(next) && execution.events.every((__, i) => !before[i]![next] || done.includes(i));
          return ready ? sum + orders([...done, next]) : sum;
        }, 0n);
      };
      const interleavings = orders([]);
      const all = Array.from({ length: execution.processes }, (_, p) => eventsOf(execution, p).length + 1).reduce(
        (a, b) => a * b,
      );
      expect(countStates(execution)).toEqual({ all, consistent: cuts.size, interleavings });
    }),
    150,
  );
});

test("whatever is asked, an execution stays one: messages go right, between processes, one an event", () => {
  check(
    fc.property(anExecution, aChange, (execution, asked) => {
      const copy = structuredClone(execution);
      const changed = change(execution, asked);
      expect(execution).toEqual(copy);
      const { processes, events, messages } = typeof changed === "string" ? execution : changed;
      const ends = messages.flatMap(({ from, to }) => [from, to]);
      for (const { from, to } of messages) {
        expect(from.place).toBeLessThan(to.place);
        expect(from.process).not.toBe(to.process);
      }
      const seats = events.map(({ process, place }) => process * PLACES + place);
      expect(seats).toEqual([...new Set(seats)].sort((a, b) => a - b));
      expect(Math.max(0, ...seats)).toBeLessThan(processes * PLACES);
      expect(Math.min(0, ...seats)).toBe(0);
      const busy = ends.map(({ process, place }) => process * PLACES + place);
      expect(new Set(busy).size).toBe(ends.length);
      expect(busy.every((seat) => seats.includes(seat))).toBe(true);
    }),
  );
});

test("an event moved along its line changes neither order nor clocks", () => {
  check(
    fc.property(anExecution, fc.nat(), fc.integer({ min: 0, max: PLACES - 1 }), (execution, index, place) => {
      fc.pre(execution.events.length > 0);
      const event = execution.events[index % execution.events.length]!;
      const changed = change(execution, { type: "move", event, place });
      fc.pre(typeof changed !== "string");
      const moved = changed as Execution;
      expect(closure(moved)).toEqual(closure(execution));
      expect(marksByName(moved)).toEqual(marksByName(execution));
    }),
  );
});

test("each refusal has its reason", () => {
  const figure = start();
  const at = named(figure);
  const free = { process: 0, place: 9 };
  const cases: [Change, string][] = [
    [{ type: "add", event: { process: 2, place: 0 } }, "outside"],
    [{ type: "add", event: at("e1") }, "taken"],
    [{ type: "remove", event: free }, "nothing-there"],
    [{ type: "move", event: at("f1"), place: 5 }, "passes-another"],
    [{ type: "move", event: at("e1"), place: 5 }, "backwards"],
    [{ type: "send", message: { from: at("f3"), to: at("e2") } }, "backwards"],
    [{ type: "send", message: { from: at("f1"), to: at("f3") } }, "same-process"],
    [{ type: "send", message: { from: at("f2"), to: at("e2") } }, "busy"],
    [{ type: "unsend", from: at("e2") }, "nothing-there"],
    [{ type: "processes", count: 5 }, "outside"],
  ];
  expect(cases.map(([asked]) => change(figure, asked))).toEqual(cases.map(([, reason]) => reason));
});

test("the puzzle takes every execution with an event after all the others, and says what lacks a path otherwise", () => {
  expect(judge(start())).toEqual({ solved: false, last: named(start())("f3"), missing: [named(start())("e2")] });
  const joined = apply(start(), [{ type: "send", message: { from: named(start())("e2"), to: named(start())("f3") } }]);
  expect(judge(joined)).toEqual({ solved: true, last: named(start())("f3") });
  expect(judge({ processes: 2, events: [], messages: [] })).toEqual({ solved: false, few: true });
  check(
    fc.property(anExecution, (execution) => {
      const before = closure(execution);
      const last = execution.events.some((_, at) => execution.events.every((__, i) => i === at || before[i]![at]));
      const verdict = judge(execution);
      fc.pre(!("few" in verdict));
      expect(verdict.solved).toBe(last);
      if (!("missing" in verdict)) return;
      expect(verdict.missing.length).toBeGreaterThan(0);
      for (const event of verdict.missing) expect(happenedBefore(execution, event, verdict.last)).toBe(false);
    }),
  );
});

test("an execution survives its text, and any text gives an execution", () => {
  expect(writeExecution(start())).toBe("2e2e7f1f4f8.e2f4");
  check(
    fc.property(anExecution, (execution) => {
      expect(readExecution(writeExecution(execution))).toEqual(execution);
    }),
    1000,
  );
  const hostile = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.stringMatching(/^[0-9]{0,3}([e-k][0-9]){0,80}\.?([e-k][0-9]){0,80}$/),
  );
  check(
    fc.property(hostile, (text) => {
      const execution = readExecution(text);
      expect(readExecution(writeExecution(execution))).toEqual(execution);
    }),
  );
});
