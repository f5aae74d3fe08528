import { drawAnswer, drawChallenge, skip } from "../bet.ts";
import { drawBox, drawButton, drawChoice, drawNumberField, drawOptions, drawSlider } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import { formatNumber } from "../number.ts";
import { drawRow, drawTable } from "../table.ts";
import type { Facts } from "./facts.ts";
import { drawMark } from "./marks.ts";
import type { Fit } from "./model.ts";
import type { Processor } from "./processors.ts";
import { checkStretch } from "./puzzle.ts";
import { allSeries, bounds, type Moore, selections } from "./state.ts";
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
  if (bet !== "pendiente")
    return drawAnswer(bet === "hecha" ? tellOutcome(state, facts) : "Se salteó: el gráfico está completo.");
  const able = guess !== undefined;
  const words = able ? formatFrequency(10 ** guess) : "sin trazar";
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
        aria-valuetext="${words}"
      />
      <output aria-live="off" class="numero">${words}</output>
      ${drawButton("revelar", "Ver qué pasó", { able, kind: "primario" })} ${skip}
    </span>`;
}

export function drawControls(state: Moore, facts: Facts, { key }: Drawing): Markup {
  const { period, scale } = state;
  const shown = period ?? facts.all?.doublingYears ?? 2;
  const rounded = Math.round(shown * 20) / 20;
  const drawPace = (value: number | "", words: string) =>
    drawButton("periodo", words, { value, isOn: value === (period ?? "") });
  return html`${drawOptions("Escala", [
      drawButton("escala", "Lineal", { value: "lineal", isOn: scale === "lineal" }),
      drawButton("escala", "Logarítmica", { value: "logaritmica", isOn: scale === "logaritmica" }),
    ])}
    ${drawSlider("periodo", "Se duplica cada", rounded, bounds.period, {
      spoken: formatYears(rounded),
      shown: formatYears(shown),
    })}
    ${drawOptions("Período de duplicación", [
      drawPace(1, "un año"),
      drawPace(1.5, "18 meses"),
      drawPace(2, "dos años"),
      drawPace("", "ajuste"),
    ])}
    <details class="isla-mas">
      <summary>Series y muestra</summary>
      <div class="isla-casillas" role="group" aria-label="Series">
        ${allSeries.map((series) =>
          drawBox("serie", [drawMark(series), " ", seriesNames[series]], state.series.includes(series), {
            value: series,
            kind: `serie-${series}`,
          }),
        )}
      </div>
      <label class="isla-eleccion" for="${key}-muestra">Procesadores</label>
      ${drawChoice(
        "seleccion",
        selections.map((selection) => [selection, selectionNames[selection]]),
        state.selection,
        `${key}-muestra`,
      )}
    </details>`;
}

/** The fitted doubling times, the processor that is read, and the puzzle. */
export function drawNumbers(state: Moore, facts: Facts, processors: readonly Processor[]): Markup {
  const rows: [name: string, fit: Fit | undefined][] = [
    ["todos los años", facts.all],
    ["1971 a 2000", facts.before],
    ["2000 a 2025", facts.after],
  ];
  if (!isWhole(state)) rows.push([`${state.stretch.join(" a ")}, elegido`, facts.stretch]);
  return html`${drawTable(
      {
        caption: "Período de duplicación de los transistores, en años",
        heads: ["Tramo", "T", "95 %", "n"],
        numbersFrom: 1,
        kind: "moore-ajustes",
      },
      rows.map(([name, fit]) =>
        drawRow(
          fit === undefined
            ? [name, "–", "faltan puntos", ""]
            : [name, formatNumber(fit.doublingYears, 2), formatInterval(fit), fit.n],
          1,
        ),
      ),
    )}
    <div class="moore-lecturas con-guion">${drawPoint(state, processors)} ${drawPuzzle(state, facts)}</div>`;
}

function drawPoint({ point }: Moore, processors: readonly Processor[]): Markup {
  const words = point === undefined ? "ninguno: se recorre con las flechas" : tellProcessor(processors[point - 1]);
  return drawSlider(
    "punto",
    html`<strong>Procesador elegido</strong>`,
    point ?? 1,
    { from: 1, to: processors.length },
    {
      spoken: words,
      shown: words,
      kind: "isla-lectura",
    },
  );
}

function drawPuzzle({ stretch }: Moore, facts: Facts): Markup {
  const [first, last] = stretch;
  return drawChallenge(
    "Encontrar un tramo de diez años o más en que los transistores se dupliquen cada 18 meses.",
    checkStretch(stretch, facts.stretch),
    html`<span class="moore-tramo-elegido"
      >${drawNumberField("desde", "desde", first, bounds.year)}
      ${drawNumberField("hasta", "hasta", last, bounds.year)}</span
    >`,
  );
}
