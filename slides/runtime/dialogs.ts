import type { RevealApi } from "reveal.js";
import { lettersOff } from "./keys.ts";
import { keep, recall } from "./store.ts";
import styles from "./dialogs.css?url";

const keys: readonly (readonly [keys: string, meaning: string])[] = [
  ["→ ↓ Espacio Av Pág", "siguiente"],
  ["← ↑ Mayús + Espacio Re Pág", "anterior"],
  ["Inicio, Fin", "primera y última"],
  ["Esc, O", "todas juntas"],
  ["G", "ir a un número"],
  ["B", "pantalla en negro"],
  ["F", "pantalla completa"],
  ["T", "tema claro, oscuro, proyector"],
  ["N", "notas en otra ventana"],
  ["?", "esta ayuda"],
];

/** The keys of the deck, and the switch for those that are one character. */
export function openHelp(): void {
  const list = make("dl", "");
  for (const [name, meaning] of keys) list.append(make("dt", name), make("dd", meaning));
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = recall(lettersOff) === undefined;
  box.addEventListener("change", () => keep(lettersOff, box.checked ? undefined : "si"));
  const label = make("label", " Usar las teclas de una letra");
  label.prepend(box);
  open("Teclas", [list, make("p", ""), label]);
}

/** Asks for the number of a slide. */
export function openJump(deck: RevealApi): void {
  const total = deck.getTotalSlides();
  const field = document.createElement("input");
  field.type = "number";
  field.min = "1";
  field.max = String(total);
  field.required = true;
  field.setAttribute("aria-label", `Número, de 1 a ${total}`);
  const form = document.createElement("form");
  form.method = "dialog";
  form.append(field, " ", make("button", "Ir"));
  form.addEventListener("submit", () => deck.slide(field.valueAsNumber - 1));
  open(`Ir a una diapositiva, de 1 a ${total}`, [form]);
  field.focus();
}

function open(title: string, content: Node[]): void {
  dress();
  const dialog = document.createElement("dialog");
  dialog.className = "dialogo";
  dialog.setAttribute("aria-label", title);
  const close = make("button", "Cerrar");
  close.addEventListener("click", () => dialog.close());
  dialog.append(make("h2", title), ...content, make("p", ""), close);
  dialog.addEventListener("close", () => dialog.remove());
  // Reveal and the deck's keys do not hear what is typed here.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
}

// As a link, because a style sheet that a module imports would load with the deck.
function dress(): void {
  if (document.querySelector(`link[href="${styles}"]`) !== null) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = styles;
  document.head.append(link);
}

function make(tag: string, words: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}
