import { html, type Markup } from "../html.ts";
import { MOUNT } from "./container.ts";
import { lookUp } from "./model.ts";
import { answers, containerOf, filesOf, outcomeOf, stackOf, type Layers } from "./state.ts";
import { met, nameOfLayer, tellOutcome, tellVerdict } from "./words.ts";

const answerNames = { solo: "Solo COPY", desde: "Desde COPY hasta abajo", todo: "Todo" };

/** What a change of the program makes anew: the question, or how the answer went. */
export function drawBet(state: Layers): Markup {
  if (state.bet === "pendiente")
    return html`<span class="isla-pregunta">
        <strong>La apuesta.</strong> Si cambia servidor.py y se construye otra vez, ¿qué se rehace?
      </span>
      <span class="isla-respuesta"
        ><span class="isla-opciones"
          >${answers.map((answer) => drawButton("apostar", answerNames[answer], answer))}</span
        ><button type="button" class="enlace" data-accion="saltear">Ver sin apostar</button></span
      >`;
  const words = state.bet === "salteada" ? "Se salteó: se puede cambiar todo." : tellOutcome(state);
  return html`<span class="isla-pregunta"><strong>La apuesta.</strong> ${words}</span>
    ${drawButton("otra", "Apostar de nuevo")}`;
}

export function drawControls(state: Layers): Markup {
  const open = state.bet !== "pendiente";
  const { machine, image } = outcomeOf(state);
  const container = containerOf(state);
  const next = machine.containers.some(({ name }) => name === "A") ? "B" : "A";
  const canRun = open && image.length > 0 && machine.containers.length < 2;
  return html`<div class="capas-mandos" role="group" aria-label="Construcción">
      ${drawButton("construir", "Construir", "", open, "primario")}
      ${drawButton("cambiar", "Cambiar servidor.py", "servidor.py", open)}
      ${drawButton("cambiar", "Cambiar requirements.txt", "requirements.txt", open)}
      ${drawButton("agregar-linea", "Agregar línea", "", open)}
    </div>
    <div class="capas-mandos" role="group" aria-label="Contenedores">
      ${drawButton("run", `docker run ${next}`, next, canRun)}
      <label class="capas-casilla"
        ><input
          type="checkbox"
          data-accion="volumen"
          ${state.mounted && html`checked`}
          aria-disabled="${open ? "false" : "true"}"
        />
        con el volumen en ${MOUNT}</label
      >
      ${container !== undefined && drawOrders(state, container.name, container.state === "running")}
      ${machine.volume !== undefined && drawButton("volume-rm", "docker volume rm datos", "", open)}
      ${drawButton("por-partes", "Buscar paso a paso", "", state.path !== undefined)}
    </div>`;
}

function drawOrders(state: Layers, name: string, running: boolean): Markup {
  const { path } = state;
  const file = path?.slice(path.lastIndexOf("/") + 1) ?? "";
  return html`${running ? drawButton("stop", `docker stop ${name}`) : drawButton("start", `docker start ${name}`)}
  ${drawButton("rm", `docker rm ${name}`)} ${drawButton("escribir", `Modificar ${file}`, "", path !== undefined)}
  ${drawButton("borrar", `Borrar ${file}`, "", path !== undefined)} ${drawButton("escribir", "Escribir /nota", "/nota")}
  ${drawButton("escribir", `Escribir ${MOUNT}/visitas`, `${MOUNT}/visitas`)}`;
}

function drawButton(action: string, words: string, value = "", able = true, kind = ""): Markup {
  return html`<button
    type="button"
    class="boton ${kind}"
    data-clave="${action}${value}"
    data-accion="${action}"
    data-valor="${value}"
    aria-disabled="${able ? "false" : "true"}"
  >
    ${words}
  </button>`;
}

/** The puzzle of the cache. */
export function drawNumbers(state: Layers): Markup {
  const verdict = tellVerdict(state);
  return html`<div class="isla-desafio con-guion" role="group" aria-label="Desafío">
    <p>
      <strong>Desafío.</strong> Cambiar el Dockerfile para que, cuando cambie servidor.py, no se instale flask otra vez.
    </p>
    <output aria-live="off" class="${verdict.right && "bien"}">${verdict.words}</output>
  </div>`;
}

/** Every path and where it is settled, as a table. */
export function drawTable(state: Layers): Markup {
  const stack = stackOf(state);
  const volume = outcomeOf(state).machine.volume;
  const container = containerOf(state);
  const files = new Set([
    ...filesOf(state),
    ...stack.flatMap((layer) => [...layer].flatMap(([path, { kind }]) => (kind === "directory" ? [] : [path]))),
  ]);
  const rows = [...files].sort().map((path) => {
    const inVolume = container?.mounted === true && volume !== undefined && path.startsWith(`${MOUNT}/`);
    const { glances } = lookUp(stack, path);
    const last = glances.at(-1);
    const where = inVolume || last === undefined ? "el volumen" : `${nameOfLayer(state, last.layer)}: ${met[last.met]}`;
    return html`<tr>
      <th scope="row"><code>${path}</code></th>
      <td>${filesOf(state).includes(path) ? "✓ sí" : "✗ no"}</td>
      <td>${where}</td>
    </tr>`;
  });
  return html`<div class="isla-tabla" tabindex="0" role="group" aria-label="Archivos">
    <table>
      <thead>
        <tr>
          <th scope="col">Archivo</th>
          <th scope="col">¿Se ve?</th>
          <th scope="col">Quién lo decide</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
