import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toClock, toMinutes, toWords } from "../../slides/speaker/duration.ts";
import { elapsed, moveTo, type Run, startRun, togglePause } from "../../slides/speaker/run.ts";
import { compare, stretch, sumSeconds, toSections } from "../../slides/speaker/talk.ts";

const talk = [
  { id: "inicio", title: "Portada", seconds: 10, opens: false },
  { id: "a", title: "A", seconds: 60, opens: true },
  { id: "a-2", title: "A (2/2)", seconds: 30, opens: false },
  { id: "b", title: "B", seconds: 100, opens: true },
];

describe("the plan of a talk", () => {
  test("has a stretch for each section, and the cover is of the first", () => {
    expect(toSections(talk)).toEqual([
      { title: "A", from: 0, to: 3, seconds: 100 },
      { title: "B", from: 3, to: 4, seconds: 100 },
    ]);
    expect(toSections(talk.map((slide) => ({ ...slide, opens: false })))).toEqual([
      { title: "Portada", from: 0, to: 4, seconds: 200 },
    ]);
  });

  test.each([
    [0, 0, { late: 0, left: 200, next: 10 }],
    [1, 5, { late: -5, left: 195, next: 65 }],
    [1, 10, { late: 0, left: 190, next: 60 }],
    [1, 70, { late: 0, left: 130, next: 0 }],
    [1, 100, { late: 30, left: 100, next: -30 }],
    [3, 260, { late: 60, left: -60, next: -60 }],
  ])("on slide %i after %i s the talk stands so", (place, seconds, standing) => {
    expect(compare(talk, place, seconds)).toEqual(standing);
  });

  test("fits into another time with the same shares", () => {
    const longer = stretch(talk, 400);
    expect(longer.map(({ seconds }) => seconds)).toEqual([20, 120, 60, 200]);
    expect(sumSeconds(stretch(talk, 33))).toBeCloseTo(33);
  });
});

describe("the clock of a run", () => {
  test("counts each slide's time, and none while it stands still", () => {
    let run = moveTo(startRun("inicio", 1000), "a", 4000);
    run = togglePause(run, 9000);
    run = moveTo(run, "b", 20_000);
    run = togglePause(run, 30_000);
    expect(elapsed(run, 31_000)).toBe(9000);
    expect(moveTo(run, "a", 31_500).spent).toEqual({ inicio: 3000, a: 5000, b: 1500 });
  });

  test("keeps its sum through any steps, pauses and reloads", () => {
    const step = fc.record({ wait: fc.nat(5000), act: fc.constantFrom("a", "b", "c", "pausa", "recarga") });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let run: Run = startRun("a", 0);
        let [now, running, sum] = [0, true, 0];
        for (const { wait, act } of steps) {
          now += wait;
          if (running) sum += wait;
          if (act === "pausa") {
            run = togglePause(run, now);
            running = !running;
          } else if (act === "recarga") run = JSON.parse(JSON.stringify(run)) as Run;
          else run = moveTo(run, act, now);
        }
        expect(elapsed(run, now)).toBe(sum);
      }),
    );
  });

  test("loses nothing when the computer's clock is set back", () => {
    expect(elapsed(startRun("a", 5000), 1000)).toBe(0);
  });
});

test("durations are said in Spanish", () => {
  expect(toClock(2350)).toBe("0:39:10");
  expect(toClock(-65)).toBe("−0:01:05");
  expect(toClock(-0.4)).toBe("0:00:00");
  expect([212, 43, 120, 3900, -212].map(toWords)).toEqual([
    "3\u00a0min 30\u00a0s",
    "45\u00a0s",
    "2\u00a0min",
    "1\u00a0h 5\u00a0min",
    "3\u00a0min 30\u00a0s",
  ]);
  expect([20, 950].map(toMinutes)).toEqual(["1\u00a0min", "16\u00a0min"]);
});
