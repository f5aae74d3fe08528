import type { Point } from "./model.ts";

/** One row of `procesadores.csv`, or of the table that the page shows of it. */
export interface Processor {
  name: string;
  /** Year and month of its launch; some launches are known only by their year. */
  year: number;
  month: number | undefined;
  kind: "cpu" | "soc" | "gpu";
  /** Several dies in one package. */
  multiDie: boolean;
  /** The counts and measures that were published: MHz and watts where they have a unit. */
  transistors: number | undefined;
  clock: number | undefined;
  power: number | undefined;
  cores: number | undefined;
  threads: number | undefined;
  /** Every figure was read in a source of the maker. */
  sure: boolean;
}

export type Magnitude = "transistors" | "clock" | "power" | "cores" | "threads";

/** Which rows are looked at; graphics processors never are. */
export type Selection = "todos" | "cpu" | "una-pastilla" | "confianza-alta";

/** A point that knows its processor. */
export interface Mark extends Point {
  processor: Processor;
}

/** Reads the records of `procesadores.csv`, with its head: RFC 4180, fields may be quoted. */
export function readProcessors(csv: string): Processor[] {
  const [head = [], ...rows] = readRecords(csv);
  return rows.map((row) => {
    const field = (name: string) => row[head.indexOf(name)] ?? "";
    const number = (name: string) => (field(name) === "" ? undefined : Number(field(name)));
    return {
      name: field("name"),
      year: Number(field("year")),
      month: number("month"),
      kind: field("kind") as Processor["kind"],
      multiDie: field("multi_die") === "yes",
      transistors: number("transistors"),
      clock: number("clock_mhz"),
      power: number("tdp_w"),
      cores: number("cores"),
      threads: number("threads"),
      sure: field("confidence") === "high",
    };
  });
}

/** The launch as a decimal year: the middle of its month, or of the year where the month is not known. */
export function launchYear({ year, month }: Processor): number {
  return month === undefined ? year + 0.5 : year + (month - 0.5) / 12;
}

/** The points of a magnitude in their order in time, of the rows that have it and are selected. */
export function selectMarks(
  processors: readonly Processor[],
  magnitude: Magnitude,
  selection: Selection = "todos",
): Mark[] {
  return processors.flatMap((processor) => {
    const value = processor[magnitude];
    return value === undefined || !isSelected(processor, selection)
      ? []
      : [{ year: launchYear(processor), value, processor }];
  });
}

function isSelected({ kind, multiDie, sure }: Processor, selection: Selection): boolean {
  if (kind === "gpu") return false;
  switch (selection) {
    case "todos":
      return true;
    case "cpu":
      return kind === "cpu";
    case "una-pastilla":
      return !multiDie;
    case "confianza-alta":
      return sure;
  }
}

function readRecords(csv: string): string[][] {
  return csv
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
      ),
    );
}
