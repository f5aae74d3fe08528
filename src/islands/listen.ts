import type { Stroke } from "./island.ts";

/** What an element does with what happens in it. */
export interface Listener {
  /** `goesOn`: it continues what the last action began, as a slider that moves. */
  act(action: string, value: string, stroke: Stroke | undefined, goesOn: boolean): void;
  /** The action of a key in the drawing, `on` the named object with the focus. */
  press(key: string, on: string | undefined): readonly [action: string, value: string] | undefined;
}

/** Pixels that a finger may move and still press. */
const shake = 4;

/** Turns clicks, keys, fields and drags inside an island into actions, by the attributes of its markup. */
export function listen(island: HTMLElement, listener: Listener): void {
  let going: string | undefined;
  let dragged = false;

  island.addEventListener("click", (event) => {
    if (dragged || !(event.target instanceof Element)) return;
    const target = actionOf(event.target);
    if (target !== undefined) {
      if (!isField(target) && target.ariaDisabled !== "true")
        listener.act(target.dataset["accion"] ?? "", target.dataset["valor"] ?? "", undefined, false);
      return;
    }
    const touched = event.target.closest<HTMLElement>("[data-toque]");
    const area = touched?.closest("[data-area]");
    if (!touched || !area) return;
    const place = shareOf(event, area);
    listener.act(touched.dataset["toque"] ?? "", touched.dataset["valor"] ?? "", { from: place, to: place }, false);
  });

  island.addEventListener("input", (event) => {
    const field = actionOf(event.target);
    if (field === undefined || !isField(field)) return;
    const action = field.dataset["accion"] ?? "";
    listener.act(action, valueOf(field), undefined, going === action);
    going = action;
  });

  island.addEventListener("change", () => (going = undefined));

  island.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    const action = actionOf(target);
    if ((key === "Enter" || key === " ") && action !== undefined && target instanceof SVGElement) {
      if (action.ariaDisabled !== "true")
        listener.act(action.dataset["accion"] ?? "", action.dataset["valor"] ?? "", undefined, false);
      return take(event);
    }
    if (isField(target) || target.closest(".isla-juego") === null) return;
    const pressed = listener.press(key, target.closest<HTMLElement>("[data-nombre]")?.dataset["nombre"]);
    if (pressed === undefined) return;
    take(event);
    listener.act(pressed[0], pressed[1], undefined, false);
    moveFocus(island);
  });

  island.addEventListener("pointerdown", (event) => {
    dragged = false;
    const handle =
      event.target instanceof Element && event.button === 0
        ? event.target.closest<HTMLElement | SVGElement>("[data-arrastre], [data-suelta]")
        : null;
    const area = handle?.closest("[data-area]") ?? null;
    if (handle === null || area === null) return;
    const from = shareOf(event, area);
    const { clientX, clientY } = event;
    const { arrastre, suelta, valor = "" } = handle.dataset;
    const stop = new AbortController();
    let goesOn = false;
    const move = (moved: PointerEvent) => {
      if (Math.hypot(moved.clientX - clientX, moved.clientY - clientY) > shake) dragged = true;
      if (!dragged || arrastre === undefined) return;
      listener.act(arrastre, valor, { from, to: shareOf(moved, area) }, goesOn);
      goesOn = true;
    };
    const end = (ended: PointerEvent) => {
      stop.abort();
      if (dragged && suelta !== undefined && ended.type === "pointerup")
        listener.act(suelta, valor, { from, to: shareOf(ended, area) }, goesOn);
    };
    // On the window: the handle may be drawn anew while it is held.
    addEventListener("pointermove", move, { signal: stop.signal });
    addEventListener("pointerup", end, { signal: stop.signal });
    addEventListener("pointercancel", end, { signal: stop.signal });
  });
}

function actionOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>("[data-accion]") : null) ?? undefined;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(target: Element): target is Field {
  return target.matches("input, select, textarea");
}

// A check box says which one it is, if it has a value: `potencia si`.
function valueOf(field: Field): string {
  if (!field.matches("[type=checkbox]")) return field.value;
  const isOn = (field as HTMLInputElement).checked ? "si" : "no";
  return field.dataset["valor"] === undefined ? isOn : `${field.dataset["valor"]} ${isOn}`;
}

// A deck, or the page that scrolls, must not act on it too.
function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function moveFocus(island: HTMLElement): void {
  island.querySelector<SVGElement>(".isla-juego [data-foco]")?.focus();
}

function shareOf({ clientX, clientY }: MouseEvent, area: Element): Stroke["from"] {
  const { left, top, width, height } = area.getBoundingClientRect();
  return { x: clampShare((clientX - left) / width), y: clampShare((clientY - top) / height) };
}

function clampShare(share: number): number {
  return Math.min(1, Math.max(0, share));
}
