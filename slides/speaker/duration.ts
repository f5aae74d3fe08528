/** `0:39:10`, also below zero: `−0:01:05`. */
export function toClock(seconds: number): string {
  // A sum of shares of an hour may end a hair under it.
  const shown = Math.trunc(Math.round(seconds * 1000) / 1000);
  const whole = Math.abs(shown);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const sign = shown < 0 ? "−" : "";
  return `${sign}${hours}:${String(minutes).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** `3 min 30 s`, `45 s`, `1 h 5 min`: in steps of five seconds, since one second more or less is noise. */
export function toWords(seconds: number): string {
  const whole = Math.round(Math.abs(seconds) / 5) * 5;
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return `${hours}\u00a0h ${minutes}\u00a0min`;
  if (minutes === 0) return `${rest}\u00a0s`;
  return rest === 0 ? `${minutes}\u00a0min` : `${minutes}\u00a0min ${rest}\u00a0s`;
}

/** `16 min`, and `1 min` for what takes less. */
export function toMinutes(seconds: number): string {
  return `${Math.max(1, Math.round(seconds / 60))}\u00a0min`;
}
