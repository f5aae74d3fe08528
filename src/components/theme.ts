import { readStored, store } from "./storage.ts";

const choices = [undefined, "claro", "oscuro"] as const;

/** Shows the theme button: system, light, dark, and round again. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>(".cambiar-tema");
  if (button === null) return;
  let choice = choices.find((candidate) => candidate === readStored("tema"));

  const show = () => {
    const root = document.documentElement;
    if (choice === undefined) delete root.dataset["tema"];
    else root.dataset["tema"] = choice;
    button.setAttribute("aria-label", `Tema: ${choice ?? "del sistema"}. Cambiar`);
    for (const icon of button.querySelectorAll<SVGElement>("[data-icono]")) {
      icon.toggleAttribute("hidden", (icon.dataset["icono"] === "sol") !== isDark(choice));
    }
  };
  button.addEventListener("click", () => {
    choice = choices[(choices.indexOf(choice) + 1) % choices.length];
    store("tema", choice);
    show();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  button.hidden = false;
  show();
}

function isDark(choice: string | undefined): boolean {
  return choice === "oscuro" || (choice === undefined && matchMedia("(prefers-color-scheme: dark)").matches);
}
