import { type Fit, fitDoubling, fitHinge, type Hinge } from "./model.ts";
import { type Magnitude, type Mark, type Processor, type Selection, selectMarks } from "./processors.ts";
import type { Moore, Series } from "./state.ts";

/** What the data say in a state: everything that its drawing and its words show is from here. */
export interface Facts {
  /** The marks of each series, of the selected rows. */
  marks: Record<Series, Mark[]>;
  /** Fits of the transistors: all years, the two halves and the chosen stretch; nothing with too few points. */
  all: Fit | undefined;
  before: Fit | undefined;
  after: Fit | undefined;
  stretch: Fit | undefined;
  /** Where the frequency breaks. */
  hinge: Hinge | undefined;
  /** The frequency as it grew until the bet begins, with which the bet is compared. */
  until1990: Fit | undefined;
}

export const magnitudes: Record<Series, Magnitude> = {
  transistores: "transistors",
  frecuencia: "clock",
  potencia: "power",
  nucleos: "cores",
  hilos: "threads",
};

/** Year at which the data that are shown before the bet end. */
export const betYear = 1990;

type SampleFacts = Omit<Facts, "stretch">;

const samples = new WeakMap<readonly Processor[], Map<Selection, SampleFacts>>();

export function readFacts(processors: readonly Processor[], { selection, stretch }: Moore): Facts {
  const known = samples.get(processors) ?? new Map<Selection, SampleFacts>();
  samples.set(processors, known);
  const sample = known.get(selection) ?? readSample(processors, selection);
  known.set(selection, sample);
  const [first, last] = stretch;
  return { ...sample, stretch: attempt(() => fitDoubling(sample.marks.transistores, [first, last + 1])) };
}

function readSample(processors: readonly Processor[], selection: Selection): SampleFacts {
  const marks = Object.fromEntries(
    Object.entries(magnitudes).map(([series, magnitude]) => [series, selectMarks(processors, magnitude, selection)]),
  ) as Facts["marks"];
  const { transistores, frecuencia } = marks;
  return {
    marks,
    all: attempt(() => fitDoubling(transistores)),
    before: attempt(() => fitDoubling(transistores, [1971, 2001])),
    after: attempt(() => fitDoubling(transistores, [2000, 2026])),
    hinge: attempt(() => fitHinge(frecuencia)),
    until1990: attempt(() => fitDoubling(frecuencia, [1971, betYear])),
  };
}

function attempt<Result>(fit: () => Result): Result | undefined {
  try {
    return fit();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
