import { drawButton } from "./controls.ts";
import { type Content, html, type Markup } from "./html.ts";

/** The question of a bet with its answers, and the way around it. */
export function drawQuestion(words: string, answers: readonly (readonly [value: string, words: string])[]): Markup {
  return html`<span class="isla-pregunta"><strong>La apuesta.</strong> ${words}</span>
    <span class="isla-respuesta"
      ><span class="isla-opciones">${answers.map(([value, answer]) => drawButton("apostar", answer, { value }))}</span
      >${skip}</span
    >`;
}

export const skip = html`<button type="button" class="enlace" data-accion="saltear">Ver sin apostar</button>`;

/** How the bet went. */
export function drawAnswer(words: Content): Markup {
  return html`<output class="isla-pregunta" aria-live="off"><strong>La apuesta.</strong> ${words}</output>
    ${drawButton("otra", "Apostar de nuevo")}`;
}

/** Whether something was right, and why. */
export interface Verdict {
  right: boolean;
  words: string;
}

/** A task that is checked by itself. */
export function drawChallenge(task: Content, { right, words }: Verdict, fields?: Markup): Markup {
  return html`<div class="isla-desafio con-guion" role="group" aria-label="Desafío">
    <p><strong>Desafío.</strong> ${task}</p>
    ${fields}
    <output aria-live="off" class="${right && "bien"}">${words}</output>
  </div>`;
}
