import { describeFit } from "./certificate.ts";
import { make, openDialog } from "./dialog.ts";
import { lettersOff } from "./letters.ts";
import { keep, recall } from "./store.ts";

type Keys = readonly (readonly [keys: string, meaning: string])[];

const steps: Keys = [
  ["→ ↓ Espacio AvPág", "siguiente"],
  ["← ↑ Mayús+Espacio RePág", "anterior"],
  ["Inicio Fin", "primera y última"],
];

/** The keys of a deck. */
export const deckKeys: Keys = [
  ...steps,
  ["Esc O", "todas juntas"],
  ["G /", "ir a un número, un título o una definición"],
  ["S", "ventana de quien expone"],
  ["N", "notas en otra ventana"],
  ["P", "puntero; con Mayús y las flechas se mueve"],
  ["D", "dibujar sobre la diapositiva"],
  ["Z", "agrandar la figura"],
  ["Q", "código QR del apunte, para los teléfonos"],
  ["B .", "pantalla en negro"],
  ["F", "pantalla completa"],
  ["T", "tema claro, oscuro, proyector"],
  ["?", "esta ayuda"],
];

/** The keys of the speaker's window. */
export const speakerKeys: Keys = [
  ...steps,
  ["G", "ir a un número, un título o una definición"],
  ["R", "empezar, pausar o seguir con el reloj"],
  ["E", "ensayos y minutos de la clase"],
  ["B .", "pantalla de la sala en negro"],
  ["P", "puntero en la sala; con Mayús y las flechas se mueve"],
  ["Q", "código QR en la sala"],
  ["+ -", "letra de las notas más grande o más chica"],
  ["?", "esta ayuda"],
];

/** The keys of the window, and the switch for those that are one character. */
export function openHelp(keys: Keys): void {
  const list = make("dl");
  for (const [names, meaning] of keys) {
    const caps = names.split(" ").flatMap((name) => [make("kbd", name), " "]);
    list.append(make("dt", ...caps), make("dd", meaning));
  }
  const box = make("input");
  box.type = "checkbox";
  box.checked = recall(lettersOff) === undefined;
  box.addEventListener("change", () => keep(lettersOff, box.checked ? undefined : "si"));
  openDialog("Teclas", list, make("p", make("label", box, " Usar las teclas de una letra")), describeFit());
}

/** What remains when the browser does not open another window. */
export function offerSpeaker(href: string): void {
  const apart = make("a", "Abrirla en otra pestaña");
  const here = make("a", "Abrirla acá");
  apart.target = "_blank";
  for (const link of [apart, here]) link.href = href;
  openDialog(
    "Ventana de quien expone",
    make("p", "El navegador no dejó abrir otra ventana. Con una sola pantalla también sirve: muestra la diapositiva."),
    make("p", apart),
    make("p", here),
  );
}
