import type { Card } from "../island.ts";

export const card: Card = {
  name: "moore",
  component: "CurvasDeMoore",
  tag: "curvas-de-moore",
  title: "Curvas de Moore",
  tableTitle: "Ver los datos como tabla",
  keys: [
    ["← →", "en el gráfico, procesador anterior y siguiente"],
    ["Inicio Fin", "en el gráfico, el primero y el último"],
  ],
};
