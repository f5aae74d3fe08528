/** One slide as the speaker's window knows it. */
export interface TalkSlide {
  id: string;
  title: string;
  /** Seconds that the plan gives to it. */
  seconds: number;
  /** It opens a section of the talk. */
  opens: boolean;
}

/** A stretch of the talk that the plan line shows. */
export interface TalkSection {
  title: string;
  /** Place of its first slide, and of the one after its last. */
  from: number;
  to: number;
  /** Planned seconds. */
  seconds: number;
}

/** The sections in order; what comes before the first one belongs to it. */
export function toSections(slides: readonly TalkSlide[]): TalkSection[] {
  const starts = slides.flatMap(({ opens }, index) => (opens ? [index] : []));
  if (starts.length === 0) starts.push(0);
  return starts.map((start, index) => {
    const from = index === 0 ? 0 : start;
    const to = starts[index + 1] ?? slides.length;
    return { title: slides[start]?.title ?? "", from, to, seconds: sumSeconds(slides.slice(from, to)) };
  });
}

/** The same talk in another time: every slide keeps its share. */
export function stretch(slides: readonly TalkSlide[], seconds: number): TalkSlide[] {
  const whole = sumSeconds(slides);
  return whole === 0 ? [...slides] : slides.map((one) => ({ ...one, seconds: (one.seconds * seconds) / whole }));
}

/** Where the talk stands against its plan. Seconds. */
export interface Standing {
  /** Above 0 late, below 0 early, 0 while the plan is on this slide too. */
  late: number;
  /** Until the planned end; below 0 after it. */
  left: number;
  /** Until the plan goes on to the next slide; below 0 when it has. */
  next: number;
}

/** Compares the slide that is shown, by its place, with the seconds that have passed. */
export function compare(slides: readonly TalkSlide[], place: number, elapsed: number): Standing {
  const start = sumSeconds(slides.slice(0, place));
  const end = start + (slides[place]?.seconds ?? 0);
  const late = elapsed > end ? elapsed - end : Math.min(0, elapsed - start);
  return { late, left: sumSeconds(slides) - elapsed, next: end - elapsed };
}

export function sumSeconds(slides: readonly { seconds: number }[]): number {
  return slides.reduce((sum, { seconds }) => sum + seconds, 0);
}
