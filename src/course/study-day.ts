/** A day of the calendar as it is typed in a date field: `2026-12-10`. */
export type Day = string;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The day if it is one, between 2000 and 2100. */
export function readDay(text: unknown): Day | undefined {
  if (typeof text !== "string" || !/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const [year, month, date] = text.split("-").map(Number) as [number, number, number];
  const made = new Date(year, month - 1, date);
  return made.getMonth() === month - 1 && made.getDate() === date ? text : undefined;
}

/** Nine in the morning of the day, on the clock of this device: when an exam begins. */
export function examHour(exam: Day): number {
  const [year, month, date] = exam.split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, date, 9).getTime();
}

/** Midnight after `now`. */
export function endOfDay(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

/** Midnights between `now` and the day: 0 today, 1 tomorrow, less than 0 for a day that passed. */
export function daysUntil(exam: Day, now: number): number {
  const today = new Date(now);
  const start = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  // A day with a change of the clock has 23 or 25 hours.
  return Math.round((examHour(exam) - 9 * hour - start) / day);
}

/** A stretch of time in words, as coarse as it is long: `10 min`, `3 h`, `1 día`, `15 días`, `4 meses`, `1,5 años`. */
export function toSpan(milliseconds: number): string {
  if (milliseconds < hour) return `${Math.max(1, Math.round(milliseconds / minute))} min`;
  if (milliseconds < 20 * hour) return `${Math.round(milliseconds / hour)} h`;
  const days = Math.max(1, Math.round(milliseconds / day));
  if (days < 60) return days === 1 ? "1 día" : `${days} días`;
  if (days < 365) return `${Math.round(days / 30.4)} meses`;
  const years = Math.round((days / 365.25) * 10) / 10;
  return `${years.toLocaleString("es-AR")} ${years === 1 ? "año" : "años"}`;
}
