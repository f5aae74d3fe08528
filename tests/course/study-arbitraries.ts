import fc from "fast-check";
import type { Progress } from "../../src/course/study-progress.ts";

const time = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

export const anyNow = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });

/** Whatever passes for a progress. */
export const anyProgress: fc.Arbitrary<Progress> = fc.record({
  begun: time,
  reviewed: time,
  due: time,
  stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  interval: fc.integer({ min: 0, max: 36_500 }),
  step: fc.integer({ min: 0, max: 10 }),
  state: fc.integer({ min: 1, max: 3 }),
  reviews: fc.integer({ min: 1, max: 1_000_000 }),
  lapses: fc.integer({ min: 0, max: 1_000_000 }),
});

const anyKey: fc.Arbitrary<string> = fc.constantFrom(
  "nodo:definir",
  "nodo:nombrar",
  "cita:autor",
  "P-01:responder",
  "red:definir",
);

export const anyStudy = fc.array(fc.tuple(anyKey, anyProgress)).map((pairs) => new Map(pairs));
