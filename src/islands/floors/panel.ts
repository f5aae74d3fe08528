import { drawAnswer, drawChallenge, drawQuestion } from "../bet.ts";
import { drawBox, drawSlider } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import { drawRow, drawTable } from "../table.ts";
import { MOST_UNITS } from "./model.ts";
import { NAMESPACES, seeFrom } from "./process.ts";
import { ceilings, processOf, worldOf, type Floors } from "./state.ts";
import { describeSight, measureGreed, nameOfProcess, tellKernel, tellOutcome, tellVerdict } from "./words.ts";

const ceilingNames = { memoria: "--memory 128m", cpu: "--cpus 0.5", procesos: "--pids-limit 100" };

/** Which floor goes: the question, or how the answer went. */
export function drawBet(state: Floors): Markup {
  if (state.bet !== "pendiente")
    return drawAnswer(state.bet === "salteada" ? "Se salteó: se puede cambiar de pila." : tellOutcome(state));
  return drawQuestion("Si en vez de máquinas virtuales hay contenedores, ¿qué piso se va?", [
    ["anfitrion", "El SO anfitrión"],
    ["invitado", "El SO invitado"],
    ["bibliotecas", "Las bibliotecas"],
  ]);
}

export function drawControls(state: Floors): Markup {
  const { kind, units, apart, limits, greedy, bet } = state;
  const able = kind === "containers" && bet !== "pendiente";
  return html`${drawSlider("unidades", "Programas", units, { from: 1, to: MOST_UNITS })}
    <div class="isla-casillas" role="group" aria-label="Namespaces propios de cada contenedor">
      <span>Namespaces propios:</span>
      ${NAMESPACES.map((name) => drawBox("propio", name.toUpperCase(), apart[name], { value: name, able }))}
    </div>
    <div class="isla-casillas" role="group" aria-label="Techos del contenedor A">
      <span>Techos de A:</span>
      ${ceilings.map((name) => drawBox("techo", ceilingNames[name], limits.includes(name), { value: name, able }))}
      ${drawBox("voraz", "su programa pide todo", greedy, { able })}
    </div>`;
}

/** What each namespace shows to the chosen process, what ceilings do, and the puzzle. */
export function drawNumbers(state: Floors): Markup {
  const who = processOf(state);
  return html`<div>
      ${who !== undefined && drawSight(state, who)} ${state.kind === "containers" && state.greedy && drawGreed(state)}
    </div>
    ${drawChallenge(
      "Que dos contenedores o más atiendan el puerto 80 como root, sin verse entre sí y sin ser root para el anfitrión.",
      tellVerdict(state),
    )}`;
}

const questions = { pid: "Procesos (PID)", net: "Red (NET)", mnt: "Archivos (MNT)", user: "Usuario (USER)" };

function drawSight(state: Floors, who: NonNullable<ReturnType<typeof processOf>>): Markup {
  const words = describeSight(state, seeFrom(worldOf(state), who));
  return drawTable({ caption: `Qué ve ${nameOfProcess(who)}` }, [
    drawRow(["Kernel", tellKernel(state, who)]),
    ...NAMESPACES.map((name) => drawRow([questions[name], words[name]])),
  ]);
}

function drawGreed(state: Floors): Markup {
  const { memory, cpu, processes } = measureGreed(state);
  return drawTable({ caption: "El programa de A pide todo, en un equipo de 1024 MB y 2 CPU" }, [
    drawRow(["Memoria", memory]),
    drawRow(["CPU", cpu]),
    drawRow(["Procesos", processes]),
  ]);
}
