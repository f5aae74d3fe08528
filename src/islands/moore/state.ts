import { type Fields, readChoice, readChoices, readNumber } from "../fields.ts";
import type { Stroke } from "../island.ts";
import type { Selection } from "./processors.ts";

export type Series = "transistores" | "frecuencia" | "potencia" | "nucleos" | "hilos";
export type Scale = "logaritmica" | "lineal";

/** Whether the bet waits, was made or was skipped. */
export type Bet = "pendiente" | "hecha" | "salteada";

export interface Moore {
  scale: Scale;
  series: readonly Series[];
  selection: Selection;
  bet: Bet;
  /** Decimal exponent of the frequency that is betted for 2025, in MHz; none before the line is drawn. */
  guess: number | undefined;
  /** Doubling time, in years, of the line through the 4004; none while it is not asked for. */
  period: number | undefined;
  /** First and last year, both included, of the chosen stretch. */
  stretch: readonly [first: number, last: number];
  /** Processor that is read, from 1, by its place in time; none while none is. */
  point: number | undefined;
}

export const allSeries: readonly Series[] = ["transistores", "frecuencia", "potencia", "nucleos", "hilos"];
export const scales: readonly Scale[] = ["logaritmica", "lineal"];
export const selections: readonly Selection[] = ["todos", "cpu", "una-pastilla", "confianza-alta"];
const bets: readonly Bet[] = ["pendiente", "hecha", "salteada"];

export const bounds = {
  guess: { from: 0, to: 8, step: 0.05 },
  period: { from: 1, to: 4, step: 0.05 },
  year: { from: 1971, to: 2025 },
};

/** Decimal exponents at the foot and the top of the logarithmic axis. */
export const logarithms = { from: -1, to: 12 };

/** Years that a stretch has at least, so that it holds points enough for a line. */
const leastStretch = 6;

const first: Moore = {
  scale: "logaritmica",
  series: ["transistores", "frecuencia", "potencia", "nucleos"],
  selection: "todos",
  bet: "pendiente",
  guess: undefined,
  period: undefined,
  stretch: [bounds.year.from, bounds.year.to],
  point: undefined,
};

/** @param count processors that can be read */
export function readMoore(
  { escala, series, seleccion, apuesta, trazo, periodo, tramo, punto }: Fields,
  count: number,
): Moore {
  const bet = readChoice(apuesta, bets, first.bet);
  const guess = bet === "salteada" ? undefined : readOptional(trazo, bounds.guess);
  const [from, to] = tramo?.split("-") ?? [];
  return {
    scale: readChoice(escala, scales, first.scale),
    series: readChoices(series, allSeries, first.series),
    selection: readChoice(seleccion, selections, first.selection),
    bet: bet === "hecha" && guess === undefined ? "pendiente" : bet,
    guess,
    period: readOptional(periodo, bounds.period),
    stretch: toStretch(readNumber(from, bounds.year, bounds.year.from), readNumber(to, bounds.year, bounds.year.to)),
    point: readOptional(punto, { from: 1, to: count }),
  };
}

export function writeMoore({ scale, series, selection, bet, guess, period, stretch, point }: Moore): Fields {
  const written: [name: string, value: string | undefined, usual: string | undefined][] = [
    ["escala", scale, first.scale],
    ["series", series.join(","), first.series.join(",")],
    ["seleccion", selection, first.selection],
    ["apuesta", bet, first.bet],
    ["trazo", guess?.toString(), undefined],
    ["periodo", period?.toString(), undefined],
    ["tramo", stretch.join("-"), first.stretch.join("-")],
    ["punto", point?.toString(), undefined],
  ];
  return Object.fromEntries(written.flatMap(([name, value, usual]) => (value === usual ? [] : [[name, value ?? ""]])));
}

/** The state after an action of the view; the same one where nothing changes. */
export function actMoore(
  state: Moore,
  action: string,
  value: string,
  stroke: Stroke | undefined,
  count: number,
): Moore {
  const change = toChange(state, action, value, stroke);
  if (change === undefined) return state;
  const next = readMoore({ ...writeMoore(state), ...change }, count);
  return JSON.stringify(next) === JSON.stringify(state) ? state : next;
}

/** The fields that an action writes anew; what they hold is clamped where fields are read. */
function toChange(
  { series, stretch, bet, guess }: Moore,
  action: string,
  value: string,
  stroke?: Stroke,
): Fields | undefined {
  switch (action) {
    case "escala":
    case "seleccion":
    case "periodo":
    case "tramo":
    case "punto":
      return { [action]: value };
    case "serie": {
      const [name = "", isOn = ""] = value.split(" ");
      return { series: allSeries.filter((one) => (one === name ? isOn === "si" : series.includes(one))).join(",") };
    }
    case "desde":
      return { tramo: `${Math.min(Number(value), stretch[1] - leastStretch + 1)}-${stretch[1]}` };
    case "hasta":
      return { tramo: `${stretch[0]}-${Math.max(Number(value), stretch[0] + leastStretch - 1)}` };
    case "trazo":
      if (bet !== "pendiente") return undefined;
      return { trazo: stroke === undefined ? value : toExponent(stroke.to.y).toFixed(9) };
    case "revelar":
      return bet === "pendiente" && guess !== undefined ? { apuesta: "hecha" } : undefined;
    case "saltear":
      return bet === "pendiente" ? { apuesta: "salteada" } : undefined;
    case "otra":
      return { apuesta: "pendiente", trazo: "" };
    default:
      return undefined;
  }
}

/** Decimal exponent at a height of the logarithmic axis, from 0 at its top to 1 at its foot. */
function toExponent(height: number): number {
  return logarithms.to - height * (logarithms.to - logarithms.from);
}

function toStretch(from: number, to: number): [number, number] {
  const start = Math.min(from, bounds.year.to - leastStretch + 1);
  return [start, Math.max(to, start + leastStretch - 1)];
}

function readOptional(
  text: string | undefined,
  range: { from: number; to: number; step?: number },
): number | undefined {
  const read = readNumber(text, range, Number.NaN);
  return Number.isNaN(read) ? undefined : read;
}
