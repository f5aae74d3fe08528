import type { Card } from "../island.ts";

export const card: Card = {
  name: "topologias",
  component: "Topologias",
  tag: "isla-topologias",
  title: "Fallos en topologías",
  tableTitle: "Ver como tabla de casillas",
  keys: [
    ["Entrar", "tira o levanta lo que tiene el foco"],
    ["← ↑ ↓ →", "al nodo vecino en esa dirección"],
    ["L", "a un enlace del nodo, y al siguiente"],
    ["N", "del enlace, de vuelta al nodo"],
    ["X", "tira uno al azar en cada red"],
    ["M", "tira el más conectado de cada red"],
    ["R", "levanta todo"],
    ["Z", "deshace"],
    [".", "un paso de los mensajes"],
  ],
};
