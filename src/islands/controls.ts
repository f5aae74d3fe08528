import { type Content, html, type Markup } from "./html.ts";

export interface Button {
  value?: string | number;
  /** A control that can do nothing keeps its place and the focus, and says so. */
  able?: boolean;
  /** Whether it is the one that is on, among others or by itself. */
  isOn?: boolean;
  kind?: string;
}

export function drawButton(
  action: string,
  words: Content,
  { value = "", able = true, isOn, kind = "" }: Button = {},
): Markup {
  return html`<button
    type="button"
    class="boton ${kind}"
    data-clave="${action}${value}"
    data-accion="${action}"
    data-valor="${value}"
    ${isOn !== undefined && html`aria-pressed="${String(isOn)}"`}
    ${!able && html`aria-disabled="true"`}
  >
    ${words}
  </button>`;
}

/** Buttons of which one counts. */
export function drawOptions(label: string, buttons: readonly Markup[]): Markup {
  return html`<div class="isla-opciones con-guion" role="group" aria-label="${label}">${buttons}</div>`;
}

export interface Bounds {
  from: number;
  to: number;
  step?: number;
}

export interface Slider {
  /** The value in words, for who hears it and for who sees it. */
  spoken?: string;
  shown?: Content;
  able?: boolean;
  kind?: string;
}

export function drawSlider(
  action: string,
  words: Content,
  value: number,
  { from, to, step = 1 }: Bounds,
  { spoken, shown = value, able = true, kind = "isla-deslizador" }: Slider = {},
): Markup {
  return html`<label class="${kind}" data-clave="${action}"
    >${words}
    <input
      type="range"
      data-accion="${action}"
      min="${from}"
      max="${to}"
      step="${step}"
      value="${value}"
      ${spoken !== undefined && html`aria-valuetext="${spoken}"`}
      ${!able && html`aria-disabled="true"`}
    />
    <span class="numero">${shown}</span></label
  >`;
}

export function drawNumberField(action: string, words: string, value: number, { from, to }: Bounds): Markup {
  return html`<label data-clave="${action}"
    >${words} <input type="number" data-accion="${action}" min="${from}" max="${to}" value="${value}"
  /></label>`;
}

/** @param value which box it is, where an action has several */
export function drawBox(
  action: string,
  words: Content,
  isOn: boolean,
  { value = "", able = true, kind = "" }: Button = {},
): Markup {
  return html`<label class="${kind}"
    ><input
      type="checkbox"
      data-accion="${action}"
      ${value !== "" && html`data-valor="${value}"`}
      ${isOn && html`checked`}
      ${!able && html`aria-disabled="true"`}
    />
    ${words}</label
  >`;
}

/** @param id none where the list stands inside its label */
export function drawChoice(
  action: string,
  options: readonly (readonly [value: string | number, words: string])[],
  chosen: string | number | undefined,
  id = "",
): Markup {
  return html`<select ${id !== "" && html`id="${id}"`} data-accion="${action}">
    ${options.map(([value, words]) => html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`)}
  </select>`;
}
