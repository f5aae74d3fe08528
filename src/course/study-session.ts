import type { CardKey } from "./card.ts";
import type { Rating } from "./study-schedule.ts";

/** A sitting: cards one after the other. Those that did not come out return at its end. */
export interface Session {
  queue: CardKey[];
  /** Index of the present card; the length of the queue when it is over. */
  at: number;
  answers: Rating[];
}

// A card that comes back sooner than this is asked again in the same sitting.
const sameSitting = 20 * 60_000;
// Until the sitting has a pace of its own.
const firstPace = 30_000;

export function startSession(queue: CardKey[]): Session {
  return { queue, at: 0, answers: [] };
}

/** The session after the present card was answered; `wait` is the time until that card is due again, in milliseconds. */
export function answer(session: Session, rating: Rating, wait: number): Session {
  const key = session.queue[session.at];
  if (key === undefined) return session;
  return {
    queue: wait < sameSitting ? [...session.queue, key] : session.queue,
    at: session.at + 1,
    answers: [...session.answers, rating],
  };
}

/** Minutes that are left at the pace so far. */
export function minutesLeft({ queue, at }: Session, elapsed: number): number {
  const pace = at < 3 ? firstPace : elapsed / at;
  return Math.max(1, Math.round(((queue.length - at) * pace) / 60_000));
}
