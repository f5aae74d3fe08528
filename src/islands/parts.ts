import { drawButton, drawSlider } from "./controls.ts";
import { digest } from "./digest.ts";
import { writeFields } from "./fields.ts";
import { html, type Markup } from "./html.ts";
import type { Drawing, Island } from "./island.ts";

/** What stands around a state: where one is in time, and whether it plays. */
export interface Setting extends Drawing {
  /** Moment that is shown, from 0, and how many there are. */
  at: number;
  moments: number;
  playing: boolean;
}

/** What is inside each part of an island's frame that changes, by its name. */
export type Parts = Readonly<Record<string, Markup | undefined>>;

/** Draws what changes of an island: the same at build and after each action. */
export function drawParts<State>(island: Island<State>, state: State, setting: Setting): Parts {
  const { bet, play, controls, numbers, result, table } = island.view(state, setting);
  return {
    apuesta: bet,
    juego: play,
    mandos: controls,
    recorrido: drawMoments(island, state, setting),
    numeros: numbers,
    resumen: drawSummary(island, state),
    resultado: result,
    tabla: table,
  };
}

/** Whether a state still waits for its bet, as its element says it in `data-apuesta`. */
export function tellBet<State>(island: Island<State>, state: State): string {
  return island.reveal(state) === state ? "hecha" : "pendiente";
}

/** All that led to a state in eight digits, as its element says it in `data-huella`. */
export function stampOf<State>(island: Island<State>, state: State): string {
  return digest(island.log(state));
}

// What the bet keeps back is said on paper and where no script asks for a bet.
function drawSummary<State>(island: Island<State>, state: State): Markup {
  const told = island.tell(state);
  const rest = island.tell(island.reveal(state)).filter((sentence) => !told.includes(sentence));
  return html`${told.join(" ")}${rest.length > 0 && html` <span class="tras-apuesta">${rest.join(" ")}</span>`}`;
}

function drawMoments<State>(island: Island<State>, state: State, setting: Setting): Markup {
  const { at, moments, playing, mode } = setting;
  const place = `${at + 1} de ${moments}`;
  return html`${island.beat && drawButton("@reproducir", playing ? "Pausar" : "Reproducir", { kind: "reproducir" })}
  ${island.step && drawButton("@paso", "Paso", { able: island.step(state) !== undefined })}
  ${drawButton("@deshacer", "Deshacer", { able: at > 0 })}
  ${drawButton("@reiniciar", "Reiniciar", { able: at > 0 || moments > 1 })}
  ${drawSlider("@ir", "Momento", at + 1, { from: 1, to: Math.max(2, moments) }, { kind: "isla-momento", spoken: place, shown: place })}
  ${mode === "slide" && drawButton("@copiar", "Copiar enlace")}`;
}

/** The state in the address: nothing where it is the one that the island starts with. */
export function toQuery<State>(island: Island<State>, state: State, start: State): string | undefined {
  const written = writeFields(island.write(state));
  return written === writeFields(island.write(start)) ? undefined : written;
}
