import { expect, test } from "vitest";
import { type Card, toCards } from "../../src/course/card.ts";
import { daysUntil, endOfDay, examHour, readDay, toSpan } from "../../src/course/study-day.ts";
import { toPlan } from "../../src/course/study-plan.ts";
import { dueToday, todayQueue, unseen, weakestFirst, wholeQueue } from "../../src/course/study-queue.ts";
import { recall } from "../../src/course/study-recall.ts";
import { grade } from "../../src/course/study-schedule.ts";
import { answer, minutesLeft, startSession } from "../../src/course/study-session.ts";

const day = 86_400_000;
const now = new Date(2026, 10, 20, 15).getTime();
const cards: Card[] = [
  ...toCards("redes", { definitions: ["nodo", "enlace"], quotations: [], questions: ["P-01"] }),
  ...toCards("citas", { definitions: ["sistema"], quotations: ["sistema"], questions: [] }),
];
const progress = new Map([
  ["nodo:definir", grade(undefined, 4, now - 40 * day)],
  ["enlace:definir", grade(undefined, 3, now - 20 * day)],
  ["P-01:responder", grade(undefined, 4, now - 60_000)],
]);

test("a lesson asks for each definition both ways, for its quotations' authors and its questions", () => {
  expect(cards.map(({ key }) => key)).toEqual([
    "nodo:definir",
    "enlace:definir",
    "nodo:nombrar",
    "enlace:nombrar",
    "P-01:responder",
    "sistema:definir",
    "sistema:nombrar",
    "sistema:autor",
  ]);
});

test("due cards come the most forgotten first, then new ones in order, then what is known", () => {
  expect(dueToday(cards, progress, now)).toEqual(["enlace:definir", "nodo:definir"]);
  expect(todayQueue(cards, progress, now, 2)).toEqual([
    "enlace:definir",
    "nodo:definir",
    "nodo:nombrar",
    "enlace:nombrar",
  ]);
  const whole = wholeQueue(cards, progress, now);
  expect(whole).toHaveLength(cards.length);
  expect(new Set(whole).size).toBe(cards.length);
  expect(whole.at(-1)).toBe("P-01:responder");
});

test("the last night asks for everything, the weakest first", () => {
  const night = weakestFirst(cards, progress, now);
  expect(night.slice(0, 5)).toEqual(unseen(cards, progress));
  expect(night.slice(5)).toEqual(["enlace:definir", "nodo:definir", "P-01:responder"]);
  const strengths = night.map((key) => recall(progress.get(key), now));
  expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
});

test("the plan spreads what is new until two days before the exam, and foresees each lesson", () => {
  // Six cards for two days, one of which was begun a minute ago.
  const plan = toPlan(cards, progress, now, "2026-11-24");
  expect(plan).toMatchObject({ days: 4, longest: 4, unseen: 5, due: 2, fresh: 2 });
  const [redes, citas] = plan.lessons;
  expect(citas).toEqual({ slug: "citas", cards: 3, seen: 0, due: 0, recall: 0 });
  const at = examHour("2026-11-24");
  const expected = [...progress.values()].reduce((sum, one) => sum + recall(one, at), 0) / 5;
  expect(redes).toMatchObject({ cards: 5, seen: 3, due: 2 });
  expect(redes!.recall).toBeCloseTo(expected, 10);
});

test("what was begun today counts for today; without an exam, or after it, ten cards a day", () => {
  const begun = new Map(progress).set("nodo:nombrar", grade(undefined, 1, now - 1000));
  expect(toPlan(cards, begun, now, "2026-11-24").fresh).toBe(1);
  const many = toCards("redes", {
    definitions: Array.from({ length: 30 }, (_, i) => `d${i}`),
    quotations: [],
    questions: [],
  });
  expect(toPlan(many, new Map(), now)).toMatchObject({ fresh: 10, days: undefined, longest: undefined });
  expect(toPlan(many, new Map(), now, "2026-11-19")).toMatchObject({ fresh: 10, days: undefined });
  expect(toPlan(many, new Map(), now, "2026-11-20")).toMatchObject({ fresh: 60, days: 0, longest: 1 });
});

test("a card that did not come out returns at the end of the sitting", () => {
  let session = startSession(["a", "b"]);
  session = answer(session, 1, 600_000);
  session = answer(session, 3, 2 * day);
  expect(session).toEqual({ queue: ["a", "b", "a"], at: 2, answers: [1, 3] });
  session = answer(session, 3, 2 * day);
  expect(session.at).toBe(session.queue.length);
  expect(answer(session, 3, 0)).toBe(session);
});

test("the time that is left follows the pace", () => {
  const session = { ...startSession(Array.from({ length: 14 }, String)), at: 6 };
  expect(minutesLeft({ ...session, at: 0 }, 0)).toBe(7);
  expect(minutesLeft(session, 6 * 15_000)).toBe(2);
});

test("days are days of the calendar, and only those that exist", () => {
  expect(readDay("2026-12-10")).toBe("2026-12-10");
  for (const wrong of ["2026-02-29", "2026-13-01", "26-12-10", "", null, 5, "1999-12-10", "2026-12-10T00:00"]) {
    expect(readDay(wrong)).toBeUndefined();
  }
  expect(daysUntil("2026-11-20", now)).toBe(0);
  expect(daysUntil("2026-12-20", new Date(2026, 10, 20, 23, 59).getTime())).toBe(30);
  expect(daysUntil("2026-11-19", now)).toBe(-1);
  expect(endOfDay(now) - now).toBe(9 * 3_600_000);
});

test("spans are as coarse as they are long", () => {
  const spans = [1000, 600_000, 3 * 3_600_000, 22 * 3_600_000, 15 * day, 120 * day, 365.25 * day, 550 * day].map(
    toSpan,
  );
  expect(spans).toEqual(["1 min", "10 min", "3 h", "1 día", "15 días", "4 meses", "1 año", "1,5 años"]);
});
