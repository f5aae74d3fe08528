import { html, type Markup } from "../html.ts";
import { LEAST_PROCESSES, messageOf, MOST_PROCESSES, nameOf } from "./execution.ts";
import { readClocks, relate } from "./model.ts";
import { answers, chosenOf, type Clocks } from "./state.ts";
import { countStates } from "./states.ts";
import { formatBig, formatSum, formatVector, tellOutcome, tellPairs, tellVerdict } from "./words.ts";

const answerNames = { f1: "f1", e2: "e2", ninguno: "Ninguno de los dos" };

/** Which of two events was first: the question, or how the answer went. */
export function drawBet(state: Clocks): Markup {
  if (state.bet === "pendiente")
    return html`<span class="isla-pregunta"><strong>La apuesta.</strong> ¿Qué pasó antes: f1 o e2?</span>
      <span class="isla-respuesta"
        ><span class="isla-opciones"
          >${answers.map((answer) => drawButton("apostar", answerNames[answer], answer))}</span
        ><button type="button" class="enlace" data-accion="saltear">Ver sin apostar</button></span
      >`;
  const words = state.bet === "salteada" ? "Se salteó: el dibujo está completo." : tellOutcome(state);
  return html`<span class="isla-pregunta"><strong>La apuesta.</strong> ${words}</span>
    ${drawButton("otra", "Apostar de nuevo")}`;
}

export function drawControls(state: Clocks): Markup {
  const { execution, from, bet, cursor } = state;
  const open = bet !== "pendiente";
  const chosen = chosenOf(state);
  const message = chosen === undefined ? undefined : messageOf(execution, chosen);
  const name = chosen === undefined ? "" : nameOf(execution, chosen);
  const sending =
    from !== undefined
      ? drawButton("mensaje", `Dejar el mensaje de ${nameOf(execution, from)}`)
      : message !== undefined
        ? drawButton("quitar-mensaje", "Quitar el mensaje", "", open)
        : drawButton(
            "mensaje",
            name === "" ? "Enviar un mensaje" : `Enviar desde ${name}`,
            "",
            open && chosen !== undefined,
          );
  return html`${drawButton("agregar", `Agregar en P${cursor.process + 1}`, "", open)} ${sending}
    ${drawButton("quitar", name === "" ? "Quitar" : `Quitar ${name}`, "", open && chosen !== undefined)}
    ${drawButton("desde-el-comienzo", "Desde el comienzo", "", open && state.ran !== 0)}
    <label class="isla-deslizador"
      >Procesos
      <input
        type="range"
        data-accion="procesos"
        min="${LEAST_PROCESSES}"
        max="${MOST_PROCESSES}"
        value="${execution.processes}"
        aria-disabled="${open ? "false" : "true"}"
      />
      <span class="numero">${execution.processes}</span></label
    >`;
}

function drawButton(action: string, words: string, value = "", able = true): Markup {
  return html`<button
    type="button"
    class="boton"
    data-clave="${action}${value}"
    data-accion="${action}"
    data-valor="${value}"
    aria-disabled="${able ? "false" : "true"}"
  >
    ${words}
  </button>`;
}

/** The marks of every event, and what the whole figure amounts to. */
export function drawNumbers(state: Clocks): Markup {
  const { execution } = state;
  const { all, consistent } = countStates(execution);
  const verdict = tellVerdict(execution);
  return html`<div class="tras-apuesta">
      <table class="relojes-marcas">
        <caption>
          Las marcas de los dos relojes
        </caption>
        <thead>
          <tr>
            <th scope="col">Evento</th>
            <th scope="col">Cómo sale</th>
            <th scope="col" class="numero">Lamport</th>
            <th scope="col" class="numero">Vectorial</th>
          </tr>
        </thead>
        <tbody>
          ${readClocks(execution)
            .sort((a, b) => a.event.process - b.event.process || a.event.place - b.event.place)
            .map(
              (mark) =>
                html`<tr>
                  <th scope="row">${nameOf(execution, mark.event)}</th>
                  <td>${formatSum(mark)}</td>
                  <td class="numero">${mark.lamport}</td>
                  <td class="numero">${formatVector(mark.vector)}</td>
                </tr>`,
            )}
        </tbody>
      </table>
    </div>
    <div class="tras-apuesta">
      <p>
        ${tellPairs(execution)} De ${formatBig(BigInt(all))} estados globales, pueden darse
        ${formatBig(BigInt(consistent))}.
      </p>
      <div class="isla-desafio con-guion" role="group" aria-label="Desafío">
        <p><strong>Desafío.</strong> Con un mensaje más, lograr que un evento tenga a todos los demás en su pasado.</p>
        <output aria-live="off" class="${verdict.right && "bien"}">${verdict.words}</output>
      </div>
    </div>`;
}

/** How each event is to each other, as a table. */
export function drawPairs({ execution }: Clocks): Markup {
  const signs = { same: "", before: "→", after: "←", concurrent: "∥" };
  const names = execution.events.map((event) => nameOf(execution, event));
  return html`<div class="isla-tabla" tabindex="0" role="group" aria-label="Pares">
    <table class="relojes-pares">
      <caption>
        Cada fila respecto de cada columna: → pasó antes, ← pasó después, ∥ concurrentes
      </caption>
      <thead>
        <tr>
          <td></td>
          ${names.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${execution.events.map(
          (a, row) =>
            html`<tr>
              <th scope="row">${names[row]}</th>
              ${execution.events.map((b) => html`<td>${signs[relate(execution, a, b)]}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
