import type { Card, CardKey } from "./card.ts";
import { endOfDay } from "./study-day.ts";
import type { ProgressByKey } from "./study-progress.ts";
import { recall, settle } from "./study-recall.ts";

/** The keys of the cards whose day has come, the most forgotten first. */
export function dueToday(cards: Card[], progress: ProgressByKey, now: number): CardKey[] {
  const end = endOfDay(now);
  return weakestFirst(
    cards.filter(({ key }) => {
      const known = progress.get(key);
      return known !== undefined && settle(known, now).due < end;
    }),
    progress,
    now,
  );
}

/** The keys of cards never answered, in the order of the course. */
export function unseen(cards: Card[], progress: ProgressByKey): CardKey[] {
  return cards.filter(({ key }) => !progress.has(key)).map(({ key }) => key);
}

/** What to answer today: what is due, then so many new cards. */
export function todayQueue(cards: Card[], progress: ProgressByKey, now: number, fresh: number): CardKey[] {
  return [...dueToday(cards, progress, now), ...unseen(cards, progress).slice(0, fresh)];
}

/** All cards: what is due, then what is new in the order of the course, then the rest. */
export function wholeQueue(cards: Card[], progress: ProgressByKey, now: number): CardKey[] {
  const first = [...dueToday(cards, progress, now), ...unseen(cards, progress)];
  const taken = new Set(first);
  return [
    ...first,
    ...weakestFirst(
      cards.filter(({ key }) => !taken.has(key)),
      progress,
      now,
    ),
  ];
}

/** «Última noche»: every card, those least likely to be remembered first; among equals, the order of the course. */
export function weakestFirst(cards: Card[], progress: ProgressByKey, now: number): CardKey[] {
  return cards
    .map(({ key }) => ({ key, strength: recall(progress.get(key), now) }))
    .sort((a, b) => a.strength - b.strength)
    .map(({ key }) => key);
}
