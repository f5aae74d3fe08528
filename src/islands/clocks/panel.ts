import { drawAnswer, drawChallenge, drawQuestion } from "../bet.ts";
import { drawButton, drawSlider } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import { drawRow, drawTable, drawWide } from "../table.ts";
import { LEAST_PROCESSES, messageOf, MOST_PROCESSES, nameOf } from "./execution.ts";
import { readClocks, relate } from "./model.ts";
import { chosenOf, type Clocks } from "./state.ts";
import { countStates } from "./states.ts";
import { formatBig, formatSum, formatVector, tellOutcome, tellPairs, tellVerdict } from "./words.ts";

/** Which of two events was first: the question, or how the answer went. */
export function drawBet(state: Clocks): Markup {
  if (state.bet !== "pendiente")
    return drawAnswer(state.bet === "salteada" ? "Se salteó: el dibujo está completo." : tellOutcome(state));
  return drawQuestion("¿Qué pasó antes: f1 o e2?", [
    ["f1", "f1"],
    ["e2", "e2"],
    ["ninguno", "Ninguno de los dos"],
  ]);
}

export function drawControls(state: Clocks): Markup {
  const { execution, bet, cursor } = state;
  const open = bet !== "pendiente";
  const chosen = chosenOf(state);
  const able = open && chosen !== undefined;
  const name = chosen === undefined ? "" : ` ${nameOf(execution, chosen)}`;
  return html`${drawButton("agregar", `Agregar en P${cursor.process + 1}`, { able: open })} ${drawSending(state, able)}
  ${drawButton("quitar", `Quitar${name}`, { able })}
  ${drawButton("desde-el-comienzo", "Desde el comienzo", { able: open && state.ran !== 0 })}
  ${drawSlider("procesos", "Procesos", execution.processes, { from: LEAST_PROCESSES, to: MOST_PROCESSES }, { able: open })}`;
}

function drawSending(state: Clocks, able: boolean): Markup {
  const { execution, from } = state;
  const chosen = chosenOf(state);
  if (from !== undefined) return drawButton("mensaje", `Dejar el mensaje de ${nameOf(execution, from)}`);
  if (chosen === undefined) return drawButton("mensaje", "Enviar un mensaje", { able });
  return messageOf(execution, chosen) === undefined
    ? drawButton("mensaje", `Enviar desde ${nameOf(execution, chosen)}`, { able })
    : drawButton("quitar-mensaje", "Quitar el mensaje", { able });
}

/** The marks of every event, and what the whole figure amounts to. */
export function drawNumbers({ execution }: Clocks): Markup {
  const { all, consistent } = countStates(execution);
  const marks = readClocks(execution).sort(
    (a, b) => a.event.process - b.event.process || a.event.place - b.event.place,
  );
  return html`<div class="tras-apuesta">
      ${drawTable(
        {
          caption: "Las marcas de los dos relojes",
          heads: ["Evento", "Cómo sale", "Lamport", "Vectorial"],
          numbersFrom: 2,
          kind: "relojes-marcas",
        },
        marks.map((mark) =>
          drawRow([nameOf(execution, mark.event), formatSum(mark), mark.lamport, formatVector(mark.vector)], 2),
        ),
      )}
    </div>
    <div class="tras-apuesta">
      <p>
        ${tellPairs(execution)} De ${formatBig(BigInt(all))} estados globales, pueden darse
        ${formatBig(BigInt(consistent))}.
      </p>
      ${drawChallenge(
        "Con un mensaje más, lograr que un evento tenga a todos los demás en su pasado.",
        tellVerdict(execution),
      )}
    </div>`;
}

/** How each event is to each other, as a table. */
export function drawPairs({ execution }: Clocks): Markup {
  const signs = { same: "", before: "→", after: "←", concurrent: "∥" };
  const { events } = execution;
  const names = events.map((event) => nameOf(execution, event));
  const rows = events.map((a, row) => drawRow([names[row], ...events.map((b) => signs[relate(execution, a, b)])]));
  const caption = "Cada fila respecto de cada columna: → pasó antes, ← pasó después, ∥ concurrentes";
  return drawWide("Pares", drawTable({ caption, heads: ["", ...names], kind: "relojes-pares" }, rows));
}
