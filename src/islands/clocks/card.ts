import type { Card } from "../island.ts";

export const card: Card = {
  name: "relojes",
  component: "Relojes",
  tag: "relojes-logicos",
  title: "Relojes lógicos",
  tableTitle: "Ver los pares como tabla",
  keys: [
    ["← → ↑ ↓", "ir de un evento a otro"],
    ["N", "agregar un evento"],
    ["M", "empezar un mensaje en el elegido; Intro, en el destino, lo envía"],
    [", .", "correr el elegido a la izquierda o a la derecha"],
    ["Supr", "quitar el elegido"],
    ["Q", "quitar su mensaje"],
    ["Esc", "dejar el mensaje empezado"],
  ],
};
