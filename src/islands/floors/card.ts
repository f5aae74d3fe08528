import type { Card } from "../island.ts";

export const card: Card = {
  name: "pisos",
  component: "Pisos",
  tag: "pisos-de-virtualizacion",
  title: "Pisos de la virtualización",
  tableTitle: "Ver las tres pilas como tabla",
  keys: [
    ["1 2 3", "en el dibujo, cambiar de pila"],
    ["Tab", "ir al piso, al proceso o al control que sigue"],
    ["Intro", "hacer fallar el piso, o mirar desde el proceso"],
  ],
};
