import type { Card } from "../island.ts";

export const card: Card = {
  name: "capas",
  component: "Capas",
  tag: "capas-de-imagen",
  title: "Capas de una imagen",
  tableTitle: "Ver los archivos como tabla",
  keys: [
    ["← →", "buscar el archivo anterior o el siguiente de los que se ven"],
    ["Tab", "ir a la línea, la ficha o el control que sigue"],
  ],
};
