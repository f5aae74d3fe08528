import { html, type Markup } from "../html.ts";
import type { Island } from "../island.ts";
import { drawChart } from "./chart.ts";
import { readFacts } from "./facts.ts";
import { nearestProcessor } from "./marks.ts";
import { drawBet, drawControls, drawNumbers } from "./panel.ts";
import type { Processor } from "./processors.ts";
import { actMoore, type Moore, readMoore, writeMoore } from "./state.ts";
import { tellMoore, tellResult } from "./words.ts";

/**
 * Moore's law on the course's own table.
 * @param table the rows drawn; none in the browser, where they are in the page already
 */
export function toMoore(rows: readonly Processor[], table?: Markup): Island<Moore> {
  const processors = rows.filter(({ kind }) => kind !== "gpu");
  const count = processors.length;
  const factsOf = (state: Moore) => readFacts(processors, state);
  const tell = (state: Moore) => tellMoore(state, factsOf(state), processors);
  return {
    read: (fields) => readMoore(fields, count),
    write: writeMoore,
    act: (state, action, value, stroke) =>
      action === "punto" && stroke !== undefined
        ? actMoore(state, "punto", String(nearestProcessor(state, processors, stroke.to)), undefined, count)
        : actMoore(state, action, value, stroke, count),
    step: (state) => {
      const tour = toScenes({ ...state, period: undefined, scale: "logaritmica" });
      const at = tour.findIndex((scene) => isSame(scene, state));
      return tour[Math.max(0, at) + 1];
    },
    press: ({ point }, key) => {
      const next = { ArrowLeft: (point ?? 2) - 1, ArrowRight: (point ?? 0) + 1, Home: 1, End: count }[key];
      return next === undefined ? undefined : ["punto", String(next)];
    },
    reveal: (state) => (state.bet === "pendiente" ? { ...state, bet: "salteada", guess: undefined } : state),
    scenes: toScenes,
    tell,
    log: tell,
    view: (state, drawing) => {
      const facts = factsOf(state);
      return {
        bet: drawBet(state, facts, drawing),
        play: drawChart(state, facts, processors, drawing),
        controls: drawControls(state, facts, drawing),
        numbers: drawNumbers(state, facts, processors),
        result: html`${tellResult(state, facts)}`,
        table,
      };
    },
  };
}

/** What the talk goes through: how the frequency went on, what a wrong doubling time says, the same without logarithms. */
function toScenes(start: Moore): Moore[] {
  const shown: Moore = start.bet === "pendiente" ? { ...start, bet: "salteada", guess: undefined } : start;
  return [
    start,
    ...(start.bet === "pendiente" ? [shown] : []),
    { ...shown, period: 1.5 },
    { ...shown, period: 2 },
    { ...shown, period: undefined, scale: "lineal" },
  ];
}

function isSame(one: Moore, other: Moore): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
