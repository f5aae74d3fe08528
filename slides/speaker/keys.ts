import { lettersOff } from "../runtime/letters.ts";
import { recall } from "../runtime/store.ts";

const named: Record<string, string> = {
  ArrowRight: "siguiente",
  ArrowDown: "siguiente",
  PageDown: "siguiente",
  ArrowLeft: "anterior",
  ArrowUp: "anterior",
  PageUp: "anterior",
  Home: "primera",
  End: "ultima",
};

const letters: Record<string, string> = {
  b: "negro",
  ".": "negro",
  p: "puntero",
  q: "qr",
  r: "reloj",
  e: "ensayos",
  g: "ir",
  "-": "menor",
  "+": "mayor",
  "?": "ayuda",
};

/** The keys and buttons of the window. A button's id is the name of what it does. */
export function listen(act: Record<string, () => void>): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const { key, shiftKey, target } = event;
    const on = (selector: string) => target instanceof Element && target.closest(selector) !== null;
    if (on("input, dialog")) return;
    const name = toName(key, shiftKey, on("button, a"));
    // The notes scroll with the keys that scroll, while they have the focus.
    if (name === undefined || (on("#notas") && ["ArrowDown", "ArrowUp", "PageDown", "PageUp", " "].includes(key)))
      return;
    event.preventDefault();
    act[name]?.();
  });
  document.querySelector(".mandos")?.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button !== null) act[button.id]?.();
  });
}

function toName(key: string, shiftKey: boolean, onButton: boolean): string | undefined {
  if (key === " ") return onButton ? undefined : shiftKey ? "anterior" : "siguiente";
  if (Object.hasOwn(named, key)) return named[key];
  return recall(lettersOff) === undefined || key === "?" ? letters[key.toLowerCase()] : undefined;
}
