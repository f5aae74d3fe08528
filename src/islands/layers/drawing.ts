import { drawButton, drawOptions } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import type { Step } from "./build.ts";
import { MOUNT } from "./container.ts";
import { lookUp, type Entry, type Glance, type Layer, type Stack } from "./model.ts";
import { contextOf } from "./script.ts";
import {
  containerOf,
  filesOf,
  longestLine,
  outcomeOf,
  planOf,
  searchOf,
  stackOf,
  views,
  type Layers,
} from "./state.ts";
import { doneWords, met, planWords, tellFault } from "./words.ts";

/** The Dockerfile at one side, with what its lines came to; at the other the layers, the highest on top. */
export function drawLayers(state: Layers, { mode, key }: Drawing): Markup {
  return html`<div class="capas">
    <div class="capas-archivo" role="group" aria-label="Dockerfile">${drawFile(state, key)}</div>
    <div class="capas-pila" role="group" aria-label="Capas">
      ${drawViews(state)} ${drawSeen(state, mode)}
      <ol class="capas-lista">
        ${drawVolume(state, mode)} ${drawStack(state, mode)}
      </ol>
    </div>
  </div>`;
}

function drawFile(state: Layers, key: string): Markup {
  const { folder, bet } = state;
  const { isDone, steps } = planOf(state);
  let next = 0;
  const rows = folder.lines.map((line, at) => {
    const counts = line.trim() !== "" && !line.trim().startsWith("#");
    return drawLine(line, at, counts ? steps[next++] : undefined, { isDone, open: bet !== "pendiente", key });
  });
  const files = [...contextOf(folder)].map(([name, text]) => html`<li><code>${name}</code> ${text}</li>`);
  return html`<p class="capas-titulo">Dockerfile</p>
    <ol class="capas-lineas">
      ${rows}
    </ol>
    <p class="capas-titulo">Junto a él</p>
    <ul class="capas-contexto">
      ${files}
    </ul>`;
}

function drawLine(
  line: string,
  at: number,
  step: Step | undefined,
  { isDone, open, key }: { isDone: boolean; open: boolean; key: string },
): Markup {
  const words = step === undefined ? "" : (isDone ? doneWords : planWords)[step.outcome];
  return html`<li class="${step?.outcome ?? "muda"}" data-clave="linea-${at}">
    <code class="capas-codigo">${line}</code>
    <input
      class="con-guion"
      type="text"
      id="${key}-linea-${at}"
      data-accion="linea-${at}"
      value="${line}"
      maxlength="${longestLine}"
      spellcheck="false"
      autocomplete="off"
      aria-label="Línea ${at + 1}"
      ${!open && html`readonly`}
    />
    <span class="capas-marca">${words}</span>
    ${open && html`<span class="capas-mover con-guion">${drawMove("subir-linea", at, "↑", "Subir")}${drawMove("quitar-linea", at, "×", "Quitar")}</span>`}
    ${step?.fault !== undefined && html`<span class="capas-fallo">${tellFault(step.fault)}</span>`}
  </li>`;
}

function drawMove(action: string, at: number, sign: string, words: string): Markup {
  return html`<button type="button" data-accion="${action}" data-valor="${at}" aria-label="${words} la línea ${at + 1}">
    ${sign}
  </button>`;
}

function drawViews(state: Layers): Markup {
  const names = outcomeOf(state).machine.containers.map(({ name }) => name);
  const shown = containerOf(state)?.name ?? "imagen";
  return drawOptions(
    "Qué se mira",
    views.map((view) =>
      drawButton("vista", view === "imagen" ? "Imagen" : `Contenedor ${view}`, {
        value: view,
        isOn: view === shown,
        able: view === "imagen" || names.includes(view),
      }),
    ),
  );
}

