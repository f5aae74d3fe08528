import { type CardInput, fsrs, type Grade } from "ts-fsrs";
import type { Progress } from "./study-progress.ts";
import { settle } from "./study-recall.ts";

/** How a card went: 1 no salió, 2 con esfuerzo, 3 bien, 4 fácil. */
export type Rating = 1 | 2 | 3 | 4;
export const ratings = [1, 2, 3, 4] as const;

const day = 86_400_000;
// One short step: a card that did not come out returns in the same sitting, one that did leaves it.
const step = "10m" as const;

const scheduler = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: [step],
  relearning_steps: [step],
});

/**
 * The progress after an answer at `now`. FSRS-6 with its published weights, aiming at 90 %, never later than `longest`
 * days (at least 1): those to the exam. Always an answer, whatever the clock did since the last one.
 */
export function grade(progress: Progress | undefined, rating: Rating, now: number, longest = 36_500): Progress {
  const settled = progress && settle(progress, now);
  const { card } = scheduler.next(toCard(settled, now), now, rating as Grade);
  return {
    begun: settled?.begun ?? now,
    reviewed: now,
    due: Math.min(card.due.getTime(), now + longest * day),
    stability: card.stability,
    difficulty: card.difficulty,
    interval: Math.min(card.scheduled_days, longest),
    step: card.learning_steps,
    state: card.state,
    reviews: card.reps,
    lapses: card.lapses,
  };
}

/** Milliseconds until the card returns after each rating, in order. */
export function intervals(progress: Progress | undefined, now: number, longest?: number): number[] {
  return ratings.map((rating) => grade(progress, rating, now, longest).due - now);
}

function toCard(progress: Progress | undefined, now: number): CardInput {
  if (progress === undefined) {
    const blank = { stability: 0, difficulty: 0, elapsed_days: 0, scheduled_days: 0, learning_steps: 0 };
    return { ...blank, due: now, reps: 0, lapses: 0, state: 0 };
  }
  return {
    due: progress.due,
    stability: progress.stability,
    difficulty: progress.difficulty,
    elapsed_days: 0,
    scheduled_days: progress.interval,
    learning_steps: progress.step,
    reps: progress.reviews,
    lapses: progress.lapses,
    state: progress.state,
    last_review: progress.reviewed,
  };
}
