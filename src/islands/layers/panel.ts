import { drawAnswer, drawChallenge, drawQuestion } from "../bet.ts";
import { drawBox, drawButton } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import { drawRow, drawTable, drawWide } from "../table.ts";
import { MOUNT } from "./container.ts";
import { lookUp } from "./model.ts";
import { containerOf, filesOf, outcomeOf, stackOf, type Layers } from "./state.ts";
import { met, nameOfLayer, tellOutcome, tellVerdict } from "./words.ts";

/** What a change of the program makes anew: the question, or how the answer went. */
export function drawBet(state: Layers): Markup {
  if (state.bet !== "pendiente")
    return drawAnswer(state.bet === "salteada" ? "Se salteó: se puede cambiar todo." : tellOutcome(state));
  return drawQuestion("Si cambia servidor.py y se construye otra vez, ¿qué se rehace?", [
    ["solo", "Solo COPY"],
    ["desde", "Desde COPY hasta abajo"],
    ["todo", "Todo"],
  ]);
}

export function drawControls(state: Layers): Markup {
  const able = state.bet !== "pendiente";
  const { machine, image } = outcomeOf(state);
  const container = containerOf(state);
  const next = machine.containers.some(({ name }) => name === "A") ? "B" : "A";
  const canRun = able && image.length > 0 && machine.containers.length < 2;
  return html`<div class="capas-mandos" role="group" aria-label="Construcción">
      ${drawButton("construir", "Construir", { able, kind: "primario" })}
      ${["servidor.py", "requirements.txt"].map((value) => drawButton("cambiar", `Cambiar ${value}`, { value, able }))}
      ${drawButton("agregar-linea", "Agregar línea", { able })}
    </div>
    <div class="capas-mandos" role="group" aria-label="Contenedores">
      ${drawButton("run", `docker run ${next}`, { value: next, able: canRun })}
      ${drawBox("volumen", `con el volumen en ${MOUNT}`, state.mounted, { able, kind: "capas-casilla" })}
      ${container !== undefined && drawOrders(state, container.name, container.state === "running")}
      ${machine.volume !== undefined && drawButton("volume-rm", "docker volume rm datos", { able })}
      ${drawButton("por-partes", "Buscar paso a paso", { able: state.path !== undefined })}
    </div>`;
}

function drawOrders({ path }: Layers, name: string, running: boolean): Markup[] {
  const file = path?.slice(path.lastIndexOf("/") + 1) ?? "";
  const able = path !== undefined;
  return [
    ...[running ? "stop" : "start", "rm"].map((order) => drawButton(order, `docker ${order} ${name}`)),
    drawButton("escribir", `Modificar ${file}`, { able }),
    drawButton("borrar", `Borrar ${file}`, { able }),
    ...["/nota", `${MOUNT}/visitas`].map((value) => drawButton("escribir", `Escribir ${value}`, { value })),
  ];
}

/** The puzzle of the cache. */
export function drawNumbers(state: Layers): Markup {
  return drawChallenge(
    "Cambiar el Dockerfile para que, cuando cambie servidor.py, no se instale flask otra vez.",
    tellVerdict(state),
  );
}

/** Every path and where it is settled, as a table. */
export function drawFiles(state: Layers): Markup {
  const stack = stackOf(state);
  const volume = outcomeOf(state).machine.volume;
  const container = containerOf(state);
  const seen = filesOf(state);
  const files = new Set([
    ...seen,
    ...stack.flatMap((layer) => [...layer].flatMap(([path, { kind }]) => (kind === "directory" ? [] : [path]))),
  ]);
  const rows = [...files].sort().map((path) => {
    const inVolume = container?.mounted === true && volume !== undefined && path.startsWith(`${MOUNT}/`);
    const last = lookUp(stack, path).glances.at(-1);
    const where = inVolume || last === undefined ? "el volumen" : `${nameOfLayer(state, last.layer)}: ${met[last.met]}`;
    return drawRow([html`<code>${path}</code>`, seen.includes(path) ? "✓ sí" : "✗ no", where]);
  });
  return drawWide("Archivos", drawTable({ heads: ["Archivo", "¿Se ve?", "Quién lo decide"] }, rows));
}
