import { html } from "../html.ts";
import type { Island } from "../island.ts";
import { drawLayers } from "./drawing.ts";
import { drawBet, drawControls, drawNumbers, drawFiles } from "./panel.ts";
import { actLayers, filesOf, readLayers, searchOf, writeLayers, type Layers } from "./state.ts";
import { logLayers, tellLayers, tellResult } from "./words.ts";

/** Image layers: how a Dockerfile makes them, how a file is found in them, what goes with a container. */
export const layers: Island<Layers> = {
  read: readLayers,
  write: writeLayers,
  act: actLayers,
  step(state) {
    const looked = (state.looked ?? 0) + 1;
    const search = searchOf(state);
    return search === undefined || state.bet === "pendiente" || looked > search.glances.length
      ? undefined
      : { ...state, looked };
  },
  press(state, key) {
    const files = filesOf(state);
    const at = files.indexOf(state.path ?? "");
    const next = { ArrowLeft: files[Math.max(0, at - 1)], ArrowRight: files[at + 1] ?? files.at(-1) }[key];
    return next === undefined ? undefined : ["buscar", next];
  },
  reveal: (state) => (state.bet === "pendiente" ? { ...state, bet: "salteada" } : state),
  scenes(start) {
    const made = after(start, ["apostar", "desde"]);
    const run = after(made, ["run", "A"]);
    const changed = after(run, ["escribir", "/app/servidor.py"]);
    const kept = after(changed, ["escribir", "/datos/visitas"]);
    return [start, made, run, changed, kept, after(kept, ["stop", ""], ["rm", ""])];
  },
  tell: tellLayers,
  log: (state) => [...tellLayers(state), ...logLayers(state)],
  view: (state, drawing) => ({
    bet: drawBet(state),
    play: drawLayers(state, drawing),
    controls: drawControls(state),
    numbers: drawNumbers(state),
    result: html`${tellResult(state)}`,
    table: drawFiles(state),
  }),
};

function after(state: Layers, ...actions: [action: string, value: string][]): Layers {
  return actions.reduce((now, [action, value]) => actLayers(now, action, value), state);
}
