import { drawButton, drawOptions } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import { compareKinds, fallWith, floorsOf, KINDS, type Floor, type Piece } from "./model.ts";
import { processesOf, type Process } from "./process.ts";
import { kindNames, worldOf, writePiece, type Floors } from "./state.ts";
import { kindWords, nameOfLevel, nameOfPiece, nameOfProcess, nameOfUnit } from "./words.ts";

/** The stack, from the ground up, with every floor at its height: where one is missing there is a gap that says so. */
export function drawStack(state: Floors, { mode }: Drawing): Markup {
  const { kind, units } = state;
  const floors = floorsOf(kind).toReversed();
  return html`<div class="pisos unidades-${units}">
    ${drawKinds(state)}
    <ol class="pisos-pila">
      ${floors.map((floor) => drawFloor(floor, state))}
    </ol>
    ${mode === "page" && drawHost(state)}
  </div>`;
}

function drawKinds({ kind, bet }: Floors): Markup {
  const able = bet !== "pendiente";
  return drawOptions(
    "Pila",
    KINDS.map((one) => drawButton("pila", kindWords[one], { value: kindNames[one], isOn: one === kind, able })),
  );
}

function drawFloor(floor: Floor, state: Floors): Markup {
  const { level, own, missing } = floor;
  const { kind, before, units } = state;
  const come = before !== undefined && compareKinds(before, kind).come.includes(level);
  const gone = before !== undefined && compareKinds(before, kind).gone.includes(level);
  const pieces: Piece[] = own
    ? Array.from({ length: units }, (_, unit) => ({ level, unit }))
    : [{ level, unit: undefined }];
  return html`<li
    class="piso ${level}${missing && " falta"}${come && " llega"}${gone && " se-fue"}"
    data-clave="${level}"
  >
    ${
      missing
        ? html`<span class="pisos-hueco">sin ${nameOfLevel("type-2", level)}${gone && ": se fue"}</span>`
        : pieces.map((piece) => drawPiece(piece, state))
    }
  </li>`;
}

function drawPiece(piece: Piece, state: Floors): Markup {
  const { kind, units, failed, bet } = state;
  const name = writePiece(piece);
  const fallen = failed !== undefined && fallWith(kind, units, failed).some((one) => writePiece(one) === name);
  const isFailed = failed !== undefined && writePiece(failed) === name;
  const kernel = piece.level === "host" || piece.level === "guest";
  const words = nameOfPiece(kind, piece);
  return html`<div class="pisos-pieza${fallen && " caida"}" data-clave="${name}">
    <button
      type="button"
      data-accion="falla"
      data-valor="${name}"
      data-nombre="${name}"
      aria-pressed="${isFailed ? "true" : "false"}"
      aria-disabled="${bet === "pendiente" ? "true" : "false"}"
      aria-label="${words}${kernel && " kernel"}${fallen && ", caído"}: hacerlo fallar"
    >
      ${fallen && html`<span class="pisos-cruz">✗</span>`} ${words} ${kernel && html`<small>kernel</small>`}
    </button>
    ${piece.level === "program" && piece.unit !== undefined && drawInside(piece.unit, state)}
  </div>`;
}

function drawInside(unit: number, state: Floors): Markup {
  const inside = processesOf(worldOf(state)).filter((process) => process.unit === unit);
  return html`<span class="solo-lector">${nameOfUnit(state.kind, unit)}:</span>
    <span class="pisos-procesos">${inside.map((process) => drawProcess(process, state))}</span>`;
}

// The processes that run on the host itself, among which one can look too.
function drawHost(state: Floors): Markup | false {
  const outside = processesOf(worldOf(state)).filter(({ unit }) => unit === undefined);
  return (
    outside.length > 0 &&
    html`<div class="pisos-afuera con-guion" role="group" aria-label="Procesos del anfitrión">
      En el anfitrión: <span class="pisos-procesos">${outside.map((process) => drawProcess(process, state))}</span>
    </div>`
  );
}

function drawProcess(process: Process, state: Floors): Markup {
  return html`<button
    type="button"
    class="pisos-proceso"
    data-clave="${process.name}"
    data-accion="proceso"
    data-valor="${process.name}"
    aria-pressed="${process.name === state.who ? "true" : "false"}"
  >
    ${nameOfProcess(process)}${process.role === "monitor" && ` ${"ABC"[Number(process.name.slice(-1))]}`}
  </button>`;
}
