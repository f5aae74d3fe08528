import fc from "fast-check";
import { default_w, forgetting_curve } from "ts-fsrs";
import { expect, test } from "vitest";
import type { Progress } from "../../src/course/study-progress.ts";
import { recall, settle } from "../../src/course/study-recall.ts";
import { grade, intervals, type Rating } from "../../src/course/study-schedule.ts";
import { anyNow, anyProgress } from "./study-arbitraries.ts";

const now = Date.UTC(2026, 10, 20, 15);
const day = 86_400_000;

test("a new card returns in ten minutes, or in days that grow with how easy it was", () => {
  const [again, hard, good, easy] = intervals(undefined, now);
  expect(again).toBe(600_000);
  expect(hard).toBeLessThan(20 * 60_000);
  expect(good! / day).toBeGreaterThanOrEqual(1);
  expect(easy).toBeGreaterThan(good!);
});

test("what is answered well again waits longer, what is forgotten returns at once and counts as a lapse", () => {
  const first = grade(undefined, 3, now);
  const second = grade(first, 3, first.due);
  expect(second.due - second.reviewed).toBeGreaterThan(first.due - first.reviewed);
  expect(second).toMatchObject({ begun: now, reviews: 2, lapses: 0 });
  const forgotten = grade(second, 1, second.due);
  expect(forgotten).toMatchObject({ lapses: 1 });
  expect(forgotten.due - forgotten.reviewed).toBe(600_000);
});

test("recall is certain at the review, nine of ten after the stability, and the curve of FSRS-6 between", () => {
  const known = grade(undefined, 4, now);
  expect(recall(known, now)).toBe(1);
  expect(recall(known, now + known.stability * day)).toBeCloseTo(0.9, 6);
  const days = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(anyProgress, days, (progress, later) => {
      expect(recall(progress, progress.reviewed + later * day)).toBeCloseTo(
        forgetting_curve(default_w, later, progress.stability),
        4,
      );
    }),
  );
  expect(recall(undefined, now)).toBe(0);
});

test("no card waits longer than the days to the exam", () => {
  const known = grade(grade(undefined, 4, now), 4, now + 30 * day);
  expect(intervals(known, now + 60 * day, 5).every((wait) => wait <= 5 * day)).toBe(true);
});

test("with the clock moved back a day, or a century, there is an answer, and the interval stays", () => {
  const known = grade(undefined, 4, now);
  for (const back of [1, day, 36_500 * day]) {
    const later = grade(known, 3, now - back);
    expect(later.due).toBeGreaterThan(now - back);
    expect(settle(known, now - back)).toMatchObject({ due: now - back + (known.due - now), reviewed: now - back });
  }
});

test("any progress, any hour and any rating give a progress that can be kept", () => {
  fc.assert(
    fc.property(
      anyProgress,
      anyNow,
      fc.constantFrom<Rating>(1, 2, 3, 4),
      fc.integer({ min: 1, max: 400 }),
      checkAnswer,
    ),
    { numRuns: 500 },
  );
});

function checkAnswer(progress: Progress, hour: number, rating: Rating, longest: number): void {
  const next = grade(progress, rating, hour, longest);
  for (const value of Object.values(next)) expect(value).toSatisfy(Number.isFinite);
  expect(next.due).toBeGreaterThan(hour);
  expect(recall(next, hour + day)).toSatisfy((share: number) => share >= 0 && share <= 1);
}
