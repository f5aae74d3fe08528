import type { Verdict } from "../bet.ts";
import { list } from "../sentence.ts";
import { messageOf, nameOf, sameEvent, type Event, type Execution, type Refusal } from "./execution.ts";
import {
  concurrentPairs,
  concurrentWith,
  futureOf,
  pastOf,
  readClocks,
  relate,
  runningOrder,
  type Mark,
} from "./model.ts";
import { judge } from "./puzzle.ts";
import { chosenOf, eventNamed, type Clocks } from "./state.ts";
import { countStates } from "./states.ts";

/** `e1, f1 y f2`; `ninguno` if there are none. */
export function listEvents(execution: Execution, events: readonly Event[]): string {
  return events.length === 0 ? "ninguno" : list(events.map((event) => nameOf(execution, event)));
}

export function formatVector(vector: readonly number[]): string {
  return `(${vector.join(", ")})`;
}

/** How Lamport's count comes out: `0 + 1`, `mayor(1, 1) + 1`. */
export function formatSum({ own, carried }: Mark): string {
  return carried === undefined ? `${own} + 1` : `mayor(${own}, ${carried}) + 1`;
}

/** The state in sentences: what there is, what the chosen event says, what can be done. */
export function tellClocks(state: Clocks): string[] {
  const { bet, from, execution, refusal } = state;
  return [
    tellFigure(execution),
    ...tellRun(state),
    ...(bet === "pendiente" ? ["Falta la apuesta; después se ven las marcas de los dos relojes."] : tellChosen(state)),
    ...(bet === "pendiente" || bet === "salteada" ? [] : [tellOutcome(state)]),
    ...(from === undefined ? [] : [`El mensaje de ${nameOf(execution, from)} espera un destino.`]),
    ...(refusal === undefined ? [] : [refusals[refusal]]),
    ...(bet === "pendiente"
      ? []
      : ["Se elige otro evento con las flechas o tocándolo; arrastrado hasta otra línea, envía un mensaje."]),
  ];
}

function tellFigure(execution: Execution): string {
  const { processes, events, messages } = execution;
  const sent = messages.map(({ from, to }) => `${nameOf(execution, from)} → ${nameOf(execution, to)}`);
  const what = `${processes} procesos, ${count(events.length, "evento")} y ${count(messages.length, "mensaje")}`;
  return sent.length === 0 ? `${what}.` : `${what}: ${list(sent)}.`;
}

function tellRun({ execution, ran }: Clocks): string[] {
  if (ran === undefined) return [];
  const last = runningOrder(execution)[ran - 1];
  if (last === undefined) return ["Todavía no ocurrió nada."];
  const mark = readClocks(execution).find(({ event }) => sameEvent(event, last));
  return mark === undefined ? [] : [`Ocurrió ${tellMark(execution, mark)}`];
}

function tellMark(execution: Execution, mark: Mark): string {
  const name = nameOf(execution, mark.event);
  const message = messageOf(execution, mark.event);
  const does = message === undefined ? "" : sameEvent(message.from, mark.event) ? ", que envía" : ", que recibe";
  return `${name}${does}: Lamport ${formatSum(mark)} = ${mark.lamport}; vector ${formatVector(mark.vector)}.`;
}

function tellChosen(state: Clocks): string[] {
  const { execution } = state;
  const chosen = chosenOf(state);
  if (chosen === undefined) return ["No hay ningún evento elegido.", tellPairs(execution)];
  const mark = readClocks(execution).find(({ event }) => sameEvent(event, chosen));
  const those = (events: readonly Event[]) => listEvents(execution, events);
  return [
    ...(mark === undefined || state.ran !== undefined ? [] : [`Elegido: ${tellMark(execution, mark)}`]),
    `En su pasado, ${those(pastOf(execution, chosen))}; en su futuro, ${those(futureOf(execution, chosen))}; ` +
      `concurrentes con él, ${those(concurrentWith(execution, chosen))}.`,
    tellPairs(execution),
  ];
}

/** How many pairs have no order, and in how many orders the events may have happened. */
export function tellPairs(execution: Execution): string {
  const { length } = execution.events;
  const pairs = (length * (length - 1)) / 2;
  const { interleavings } = countStates(execution);
  const orders = interleavings === 1n ? "un solo orden posible" : `${formatBig(interleavings)} órdenes posibles`;
  return `De ${count(pairs, "par", "pares")}, ${count(concurrentPairs(execution).length, "concurrente")}: ${orders}.`;
}

/** Whole numbers as Spanish writes them; beyond a million millions, rounded to a power of ten. */
export function formatBig(value: bigint): string {
  const digits = String(value);
  if (digits.length > 12) {
    const power = [...String(digits.length - 1)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
    return `unos ${digits[0]},${digits[1]}\u00a0×\u00a010${power}`;
  }
  return digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, "\u00a0") : digits;
}

/** How the bet went, by what the figure says. */
export function tellOutcome({ execution, bet }: Clocks): string {
  const [f1, e2] = [eventNamed(execution, "f1"), eventNamed(execution, "e2")];
  if (f1 === undefined || e2 === undefined) return "";
  const relation = relate(execution, f1, e2);
  const truth = relation === "before" ? "f1" : relation === "after" ? "e2" : "ninguno";
  const right = bet === truth ? "✓ Correcto" : "✗ No";
  const why = {
    f1: "hay un camino de f1 a e2.",
    e2: "hay un camino de e2 a f1.",
    ninguno:
      "ningún camino de líneas y flechas lleva de uno a otro: son concurrentes, aunque uno esté dibujado antes y lleve un número menor.",
  };
  return `${right}: ${why[truth]}`;
}

/** What the puzzle says of an execution. */
export function tellVerdict(execution: Execution): Verdict {
  const verdict = judge(execution);
  if ("few" in verdict)
    return {
      right: false,
      words: "Todavía no: hacen falta cinco eventos o más, con dos por lo menos en dos procesos.",
    };
  const last = nameOf(execution, verdict.last);
  if (verdict.solved)
    return {
      right: true,
      words: `✓ ${last} tiene a todos los demás en su pasado: su vector cuenta los ${execution.events.length}.`,
    };
  const missing = listEvents(execution, verdict.missing);
  return {
    right: false,
    words: `Todavía no: a ${last}, que es el que más alcanza a saber, no llega ningún camino desde ${missing}.`,
  };
}

/** One line for the last row of a classroom. */
export function tellResult(state: Clocks): string {
  const { execution, bet } = state;
  const chosen = chosenOf(state);
  if (bet === "pendiente") return "¿Qué pasó antes: f1 o e2?";
  if (chosen === undefined) return `Pares concurrentes: ${concurrentPairs(execution).length}`;
  const concurrent = concurrentWith(execution, chosen);
  const name = nameOf(execution, chosen);
  return `Concurrentes con ${name}: ${concurrent.length > 5 ? concurrent.length : listEvents(execution, concurrent)}`;
}

const refusals: Record<Refusal, string> = {
  outside: "Ahí no hay lugar en el dibujo.",
  taken: "Ahí ya hay un evento.",
  "nothing-there": "Ahí no hay nada que cambiar.",
  "passes-another": "No se puede pasar por encima de otro evento: sería otra ejecución.",
  backwards: "Un mensaje no puede llegar antes de salir: va hacia la derecha.",
  "same-process": "Un mensaje va de un proceso a otro.",
  busy: "Cada evento envía o recibe un solo mensaje.",
};

function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `un ${one}` : `${number === 0 ? "ningún" : number} ${number === 0 ? one : many}`;
}
