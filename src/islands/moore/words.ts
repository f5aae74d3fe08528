import { formatCount, formatNumber, formatSignificant } from "../number.ts";
import { capital, list } from "../sentence.ts";
import { betYear, type Facts } from "./facts.ts";
import { type Fit, predict, toGrowth } from "./model.ts";
import { type Mark, type Processor } from "./processors.ts";
import type { Moore, Series } from "./state.ts";

const space = "\u00a0";

export const seriesNames: Record<Series, string> = {
  transistores: "Transistores",
  frecuencia: "Frecuencia",
  potencia: "Potencia",
  nucleos: "Núcleos",
  hilos: "Hilos",
};

export const selectionNames = {
  todos: "todos",
  cpu: "sin los de teléfono",
  "una-pastilla": "de una pastilla",
  "confianza-alta": "con todas las cifras del fabricante",
};

/** The state in sentences: what is drawn, what it says, what can be done. */
export function tellMoore(state: Moore, facts: Facts, processors: readonly Processor[]): string[] {
  const settled = state.bet !== "pendiente";
  return [
    tellSeries(state, facts),
    ...(state.selection === "todos" ? [] : [`Solo procesadores ${selectionNames[state.selection]}.`]),
    ...(state.series.includes("transistores") ? [tellDoubling(facts)] : []),
    ...(settled ? tellBreak(facts) : [tellBet(state)]),
    ...(state.bet === "hecha" ? [tellOutcome(state, facts)] : []),
    ...(state.period === undefined ? [] : [tellPeriod(state.period, facts)]),
    ...(isWhole(state) ? [] : [tellStretch(state, facts)]),
    ...(state.point === undefined ? [] : [tellProcessor(processors[state.point - 1])]),
    ...(settled ? ["Más transistores dejaron de significar más velocidad: por eso se distribuye."] : []),
  ];
}

function tellSeries({ series, scale }: Moore, { marks }: Facts): string {
  const names = series.map((name) => seriesNames[name].toLowerCase());
  const what = names.length === 0 ? "Ninguna serie" : capital(list(names));
  const where = scale === "lineal" ? "en escala lineal: medio siglo parece vacío" : "en escala logarítmica";
  return `${what} de ${marks.transistores.length} procesadores, 1971–2025, ${where}.`;
}

function tellDoubling({ all }: Facts): string {
  if (all === undefined) return "No alcanzan los puntos para una recta.";
  return `Los transistores se duplican cada ${formatYears(all.doublingYears)} (${formatInterval(all)}).`;
}

function tellBreak({ hinge, marks }: Facts): string[] {
  if (hinge === undefined) return [];
  const cores = marks.nucleos.find(({ value }) => value > 1);
  return [
    `La frecuencia crecía ${formatGrowth(hinge.before)} por año y, desde ${formatMoment(hinge.year)}, ` +
      `${formatGrowth(hinge.after)}: es el fin del escalado de Dennard.`,
    ...(cores === undefined
      ? []
      : [`Los núcleos empiezan a crecer en ${Math.floor(cores.year)}, con ${cores.processor.name}.`]),
  ];
}

function tellBet({ guess }: Moore): string {
  const line = guess === undefined ? "Falta trazarla" : `El trazo llega a ${formatFrequency(10 ** guess)}`;
  return `De la frecuencia se ve hasta ${betYear}. ${line}; después se ve qué pasó.`;
}

export function tellOutcome({ guess = 0 }: Moore, facts: Facts): string {
  const drawn = 10 ** guess;
  const fact = lastOf(facts.marks.frecuencia);
  if (fact === undefined) return "";
  return `Trazo: ${formatFrequency(drawn)}. Dato: ${formatFrequency(fact.value)}${compare(drawn / fact.value, "el trazo")}.`;
}

function toPace(period: number): string {
  return period === 1 ? "un año" : period === 1.5 ? "18 meses" : period === 2 ? "dos años" : formatYears(period);
}

function compare(times: number, what: string): string {
  if (times > 1.5) return `; ${what} se pasa ${formatTimes(times)}`;
  if (times < 1 / 1.5) return `; ${what} queda ${formatTimes(1 / times)} por debajo`;
  return ", casi lo mismo";
}

function formatTimes(times: number): string {
  const count = Number(times.toPrecision(2));
  return `${formatCount(count)}${count >= 1e6 ? " de" : ""} veces`;
}

