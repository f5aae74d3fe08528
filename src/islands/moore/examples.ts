import type { Example } from "../island.ts";

export const examples: readonly Example[] = [
  { name: "La apuesta", state: "" },
  { name: "Un trazo por revelar", state: "trazo:5.95" },
  { name: "La apuesta hecha, con un procesador elegido", state: "apuesta:hecha;trazo:5.95;punto:42" },
  { name: "Sin apostar, en escala lineal", state: "escala:lineal;apuesta:salteada" },
  { name: "Cada 18 meses desde el 4004", state: "apuesta:salteada;periodo:1.5" },
  { name: "El desafío resuelto", state: "apuesta:salteada;tramo:1985-1994" },
  {
    name: "Solo de una pastilla, con hilos",
    state: "series:transistores,nucleos,hilos;seleccion:una-pastilla;apuesta:salteada",
  },
];
