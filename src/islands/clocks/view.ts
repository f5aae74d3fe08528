import { html } from "../html.ts";
import type { Island } from "../island.ts";
import { drawDiagram, locate } from "./drawing.ts";
import { nameOf } from "./execution.ts";
import { readClocks } from "./model.ts";
import { drawBet, drawControls, drawNumbers, drawPairs } from "./panel.ts";
import { actClocks, eventNamed, neighbourOf, readClocksState, writeClocksState, type Clocks } from "./state.ts";
import { readExecution, writeEvent } from "./text.ts";
import { formatSum, formatVector, tellClocks, tellResult } from "./words.ts";

/** Logical clocks on a space-time diagram. */
export const clocks: Island<Clocks> = {
  read: readClocksState,
  write: writeClocksState,
  act: (state, action, value, stroke) => actClocks(state, action, value, stroke && locate(state.execution, stroke.to)),
  step(state) {
    const ran = (state.ran ?? 0) + 1;
    return ran > state.execution.events.length || state.bet === "pendiente" ? undefined : { ...state, ran };
  },
  beat: () => 900,
  press(state, key) {
    const event = neighbourOf(state, key);
    if (event !== undefined) return ["ir", writeEvent(event)];
    switch (key) {
      case "n":
      case "N":
        return ["agregar", ""];
      case "m":
      case "M":
        return ["mensaje", ""];
      case "q":
      case "Q":
        return ["quitar-mensaje", ""];
      case ",":
        return ["correr", "izquierda"];
      case ".":
        return ["correr", "derecha"];
      case "Delete":
      case "Backspace":
        return ["quitar", ""];
      case "Escape":
        return state.from === undefined ? undefined : ["mensaje", ""];
      // An arrow with nowhere to go must not turn the slide.
      default:
        return key.startsWith("Arrow") ? ["ir", writeEvent(state.cursor)] : undefined;
    }
  },
  reveal: (state) => (state.bet === "pendiente" ? { ...state, bet: "salteada" } : state),
  scenes(start) {
    const shown: Clocks = start.bet === "pendiente" ? { ...start, bet: "salteada" } : start;
    const joined: Clocks = { ...shown, execution: readExecution("2e2e7f1f4f8.e2f4e7f8") };
    return [start, choose(shown, "f1"), choose(shown, "e2"), choose(joined, "f3")];
  },
  tell: tellClocks,
  log: (state) => [
    ...tellClocks(state),
    ...readClocks(state.execution)
      .slice(0, state.ran)
      .map((mark) => {
        const name = nameOf(state.execution, mark.event);
        return `${name}: ${formatSum(mark)} = ${mark.lamport} · ${formatVector(mark.vector)}`;
      }),
  ],
  view: (state, drawing) => ({
    bet: drawBet(state),
    play: drawDiagram(state, drawing),
    controls: drawControls(state),
    numbers: drawNumbers(state),
    result: html`${tellResult(state)}`,
    table: drawPairs(state),
  }),
};

function choose(state: Clocks, name: string): Clocks {
  return { ...state, cursor: eventNamed(state.execution, name) ?? state.cursor };
}
