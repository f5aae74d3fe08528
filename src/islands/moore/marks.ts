import { html, type Markup } from "../html.ts";
import { type Axis, percent, round, toAxis, toX } from "./axis.ts";
import { betYear, type Facts, magnitudes } from "./facts.ts";
import { launchYear, type Mark, type Processor } from "./processors.ts";
import type { Moore, Series } from "./state.ts";
import { seriesNames } from "./words.ts";

// Circle, square, rhombus, triangles: series differ without colour too.
const shapes: Record<Series, string> = {
  transistores: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
  frecuencia: "M-3.5-3.5h7v7h-7z",
  potencia: "M0-5 5 0 0 5-5 0z",
  nucleos: "M0-5 5 4H-5z",
  hilos: "M0 5 5-4H-5z",
};

const units: Partial<Record<Series, string>> = { frecuencia: "MHz", potencia: "W" };

/** The shape of each series, to be used once for every mark. */
export function defineMarks({ series }: Moore, key: string): Markup {
  return html`<defs>${series.map((name) => html`<path id="${key}-${name}" d="${shapes[name]}" />`)}</defs>`;
}

/** One mark for each processor, hollow where it has several dies; the bet hides how all but the transistors went on. */
export function drawSeries(series: Series, facts: Facts, axis: Axis, key: string): Markup {
  const draw = ({ year, value, processor }: Mark) =>
    html`<use
      href="#${key}-${series}"
      ${processor.multiDie && html`class="hueca" `}x="${percent(year)}"
      y="${round(axis.y(value))}"
    />`;
  const marks = facts.marks[series].filter(({ year, value }) => value > 1 || year > firstMulticore || !isCount(series));
  const isKnown = ({ year }: Mark) => series === "transistores" || year < betYear;
  const base = round(axis.y(1));
  return html`<g class="moore-serie serie-${series}" data-clave="serie-${series}">
    ${marks.filter(isKnown).map(draw)}${
      isCount(series) && html`<line x1="${percent(1971)}" x2="${percent(betYear)}" y1="${base}" y2="${base}" />`
    }
    <g class="tras-apuesta">
      ${isCount(series) && html`<line x1="${percent(betYear)}" x2="${percent(firstMulticore)}" y1="${base}" y2="${base}" />`}
      ${marks.filter((mark) => !isKnown(mark)).map(draw)}
    </g>
  </g>`;
}

// Until then every processor of the table has one core: a line says it.
const firstMulticore = 2001.7;

function isCount(series: Series): boolean {
  return series === "nucleos" || series === "hilos";
}

/** Rings around the marks of the processor that is read. */
export function drawChosen(state: Moore, processors: readonly Processor[], axis: Axis): Markup | false {
  const processor = state.point === undefined ? undefined : processors[state.point - 1];
  if (processor === undefined) return false;
  const year = launchYear(processor);
  const shown = state.series.filter((name) => name === "transistores" || year < betYear || state.bet !== "pendiente");
  const values = shown.flatMap((series) => processor[magnitudes[series]] ?? []);
  return html`<g class="moore-elegido">
    ${values.map((value) => html`<circle cx="${percent(year)}" cy="${round(axis.y(value))}" r="9" />`)}
  </g>`;
}

/** The name of each series where it ends, moved apart so that none covers another. */
export function drawNames({ series }: Moore, facts: Facts, axis: Axis, apart: number): Markup {
  const ends = series
    .flatMap((name) => facts.marks[name].slice(-3).map(({ value }) => ({ name, y: axis.y(value) })))
    .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
    .sort((a, b) => a.y - b.y);
  let least = 0;
  const placed = ends.map(({ name, y }, index) => {
    const at = Math.min(axis.height - apart * (ends.length - 1 - index), Math.max(least, y));
    least = at + apart;
    return { name, y: at };
  });
  return html`<g class="moore-nombres" aria-hidden="true">
    ${placed.map(
      ({ name, y }) =>
        html`<text
          class="serie-${name}${name !== "transistores" && " tras-apuesta"}"
          x="100%"
          dx="0.6em"
          y="${round(y)}"
          dy="0.35em"
          >${toName(name)}</text
        >`,
    )}
  </g>`;
}

/** The same names with their marks, where there is no room beside the plot. */
export function drawLegend({ series }: Moore): Markup {
  return html`<p class="moore-leyenda">
    ${series.map((name) => html`<span class="serie-${name}">${drawMark(name)} ${toName(name)}</span>`)}
  </p>`;
}

export function drawMark(series: Series): Markup {
  return html`<svg class="moore-marca" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
    <path d="${shapes[series]}" />
  </svg>`;
}

function toName(series: Series): string {
  return units[series] === undefined ? seriesNames[series] : `${seriesNames[series]}, ${units[series]}`;
}

/** Number, from 1, of the processor with a mark nearest to a place in the plot. */
export function nearestProcessor(
  state: Moore,
  processors: readonly Processor[],
  place: { x: number; y: number },
): number {
  const axis = toAxis(state, undefined);
  const distances = processors.map((processor) => {
    // The plot is about twice as wide as it is high.
    const across = (toX(launchYear(processor)) - place.x) * 2;
    const values = state.series.flatMap((series) => processor[magnitudes[series]] ?? []);
    return Math.min(...values.map((value) => Math.hypot(across, axis.y(value) - place.y)));
  });
  return distances.indexOf(Math.min(...distances)) + 1;
}
