import { html, type Markup } from "../html.ts";
import { MOST_UNITS } from "./model.ts";
import { NAMESPACES, seeFrom } from "./process.ts";
import { answers, ceilings, processOf, worldOf, type Floors } from "./state.ts";
import { describeSight, measureGreed, nameOfProcess, tellKernel, tellOutcome, tellVerdict } from "./words.ts";

const answerNames = { anfitrion: "El SO anfitrión", invitado: "El SO invitado", bibliotecas: "Las bibliotecas" };
const ceilingNames = { memoria: "--memory 128m", cpu: "--cpus 0.5", procesos: "--pids-limit 100" };

/** Which floor goes: the question, or how the answer went. */
export function drawBet(state: Floors): Markup {
  if (state.bet === "pendiente")
    return html`<span class="isla-pregunta">
        <strong>La apuesta.</strong> Si en vez de máquinas virtuales hay contenedores, ¿qué piso se va?
      </span>
      <span class="isla-respuesta"
        ><span class="isla-opciones"
          >${answers.map((answer) => drawButton("apostar", answerNames[answer], answer))}</span
        ><button type="button" class="enlace" data-accion="saltear">Ver sin apostar</button></span
      >`;
  const words = state.bet === "salteada" ? "Se salteó: se puede cambiar de pila." : tellOutcome(state);
  return html`<span class="isla-pregunta"><strong>La apuesta.</strong> ${words}</span>
    ${drawButton("otra", "Apostar de nuevo")}`;
}

function drawButton(action: string, words: string, value = ""): Markup {
  return html`<button
    type="button"
    class="boton"
    data-clave="${action}${value}"
    data-accion="${action}"
    data-valor="${value}"
  >
    ${words}
  </button>`;
}

export function drawControls(state: Floors): Markup {
  const { kind, units, apart, limits, greedy, bet } = state;
  const able = kind === "containers" && bet !== "pendiente";
  const box = (action: string, value: string, words: string, isOn: boolean) =>
    html`<label
      ><input
        type="checkbox"
        data-accion="${action}"
        ${value !== "" && html`data-valor="${value}"`}
        ${isOn && html`checked`}
        aria-disabled="${able ? "false" : "true"}"
      />
      ${words}</label
    >`;
  return html`<label class="isla-deslizador"
      >Programas
      <input type="range" data-accion="unidades" min="1" max="${MOST_UNITS}" value="${units}" />
      <span class="numero">${units}</span></label
    >
    <div class="isla-casillas" role="group" aria-label="Namespaces propios de cada contenedor">
      <span>Namespaces propios:</span>
      ${NAMESPACES.map((name) => box("propio", name, name.toUpperCase(), apart[name]))}
    </div>
    <div class="isla-casillas" role="group" aria-label="Techos del contenedor A">
      <span>Techos de A:</span>
      ${ceilings.map((name) => box("techo", name, ceilingNames[name], limits.includes(name)))}
      ${box("voraz", "", "su programa pide todo", greedy)}
    </div>`;
}

/** What each namespace shows to the chosen process, what ceilings do, and the puzzle. */
export function drawNumbers(state: Floors): Markup {
  const who = processOf(state);
  const verdict = tellVerdict(state);
  return html`<div>
      ${who !== undefined && drawSight(state, who)} ${state.kind === "containers" && state.greedy && drawGreed(state)}
    </div>
    <div class="isla-desafio con-guion" role="group" aria-label="Desafío">
      <p>
        <strong>Desafío.</strong> Que dos contenedores o más atiendan el puerto 80 como root, sin verse entre sí y sin
        ser root para el anfitrión.
      </p>
      <output aria-live="off" class="${verdict.right && "bien"}">${verdict.words}</output>
    </div>`;
}

const questions = { pid: "Procesos (PID)", net: "Red (NET)", mnt: "Archivos (MNT)", user: "Usuario (USER)" };

function drawSight(state: Floors, who: NonNullable<ReturnType<typeof processOf>>): Markup {
  const words = describeSight(state, seeFrom(worldOf(state), who));
  return html`<table>
    <caption>
      Qué ve ${nameOfProcess(who)}
    </caption>
    <tbody>
      <tr>
        <th scope="row">Kernel</th>
        <td>${tellKernel(state, who)}</td>
      </tr>
      ${NAMESPACES.map(
        (name) =>
          html`<tr>
            <th scope="row">${questions[name]}</th>
            <td>${words[name]}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function drawGreed(state: Floors): Markup {
  const { memory, cpu, processes } = measureGreed(state);
  return html`<table>
    <caption>
      El programa de A pide todo, en un equipo de 1024 MB y 2 CPU
    </caption>
    <tbody>
      <tr>
        <th scope="row">Memoria</th>
        <td>${memory}</td>
      </tr>
      <tr>
        <th scope="row">CPU</th>
        <td>${cpu}</td>
      </tr>
      <tr>
        <th scope="row">Procesos</th>
        <td>${processes}</td>
      </tr>
    </tbody>
  </table>`;
}
