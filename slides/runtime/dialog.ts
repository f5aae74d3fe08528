import { wear } from "./stylesheet.ts";
import styles from "./dialog.css?url";

/** Opens a dialog over the window; it is gone when it is closed. */
export function openDialog(title: string, ...content: (Node | string)[]): HTMLDialogElement {
  void wear(styles);
  const dialog = document.createElement("dialog");
  dialog.className = "dialogo";
  dialog.setAttribute("aria-label", title);
  const close = make("button", "Cerrar");
  close.addEventListener("click", () => dialog.close());
  dialog.append(make("h2", title), ...content, close);
  dialog.addEventListener("close", () => dialog.remove());
  // Until the next frame the focus would stay in a field that is gone, and keep the keys from the deck.
  dialog.addEventListener("beforetoggle", ({ newState }) => {
    const focused = document.activeElement;
    if (newState === "closed" && focused instanceof HTMLElement && dialog.contains(focused)) focused.blur();
  });
  // Reveal and the deck's keys do not hear what is typed here.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, ...content: (Node | string)[]) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}
