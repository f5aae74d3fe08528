import type { Card } from "./card.ts";
import { type Day, daysUntil, endOfDay, examHour } from "./study-day.ts";
import type { ProgressByKey } from "./study-progress.ts";
import { dueToday, unseen } from "./study-queue.ts";
import { recall } from "./study-recall.ts";

/** Without an exam to reach, so many new cards a day. */
const freshByDefault = 10;
/** The days before an exam in which nothing new is begun. */
const restBefore = 2;

/** Where the study stands, and what is left for today. */
export interface Plan {
  /** Days to the exam; nothing without one or when it has passed. */
  days: number | undefined;
  /** No card waits longer than this many days, so that each returns before the exam. */
  longest: number | undefined;
  /** Cards to begin today. */
  fresh: number;
  due: number;
  unseen: number;
  lessons: LessonPlan[];
}

export interface LessonPlan {
  slug: string;
  cards: number;
  seen: number;
  due: number;
  /** Share of its cards, from 0 to 1, that is expected to be remembered at the exam (or now) if nothing else is studied. */
  recall: number;
}

/** The plan at `now` towards the exam. */
export function toPlan(cards: Card[], progress: ProgressByKey, now: number, exam?: Day): Plan {
  const left = exam === undefined ? undefined : daysUntil(exam, now);
  const days = left !== undefined && left >= 0 ? left : undefined;
  const fresh = unseen(cards, progress).length;
  const at = exam === undefined || days === undefined ? now : Math.max(now, examHour(exam));
  const today = endOfDay(now);
  const begun = cards.filter(({ key }) => endOfDay(progress.get(key)?.begun ?? 0) === today).length;
  const slugs = [...new Set(cards.map(({ lesson }) => lesson))];
  return {
    days,
    longest: days === undefined ? undefined : Math.max(1, days),
    fresh: Math.min(fresh, Math.max(0, freshPerDay(fresh + begun, days) - begun)),
    due: dueToday(cards, progress, now).length,
    unseen: fresh,
    lessons: slugs.map((slug) => {
      const own = cards.filter(({ lesson }) => lesson === slug);
      const expected = own.reduce((sum, { key }) => sum + recall(progress.get(key), at), 0);
      return {
        slug,
        cards: own.length,
        seen: own.length - unseen(own, progress).length,
        due: dueToday(own, progress, now).length,
        recall: expected / own.length,
      };
    }),
  };
}

function freshPerDay(fresh: number, days: number | undefined): number {
  if (days === undefined) return freshByDefault;
  return Math.ceil(fresh / Math.max(1, days - restBefore));
}
