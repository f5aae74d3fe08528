import { type Content, html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import { formatCount } from "../number.ts";
import { type Axis, percent, round, toAxis, toX } from "./axis.ts";
import { betYear, type Facts } from "./facts.ts";
import { defineMarks, drawChosen, drawLegend, drawNames, drawSeries } from "./marks.ts";
import { predict, predictHinge } from "./model.ts";
import type { Processor } from "./processors.ts";
import type { Moore } from "./state.ts";
import { isWhole, seriesNames } from "./words.ts";

/** Where a bet and every line end: with the data. */
const lastYear = 2025.5;

/** The drawing: one axis for all series, in their own units, and what the state asks for on it. */
export function drawChart(
  state: Moore,
  facts: Facts,
  processors: readonly Processor[],
  { mode, key }: Drawing,
): Markup {
  const axis = toAxis(state, mode);
  const { height } = axis;
  const pending = state.bet === "pendiente";
  return html`${drawLegend(state)}
    <div class="moore-cuadro">
      <svg class="moore-trazado" width="100%" height="${height}" data-area role="img" aria-label="${describe(state)}">
        ${defineMarks(state, key)} ${drawGrid(axis)} ${drawStretch(state, axis)} ${drawHinge(facts, state, axis)}
        <svg
          class="moore-lineas"
          width="100%"
          height="${height}"
          viewBox="0 0 1000 ${height}"
          preserveAspectRatio="none"
        >
          ${drawLines(state, facts, axis)}
        </svg>
        ${state.series.map((series) => drawSeries(series, facts, axis, key))} ${drawChosen(state, processors, axis)}
        ${drawHandle(state, axis)} ${drawNames(state, facts, axis, mode === "page" ? 22 : 34)}
        <rect
          class="moore-lienzo"
          width="100%"
          height="${height}"
          data-toque="${pending ? "trazo" : "punto"}"
          ${pending && axis.scale === "logaritmica" && html`data-arrastre="trazo"`}
        />
      </svg>
    </div>`;
}

function describe({ series, scale }: Moore): string {
  const names = series.map((name) => seriesNames[name].toLowerCase()).join(", ");
  const name = scale === "lineal" ? "lineal" : "logarítmica";
  return `Gráfico de ${names} por año, en escala ${name}; los datos están en la tabla.`;
}

function drawGrid(axis: Axis): Markup {
  const ticks =
    axis.scale === "lineal"
      ? [0, 0.25, 0.5, 0.75, 1].map((share) => ({ value: share * axis.top, words: formatCount(share * axis.top) }))
      : [-1, 1, 3, 5, 7, 9, 11].map((exponent) => ({
          value: 10 ** exponent,
          words: html`10<tspan dy="-0.4em" class="exponente">${String(exponent).replace("-", "−")}</tspan>`,
        }));
  const { height } = axis;
  return html`<g class="moore-ejes" data-clave="ejes-${axis.scale}" aria-hidden="true">
    ${ticks.map(({ value, words }) => {
      const y = round(axis.y(value), 1);
      // Millions take more room than there is beside the plot: they stand on their lines.
      const place = axis.scale === "lineal" ? html`class="dentro" dy="-0.4em"` : html`dx="-0.7em" dy="0.35em"`;
      return html`<line x2="100%" y1="${y}" y2="${y}" /><text ${place} y="${y}">${words}</text>`;
    })}
    ${[1970, 1980, 1990, 2000, 2010, 2020].map((year, index) => {
      const x = percent(year);
      return html`<line class="base" x1="${x}" x2="${x}" y1="${height}" y2="${height + 6}" /><text
          class="ano${index % 2 === 1 && " par"}"
          x="${x}"
          y="${height}"
          dy="1.7em"
        >
          ${year}
        </text>`;
    })}
    <line class="base" x2="100%" y1="${height}" y2="${height}" />
  </g>`;
}

function drawStretch(state: Moore, { height }: Axis): Markup | false {
  if (isWhole(state)) return false;
  const [first, last] = state.stretch;
  const width = round(100 * (toX(last + 1) - toX(first)), 1);
  return html`<rect class="moore-tramo" x="${percent(first)}" width="${width}%" height="${height}" />`;
}

function drawHinge({ hinge }: Facts, { series }: Moore, { height, scale, top, y }: Axis): Markup | false {
  if (hinge === undefined || !series.includes("frecuencia")) return false;
  const x = percent(hinge.year);
  const [from, to] = hinge.interval;
  const width = round(100 * (toX(to) - toX(from)), 1);
  // The numbers of a linear axis stand within the drawing: the words keep between two of them.
  const row = scale === "lineal" ? round(y(0.625 * top)) : 0;
  return html`<g class="moore-quiebre tras-apuesta" aria-hidden="true">
    <rect x="${percent(from)}" width="${width}%" height="${height}" />
    <line x1="${x}" x2="${x}" y2="${height}" />
    <text x="${x}" y="${row}" dx="-0.5em" dy="0.6em">
      <tspan class="fuerte">${Math.floor(hinge.year)}</tspan
      ><tspan class="detalle"> · fin del escalado de Dennard</tspan>
    </text>
  </g>`;
}

function drawLines(state: Moore, facts: Facts, axis: Axis): Content[] {
  const { series, period, guess } = state;
  const { all, hinge, stretch, until1990 } = facts;
  const draw = (name: string, at: (year: number) => number, classes: string, nodes = [1971, lastYear]) =>
    // The key changes with the scale: a curve does not become a straight line by sliding, it appears.
    html`<path data-clave="${name}-${axis.scale}" class="${classes}" d="${toPath(at, nodes, axis)}" />`;
  const [first] = facts.marks.transistores;
  const start = until1990 === undefined ? 30 : predict(until1990, betYear);
  return [
    series.includes("transistores") &&
      all !== undefined &&
      draw("ajuste", (year) => predict(all, year), "serie-transistores"),
    series.includes("frecuencia") &&
      hinge !== undefined &&
      draw("quiebre", (year) => predictHinge(hinge, year), "serie-frecuencia tras-apuesta", [
        1971,
        hinge.year,
        lastYear,
      ]),
    !isWhole(state) &&
      stretch !== undefined &&
      draw("tramo", (year) => predict(stretch, year), "elegida", [state.stretch[0], state.stretch[1] + 1]),
    period !== undefined &&
      first !== undefined &&
      draw("periodo", (year) => first.value * 2 ** ((year - first.year) / period), "supuesta", [first.year, lastYear]),
    guess !== undefined && draw("trazo", (year) => toBet(start, guess, year), "apuesta", [betYear, lastYear]),
  ];
}

/** The bet: a straight line in a logarithmic scale, from where the shown data end. */
function toBet(start: number, exponent: number, year: number): number {
  const share = (year - betYear) / (lastYear - betYear);
  return 10 ** ((1 - share) * Math.log10(start) + share * exponent);
}

// In a logarithmic scale every line is straight between its nodes.
function toPath(at: (year: number) => number, nodes: readonly number[], { scale, y }: Axis): string {
  const [from = 0, to = 0] = [nodes[0], nodes.at(-1)];
  const curve = Array.from({ length: 61 }, (_, index) => from + ((to - from) * index) / 60);
  // What is far above the plot is out of it: browsers draw no line of a billion pixels.
  const toPlace = (year: number) => `${round(1000 * toX(year))} ${round(Math.max(-9000, y(at(year))), 1)}`;
  return `M${(scale === "lineal" ? curve : nodes).map(toPlace).join("L")}`;
}

function drawHandle({ bet, guess, scale }: Moore, axis: Axis): Markup | false {
  if (scale === "lineal" || bet === "salteada") return false;
  const x = percent(lastYear);
  const y = round(axis.y(10 ** (guess ?? 3)), 1);
  return html`<g class="moore-apuesta con-guion" aria-hidden="true">
    <circle cx="${x}" cy="${y}" r="9" />
    ${guess === undefined && html`<text class="detalle" x="${x}" dx="-1.2em" y="${y}" dy="0.35em">arrastrar hasta donde llegó la frecuencia</text>`}
  </g>`;
}
