import type { CardKey } from "./card.ts";

/** What is kept of one card that was answered at least once. Times are milliseconds since 1970. */
export interface Progress {
  /** When it was answered for the first time, and for the last. */
  begun: number;
  reviewed: number;
  due: number;
  /** Days after which the card is remembered nine times of ten. */
  stability: number;
  /** From 1 to 10. */
  difficulty: number;
  /** Days from the last review to `due`; 0 while it is being learnt. */
  interval: number;
  /** Which of the short steps of learning comes next. */
  step: number;
  /** As FSRS counts them: 1 learning, 2 known, 3 learning again. */
  state: number;
  reviews: number;
  lapses: number;
}

export type ProgressByKey = ReadonlyMap<CardKey, Progress>;

/** How a progress is written, on the device as in a copy: with Spanish names, for whoever opens the file. */
export type ProgressRecord = Record<string, number>;

// The last millisecond of the year 9999.
const latest = 253_402_300_799_999;

// Name in a record, least and greatest value, whole or not.
const fields = {
  begun: ["empezada", 0, latest, true],
  reviewed: ["repasada", 0, latest, true],
  due: ["vence", 0, latest, true],
  stability: ["estabilidad", 0.001, 36_500, false],
  difficulty: ["dificultad", 1, 10, false],
  interval: ["intervalo", 0, 36_500, true],
  step: ["paso", 0, 10, true],
  state: ["estado", 1, 3, true],
  reviews: ["repasos", 1, 1_000_000, true],
  lapses: ["olvidos", 0, 1_000_000, true],
} as const satisfies Record<keyof Progress, readonly [string, number, number, boolean]>;

const entries = Object.entries(fields) as [keyof Progress, (typeof fields)[keyof Progress]][];

export function toRecord(progress: Progress): ProgressRecord {
  return Object.fromEntries(entries.map(([field, [name]]) => [name, progress[field]]));
}

/** The progress in a record; nothing when a value is missing, strange or too much. */
export function readRecord(value: unknown): Progress | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (Object.keys(value).length !== entries.length) return undefined;
  const progress: Partial<Progress> = {};
  for (const [field, [name, least, most, whole]] of entries) {
    const number: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (typeof number !== "number" || !(number >= least && number <= most)) return undefined;
    if (whole && !Number.isInteger(number)) return undefined;
    progress[field] = number;
  }
  return progress as Progress;
}

/** Whether the text can be the key of a card, of this course or of another version of it. */
export function isCardKey(text: unknown): text is CardKey {
  return typeof text === "string" && /^[a-z0-9-]{1,100}:(definir|nombrar|autor|responder)$/i.test(text);
}

/** Of two progresses of one card the one of the newest review. The order of the two does not matter. */
export function newest(a: Progress, b: Progress): Progress {
  for (const [field] of [["reviewed"], ["reviews"], ...entries] as [keyof Progress][]) {
    if (a[field] !== b[field]) return a[field] > b[field] ? a : b;
  }
  return a;
}

/** All cards of both; of those in both, the newest. */
export function merge(ours: ProgressByKey, theirs: ProgressByKey): Map<CardKey, Progress> {
  const merged = new Map(ours);
  for (const [key, progress] of theirs) {
    const own = merged.get(key);
    merged.set(key, own === undefined ? progress : newest(own, progress));
  }
  return merged;
}
