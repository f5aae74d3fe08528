import type { Progress } from "./study-progress.ts";

const day = 86_400_000;
// The last of the 21 published weights of FSRS-6: how fast memory fades.
const decay = 0.1542;
const factor = 0.9 ** (-1 / decay) - 1;

/**
 * The probability, from 0 to 1, that the card is remembered at `at`; 0 for one that was never answered. The forgetting
 * curve of FSRS-6, here so that what only foresees does not load the scheduler.
 */
export function recall(progress: Progress | undefined, at: number): number {
  if (progress === undefined) return 0;
  const days = Math.max(0, at - progress.reviewed) / day;
  return (1 + (factor * days) / progress.stability) ** -decay;
}

/**
 * A review that is yet to come means that the clock was wrong then or is wrong now: it counts as done now, and the card
 * keeps its interval. FSRS throws at a time before the last review.
 */
export function settle(progress: Progress, now: number): Progress {
  if (progress.reviewed <= now) return progress;
  return { ...progress, reviewed: now, due: now + Math.max(0, progress.due - progress.reviewed) };
}
