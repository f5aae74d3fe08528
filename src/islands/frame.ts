import { digest } from "./digest.ts";
import { writeFields } from "./fields.ts";
import { html, type Markup } from "./html.ts";
import type { Drawing, Island, Sketch } from "./island.ts";

/** What stands around a state: where one is in time, and whether it plays. */
export interface Setting extends Drawing {
  /** Moment that is shown, from 0, and how many there are. */
  at: number;
  moments: number;
  playing: boolean;
  /** Where the island's slide is; none where the page has no deck. */
  slide: string | undefined;
}

/** An island drawn: attributes of its element that change with the state, and its children, one element each. */
export interface Frame {
  attributes: Record<string, string>;
  children: readonly Markup[];
}

/** Draws an island in a state: the same at build and after each action. */
export function drawIsland<State>(island: Island<State>, state: State, setting: Setting): Frame {
  const sketch = island.view(state, setting);
  return {
    attributes: {
      "data-apuesta": island.reveal(state) !== state ? "pendiente" : "hecha",
      "data-huella": digest(island.log(state)),
    },
    children: (setting.mode === "page" ? drawOnPage : drawOnSlide)(island, state, sketch, setting),
  };
}

function drawOnPage<State>(island: Island<State>, state: State, sketch: Sketch, setting: Setting): Markup[] {
  const { bet, play, controls, numbers, table } = sketch;
  return [
    html`<div class="isla-cabeza">
      <p class="isla-titulo">Isla · ${island.title}</p>
      <div class="isla-enlaces con-guion">
        <button type="button" class="enlace" data-accion="@copiar">Copiar enlace</button>${
          setting.slide !== undefined &&
          html`<button type="button" class="enlace" data-accion="@diapositiva" data-valor="${setting.slide}">
            Llevar a la diapositiva
          </button>`
        }${drawKeys(island)}
      </div>
    </div>`,
    html`<div class="isla-apuesta con-guion" role="group" aria-label="La apuesta">${bet}</div>`,
    html`<div class="isla-juego" tabindex="-1">${play}</div>`,
    html`<div class="isla-mandos con-guion" role="group" aria-label="Controles">${controls}</div>`,
    html`<div class="isla-mandos isla-recorrido con-guion" role="group" aria-label="Recorrido">
      ${drawMoments(island, state, setting)}
    </div>`,
    html`<div class="isla-numeros">${numbers}</div>`,
    html`<p class="isla-resumen"><strong>Qué se ve.</strong> ${drawSummary(island, state)}</p>`,
    html`<details class="isla-datos">
      <summary>${table.title}</summary>
      ${table.body}
    </details>`,
    log,
  ];
}

function drawOnSlide<State>(island: Island<State>, state: State, sketch: Sketch, setting: Setting): Markup[] {
  const { bet, play, controls, result, table } = sketch;
  const scenes = island.scenes(state).slice(1);
  return [
    html`<div class="isla-juego" tabindex="-1">${play}</div>`,
    html`<p class="isla-resultado">${result}</p>`,
    html`<details class="isla-panel con-guion">
      <summary>Controles</summary>
      <div>
        <div class="isla-apuesta" role="group" aria-label="La apuesta">${bet}</div>
        <div class="isla-mandos" role="group" aria-label="Controles">${controls}</div>
        <div class="isla-mandos isla-recorrido" role="group" aria-label="Recorrido">
          ${drawMoments(island, state, setting)}
          <button type="button" class="boton" data-accion="@copiar">Copiar enlace</button>
        </div>
      </div>
    </details>`,
    html`<div class="isla-datos" hidden>${table.body}</div>`,
    html`<div class="isla-escenas" data-fijo>
      ${scenes.map((_, index) => html`<span class="fragment" data-fragment-index="${index}"></span>`)}
    </div>`,
    log,
  ];
}

// What the bet keeps back is said on paper and where no script asks for a bet.
function drawSummary<State>(island: Island<State>, state: State): Markup {
  const told = island.tell(state);
  const rest = island.tell(island.reveal(state)).filter((sentence) => !told.includes(sentence));
  return html`${told.join(" ")}${rest.length > 0 && html` <span class="tras-apuesta">${rest.join(" ")}</span>`}`;
}

const log = html`<div class="solo-lector isla-aviso" role="log" aria-live="polite" data-fijo></div>`;

function drawKeys({ keys }: Pick<Island<unknown>, "keys">): Markup {
  return html`<details class="isla-teclas">
    <summary>Teclas</summary>
    <dl>
      ${keys.map(
        ([key, effect]) =>
          html`<dt><kbd>${key}</kbd></dt>
            <dd>${effect}</dd>`,
      )}
    </dl>
  </details>`;
}

function drawMoments<State>(island: Island<State>, state: State, { at, moments, playing }: Setting): Markup {
  const next = island.step?.(state);
  return html`${
      island.beat !== undefined &&
      html`<button type="button" class="boton reproducir" data-accion="@reproducir">
        ${playing ? "Pausar" : "Reproducir"}
      </button>`
    }
    ${island.step !== undefined && drawButton("@paso", "Paso", next !== undefined)}
    ${drawButton("@deshacer", "Deshacer", at > 0)} ${drawButton("@reiniciar", "Reiniciar", at > 0 || moments > 1)}
    <label class="isla-momento"
      >Momento
      <input
        type="range"
        data-accion="@ir"
        min="1"
        max="${Math.max(2, moments)}"
        value="${at + 1}"
        aria-valuetext="${at + 1} de ${moments}"
      />
      <span class="numero">${at + 1} de ${moments}</span></label
    >`;
}

// A control that can do nothing keeps its place and the focus, and says so.
function drawButton(action: string, words: string, able: boolean): Markup {
  return html`<button type="button" class="boton" data-accion="${action}" aria-disabled="${able ? "false" : "true"}">
    ${words}
  </button>`;
}

/** The state in the address: nothing where it is the one that the island starts with. */
export function toQuery<State>(island: Island<State>, state: State, start: State): string | undefined {
  const written = writeFields(island.write(state));
  return written === writeFields(island.write(start)) ? undefined : written;
}
