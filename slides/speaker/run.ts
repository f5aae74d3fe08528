/** One time through a deck, from the first step on. Instants are milliseconds since 1970, so that a reload loses none. */
export interface Run {
  start: number;
  /** The slide that is shown, by id. */
  slide: string;
  /** Milliseconds on each slide, by id, up to `since`. */
  spent: Record<string, number>;
  /** From when on time counts for the present slide; nothing while the clock stands still. */
  since?: number | undefined;
}

export function startRun(slide: string, now: number): Run {
  return { start: now, slide, spent: {}, since: now };
}

/** Goes on to a slide. */
export function moveTo(run: Run, slide: string, now: number): Run {
  return slide === run.slide ? run : { ...settle(run, now), slide };
}

/** Stops the clock, or lets it go on. */
export function togglePause(run: Run, now: number): Run {
  return run.since === undefined ? { ...run, since: now } : { ...settle(run, now), since: undefined };
}

/** Milliseconds that have passed without the pauses. */
export function elapsed(run: Run, now: number): number {
  return Object.values(settle(run, now).spent).reduce((sum, each) => sum + each, 0);
}

/** The run with the time up to now counted. */
export function settle(run: Run, now: number): Run {
  if (run.since === undefined) return run;
  // A clock that was set back does not take time away.
  const passed = Math.max(0, now - run.since);
  return { ...run, spent: { ...run.spent, [run.slide]: (run.spent[run.slide] ?? 0) + passed }, since: now };
}