/** What a doubling time counted from the first processor says of 2021, against the fit of all years. */
function tellPeriod(period: number, { marks, all }: Facts): string {
  const [first] = marks.transistores;
  if (first === undefined || all === undefined) return "";
  const said = first.value * 2 ** ((2021.5 - first.year) / period);
  const fitted = predict(all, 2021.5);
  return `Cada ${toPace(period)} desde 1971, en 2021 habría ${formatCount(said)}; el ajuste da ${formatCount(fitted)}${compare(said / fitted, "la cuenta")}.`;
}

function tellStretch({ stretch }: Moore, facts: Facts): string {
  const [first, last] = stretch;
  if (facts.stretch === undefined) return `Entre ${first} y ${last} no alcanzan los puntos para una recta.`;
  return `Entre ${first} y ${last} se duplican cada ${formatYears(facts.stretch.doublingYears)} (${formatInterval(facts.stretch)}).`;
}

/** Name, date and published figures of a processor, as a sentence. */
export function tellProcessor(processor: Processor | undefined): string {
  if (processor === undefined) return "";
  const { name, year, month, transistors, clock, power, cores, threads, multiDie } = processor;
  const figures = [
    clock !== undefined && formatFrequency(clock),
    transistors !== undefined && `${formatTransistors(transistors)}${multiDie ? " en varias pastillas" : ""}`,
    power !== undefined && `${formatSignificant(power)}${space}W`,
    cores !== undefined && (cores === 1 ? "un núcleo" : `${cores}${space}núcleos`),
    threads !== undefined && threads !== cores && `${threads}${space}hilos`,
  ].filter((figure) => figure !== false);
  const date = month === undefined ? String(year) : `${monthNames[month - 1]} de ${year}`;
  return `${name}, ${date}: ${figures.join(", ")}.`;
}

const monthNames = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
  " ",
);

function lastOf(marks: readonly Mark[]): Mark | undefined {
  return marks.at(-1);
}

export function isWhole({ stretch }: Moore): boolean {
  return stretch[0] === 1971 && stretch[1] === 2025;
}

function formatTransistors(count: number): string {
  return `${formatCount(count)}${count >= 1e6 ? " de" : ""} transistores`;
}

/** `2,05 años`. */
export function formatYears(years: number): string {
  return Number.isFinite(years) && years > 0 && years < 1000 ? `${formatNumber(years, 2)}${space}años` : "nunca";
}

/** `1,99 a 2,12`; what has no end does not claim one. */
export function formatInterval({ ci95: [fast, slow] }: Fit): string {
  if (fast < 0) return "no crecen";
  return slow < 0 || slow > 1000
    ? `${formatNumber(fast, 2)} o más`
    : `${formatNumber(fast, 2)} a ${formatNumber(slow, 2)}`;
}

export function formatGrowth(slope: number): string {
  return `${formatNumber(100 * toGrowth(slope), 1)}${space}%`;
}

/** `740 kHz`, `16,7 MHz`, `5,5 GHz`, `900 GHz`, `1,2 THz`. */
export function formatFrequency(megahertz: number): string {
  const exponent = Math.floor(Math.log10(megahertz) + 1e-9);
  if (exponent < 0) return `${formatSignificant(megahertz * 1000)}${space}kHz`;
  if (exponent < 3) return `${formatSignificant(megahertz)}${space}MHz`;
  if (exponent < 6) return `${formatSignificant(megahertz / 1000)}${space}GHz`;
  return `${formatSignificant(megahertz / 1e6)}${space}THz`;
}

/** `mediados de 2005`: a quarter of a year is as much as the data settle. */
export function formatMoment(year: number): string {
  const part = year - Math.floor(year);
  const when = part < 0.25 ? "comienzos" : part < 0.75 ? "mediados" : "fines";
  return `${when} de ${Math.floor(year)}`;
}

/** One line for the last row of a classroom. */
export function tellResult({ bet, period }: Moore, { hinge, all }: Facts): string {
  if (bet === "pendiente") return "¿Hasta qué frecuencia llegaron en 2025?";
  if (period !== undefined && all !== undefined)
    return `¿Cada ${toPace(period)}? Los datos dan ${formatYears(all.doublingYears)}`;
  if (hinge === undefined) return "No alcanzan los puntos";
  return `Hasta ${Math.floor(hinge.year)}, ${formatGrowth(hinge.before)} por año; después, ${formatGrowth(hinge.after)}`;
}
