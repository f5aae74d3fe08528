import { html, type Markup } from "./html.ts";
import type { Card, Mode } from "./island.ts";
import type { Parts } from "./parts.ts";

/** What never changes of an island on its page or slide. */
interface Surroundings {
  mode: Mode;
  /** Where the island's slide is; none where the page has no deck. */
  slide: string | undefined;
  /** How often a slide goes on before the next one. */
  scenes: number;
}

/** An island for the first time, at build: its parts within all that never changes. */
export function drawFrame(card: Card, parts: Parts, { mode, slide, scenes }: Surroundings): Markup {
  return mode === "page" ? drawOnPage(card, parts, slide) : drawOnSlide(parts, scenes);
}

function drawOnPage({ title, tableTitle, keys }: Card, parts: Parts, slide: string | undefined): Markup {
  return html`<div class="isla-cabeza">
      <p class="isla-titulo">Isla · ${title}</p>
      <div class="isla-enlaces con-guion">
        <button type="button" class="enlace" data-accion="@copiar">Copiar enlace</button>${
          slide !== undefined &&
          html`<button type="button" class="enlace" data-accion="@diapositiva" data-valor="${slide}">
            Llevar a la diapositiva
          </button>`
        }${drawKeys(keys)}
      </div>
    </div>
    ${hold(parts, "apuesta", grouped("La apuesta", "isla-apuesta con-guion"))} ${hold(parts, "juego", game)}
    ${hold(parts, "mandos", grouped("Controles", "isla-mandos con-guion"))}
    ${hold(parts, "recorrido", grouped("Recorrido", "isla-mandos isla-recorrido con-guion"))}
    ${hold(parts, "numeros", html`class="isla-numeros"`)}
    <p class="isla-resumen"><strong>Qué se ve.</strong> <span data-parte="resumen">${parts["resumen"]}</span></p>
    <details class="isla-datos">
      <summary>${tableTitle}</summary>
      ${hold(parts, "tabla")}
    </details>
    ${log}`;
}

function drawOnSlide(parts: Parts, scenes: number): Markup {
  return html`${hold(parts, "juego", game)} ${hold(parts, "resultado", html`class="isla-resultado"`)}
    <details class="isla-panel con-guion">
      <summary>Controles</summary>
      <div>
        ${hold(parts, "apuesta", grouped("La apuesta", "isla-apuesta"))}
        ${hold(parts, "mandos", grouped("Controles", "isla-mandos"))}
        ${hold(parts, "recorrido", grouped("Recorrido", "isla-mandos isla-recorrido"))}
      </div>
    </details>
    ${hold(parts, "tabla", html`class="isla-datos" hidden`)}
    <div class="isla-escenas">
      ${Array.from(
        { length: scenes },
        (_, index) => html`<span class="fragment" data-fragment-index="${index}"></span>`,
      )}
    </div>
    ${log}`;
}

/** A part of the frame, without a space more than the browser draws in it. */
function hold(parts: Parts, name: string, attributes?: Markup): Markup {
  return html`<div ${attributes} data-parte="${name}">${parts[name]}</div>`;
}

function grouped(label: string, kind: string): Markup {
  return html`class="${kind}" role="group" aria-label="${label}"`;
}

const game = html`class="isla-juego" tabindex="-1"`;

const log = html`<div class="solo-lector isla-aviso" role="log" aria-live="polite"></div>`;

function drawKeys(keys: Card["keys"]): Markup {
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
