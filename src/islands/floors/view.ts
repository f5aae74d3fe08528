import { html, type Markup } from "../html.ts";
import type { Island } from "../island.ts";
import { drawStack } from "./drawing.ts";
import { drawBet, drawControls, drawNumbers } from "./panel.ts";
import { actFloors, readFloors, writeFloors, type Floors } from "./state.ts";
import { tellFloors, tellResult } from "./words.ts";

/**
 * Two kinds of hypervisor and containers as stacks of floors, and what a process sees from inside.
 * @param table the three stacks, the same in every state; none where it is in the page already
 */
export const toFloors = (table?: Markup): Island<Floors> => ({
  read: readFloors,
  write: writeFloors,
  act: actFloors,
  // From the ground up: what stands on the bare machine, what is hosted, what shares a kernel.
  step({ kind, ...state }) {
    const next = { "type-1": "tipo2", "type-2": "contenedores", containers: "" }[kind];
    return next === "" || state.bet === "pendiente" ? undefined : actFloors({ kind, ...state }, "pila", next);
  },
  press(_, key) {
    const kind = { 1: "tipo1", 2: "tipo2", 3: "contenedores" }[key];
    return kind === undefined ? undefined : ["pila", kind];
  },
  reveal: (state) => (state.bet === "pendiente" ? { ...state, bet: "salteada" } : state),
  scenes(start) {
    const made = actFloors(start, "apostar", "invitado");
    return [
      start,
      made,
      actFloors(made, "falla", "host"),
      actFloors(made, "pila", "tipo1"),
      actFloors(actFloors(made, "pila", "tipo1"), "falla", "guest-0"),
    ];
  },
  tell: tellFloors,
  log: tellFloors,
  view: (state, drawing) => ({
    bet: drawBet(state),
    play: drawStack(state, drawing),
    controls: drawControls(state),
    numbers: drawNumbers(state),
    result: html`${tellResult(state)}`,
    table,
  }),
});
