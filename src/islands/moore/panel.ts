import { html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import { formatNumber } from "../number.ts";
import type { Facts } from "./facts.ts";
import { drawMark } from "./marks.ts";
import type { Fit } from "./model.ts";
import type { Processor } from "./processors.ts";
import { checkStretch } from "./puzzle.ts";
import { allSeries, bounds, type Moore, scales, selections } from "./state.ts";
import {
  formatFrequency,
  formatInterval,
  formatYears,
  isWhole,
  selectionNames,
  seriesNames,
  tellOutcome,
  tellProcessor,
} from "./words.ts";

/** The question of the frequency, its answer, or how the answer went. */
export function drawBet(state: Moore, facts: Facts, { key }: Drawing): Markup {
  const { bet, guess } = state;
  if (bet !== "pendiente") {
    const again = html`<button type="button" class="boton" data-clave="otra" data-accion="apostar">
      Apostar de nuevo
    </button>`;
    const words = bet === "hecha" ? tellOutcome(state, facts) : "Se salteó: el gráfico está completo.";
    return html`<output class="isla-pregunta" aria-live="off"><strong>La apuesta.</strong> ${words}</output>${again}`;
  }
  const able = guess !== undefined;
  return html`<label class="isla-pregunta" for="${key}-trazo"
      ><strong>La apuesta.</strong> Hasta 1990, los procesadores también se aceleraban. ¿Hasta qué frecuencia llegaron
      en 2025?</label
    >
    <span class="isla-respuesta">
      <input
        type="range"
        id="${key}-trazo"
        data-accion="trazo"
        min="${bounds.guess.from}"
        max="${bounds.guess.to}"
        step="${bounds.guess.step}"
        value="${guess ?? 3}"
        aria-valuetext="${able ? formatFrequency(10 ** guess) : "sin trazar"}"
      />
      <output aria-live="off" class="numero">${able ? formatFrequency(10 ** guess) : "sin trazar"}</output>
      <button type="button" class="boton primario" data-accion="revelar" aria-disabled="${able ? "false" : "true"}">
        Ver qué pasó
      </button>
      <button type="button" class="enlace" data-accion="saltear">Ver sin apostar</button>
    </span>`;
}

const scaleNames = { logaritmica: "Logarítmica", lineal: "Lineal" };
const paces = [
  [1, "un año"],
  [1.5, "18 meses"],
  [2, "dos años"],
] as const;

export function drawControls(state: Moore, facts: Facts, { key }: Drawing): Markup {
  const { period } = state;
  const shown = period ?? round(facts.all?.doublingYears ?? 2);
  return html`<div class="isla-opciones" role="group" aria-label="Escala">
      ${scales.toReversed().map((scale) => drawOption("escala", scale, scaleNames[scale], state.scale === scale))}
    </div>
    <label class="isla-deslizador"
      >Se duplica cada
      <input
        type="range"
        data-accion="periodo"
        min="${bounds.period.from}"
        max="${bounds.period.to}"
        step="${bounds.period.step}"
        value="${shown}"
        aria-valuetext="${formatYears(shown)}"
      />
      <span class="numero">${formatYears(period ?? facts.all?.doublingYears ?? 2)}</span></label
    >
    <div class="isla-opciones" role="group" aria-label="Período de duplicación">
      ${paces.map(([years, words]) => drawOption("periodo", String(years), words, period === years))}
      ${drawOption("periodo", "", "ajuste", period === undefined)}
    </div>
    <details class="isla-mas">
      <summary>Series y muestra</summary>
      <div class="isla-casillas" role="group" aria-label="Series">
        ${allSeries.map(
          (series) =>
            html`<label class="serie-${series}"
              ><input
                type="checkbox"
                data-accion="serie"
                data-valor="${series}"
                ${state.series.includes(series) && html`checked`}
              />
              ${drawMark(series)} ${seriesNames[series]}</label
            >`,
        )}
      </div>
      <label class="isla-eleccion" for="${key}-muestra">Procesadores</label>
      <select id="${key}-muestra" data-accion="seleccion">
        ${selections.map(
          (selection) =>
            html`<option value="${selection}" ${state.selection === selection && html`selected`}>
              ${selectionNames[selection]}
            </option>`,
        )}
      </select>
    </details>`;
}

function drawOption(action: string, value: string, words: string, isOn: boolean): Markup {
  return html`<button
    type="button"
    class="boton"
    data-accion="${action}"
    data-valor="${value}"
    aria-pressed="${isOn ? "true" : "false"}"
  >
    ${words}
  </button>`;
}

/** The fitted doubling times, the processor that is read, and the puzzle. */
export function drawNumbers(state: Moore, facts: Facts, processors: readonly Processor[], drawing: Drawing): Markup {
  const rows: [name: string, fit: Fit | undefined][] = [
    ["todos los años", facts.all],
    ["1971 a 2000", facts.before],
    ["2000 a 2025", facts.after],
    ...(isWhole(state) ? [] : [[`${state.stretch.join(" a ")}, elegido`, facts.stretch] as [string, Fit | undefined]]),
  ];
  return html`<table class="moore-ajustes">
      <caption>
        Período de duplicación de los transistores, en años
      </caption>
      <thead>
        <tr>
          <th scope="col">Tramo</th>
          <th scope="col" class="numero">T</th>
          <th scope="col" class="numero">95 %</th>
          <th scope="col" class="numero">n</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, fit]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${
                fit === undefined
                  ? html`<td class="numero" colspan="3">faltan puntos</td>`
                  : html`<td class="numero">${formatNumber(fit.doublingYears, 2)}</td>
                      <td class="numero">${formatInterval(fit)}</td>
                      <td class="numero">${fit.n}</td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="moore-lecturas con-guion">${drawPoint(state, processors)} ${drawPuzzle(state, facts, drawing)}</div>`;
}

function drawPoint({ point }: Moore, processors: readonly Processor[]): Markup {
  const words = point === undefined ? "ninguno: se recorre con las flechas" : tellProcessor(processors[point - 1]);
  return html`<label class="isla-lectura"
    ><strong>Procesador elegido</strong>
    <input
      type="range"
      data-accion="punto"
      min="1"
      max="${processors.length}"
      value="${point ?? 1}"
      aria-valuetext="${words}"
    />
    <span>${words}</span></label
  >`;
}

function drawPuzzle(state: Moore, facts: Facts, { key }: Drawing): Markup {
  const [first, last] = state.stretch;
  const verdict = checkStretch(state.stretch, facts.stretch);
  const field = (action: string, words: string, year: number) =>
    html`<label class="isla-eleccion" for="${key}-${action}">${words}</label>
      <input
        type="number"
        id="${key}-${action}"
        data-accion="${action}"
        min="${bounds.year.from}"
        max="${bounds.year.to}"
        value="${year}"
      />`;
  return html`<div class="isla-desafio" role="group" aria-label="Desafío">
    <label for="${key}-desde"
      ><strong>Desafío.</strong> Encontrar un tramo de diez años o más en que los transistores se dupliquen cada 18
      meses.</label
    >
    <span class="moore-tramo-elegido">${field("desde", "desde", first)} ${field("hasta", "hasta", last)}</span>
    <output aria-live="off" class="${verdict.right && "bien"}">${verdict.words}</output>
  </div>`;
}

function round(years: number): number {
  return Math.round(years * 20) / 20;
}