function drawSeen(state: Layers, mode: Drawing["mode"]): Markup {
  const files = filesOf(state);
  return html`<div class="capas-vista">
    <span class="capas-nombre">Se ve</span>
    <ul class="capas-archivos">
      ${files.map(
        (path) =>
          html`<li data-clave="${path}">
            <button
              type="button"
              class="capas-ficha"
              data-accion="buscar"
              data-valor="${path}"
              aria-pressed="${path === state.path ? "true" : "false"}"
              ${mode === "slide" && html`aria-label="${path}"`}
            >
              ${toLabel(path, mode)}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function drawVolume(state: Layers, mode: Drawing["mode"]): Markup | false {
  const { volume } = outcomeOf(state).machine;
  if (volume === undefined) return false;
  const container = containerOf(state);
  const search = searchOf(state);
  const here = search?.inVolume === true && search.entry !== undefined;
  return html`<li class="capas-volumen${container?.mounted !== true && " suelto"}" data-clave="volumen">
    <span class="capas-nombre"
      >Volumen${mode === "page" && html` datos${container?.mounted === true && ` en ${MOUNT}`}`}</span
    >
    ${drawEntries(volume, [volume], state.path?.slice(MOUNT.length), mode, here)}
    <span class="capas-mirada">${here && "✓ está"}</span>
  </li>`;
}

function drawStack(state: Layers, mode: Drawing["mode"]): Markup[] {
  const stack = stackOf(state);
  const container = containerOf(state);
  const { lineOf } = outcomeOf(state);
  const search = searchOf(state);
  const glances = search === undefined || search.inVolume ? [] : search.glances.slice(0, state.looked);
  return stack
    .map((layer, at) => {
      const isUpper = container !== undefined && at === stack.length - 1;
      const line = lineOf.get(layer) ?? "";
      const words = isUpper
        ? `Escritura${mode === "page" ? " de" : ""} ${container.name}`
        : `${at + 1} · ${mode === "slide" ? line.split(" ")[0] : line}`;
      const glance = glances.find((one) => one.layer === at);
      return html`<li class="${isUpper && "capas-escritura"}" data-clave="capa-${at}">
        <span class="capas-nombre">${words}</span>
        ${drawEntries(layer, stack, state.path, mode, glance?.met === "file")}
        <span class="capas-mirada">${glance && drawGlance(glance, mode)}</span>
      </li>`;
    })
    .toReversed();
}

function drawGlance({ met: what }: Glance, mode: Drawing["mode"]): string {
  if (mode === "slide") return what === "file" ? "✓" : what === "whiteout" || what === "covered" ? "✗" : "↓";
  return what === "nothing" ? "no está ↓" : what === "file" ? "✓ está" : met[what];
}

/** What a layer says: files, marks of what was taken away, and directories that say something by themselves. */
function drawEntries(
  layer: Layer,
  stack: Stack,
  path: string | undefined,
  mode: Drawing["mode"],
  wins: boolean,
): Markup {
  const paths = [...layer.keys()];
  const telling = [...layer].filter(
    ([name, entry]) =>
      entry.kind !== "directory" || entry.opaque || !paths.some((other) => other.startsWith(`${name}/`)),
  );
  return html`<ul class="capas-archivos">
    ${telling.map(([name, entry]) => {
      const covered = entry.kind === "file" && lookUp(stack, name).entry !== entry;
      const kind = name === path && wins ? "gana" : covered ? "tapado" : entry.kind;
      return html`<li class="capas-ficha ${kind}">
        ${toEntry(name, entry, mode)}${covered && html`<span> tapado</span>`}
      </li>`;
    })}
  </ul>`;
}

function toEntry(name: string, entry: Entry, mode: Drawing["mode"]): string {
  const label = toLabel(name, mode);
  if (entry.kind === "whiteout") return `✗ ${label}`;
  return entry.kind === "directory" ? `${label}/` : label;
}

function toLabel(path: string, mode: Drawing["mode"]): string {
  return mode === "slide" ? path.slice(path.lastIndexOf("/") + 1) : path;
}
