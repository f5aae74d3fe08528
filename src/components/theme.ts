import { readStored, store } from "./storage.ts";

const choices = [undefined, "claro", "oscuro"] as const;

/** Shows the theme buttons (header, menu): system, light, dark, and round again. */
export function offerThemes(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(".cambiar-tema");
  let choice = choices.find((candidate) => candidate === readStored("tema"));

  const show = () => {
    const root = document.documentElement;
    if (choice === undefined) delete root.dataset["tema"];
    else root.dataset["tema"] = choice;
    for (const button of buttons) label(button, choice);
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length];
      store("tema", choice);
      show();
    });
  }
  show();
}

function label(button: HTMLButtonElement, choice: string | undefined): void {
  const words = `Tema: ${choice ?? "del sistema"}. Cambiar`;
  const text = button.querySelector("span");
  if (text) text.textContent = words;
  else button.setAttribute("aria-label", words);
}
