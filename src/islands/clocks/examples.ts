import type { Example } from "../island.ts";

export const examples: readonly Example[] = [
  { name: "La apuesta", state: "" },
  { name: "La apuesta ganada", state: "elegido:f1;apuesta:ninguno" },
  { name: "La apuesta perdida", state: "elegido:f1;apuesta:f1" },
  { name: "El desafío resuelto", state: "ejecucion:2e2e7f1f4f8.e2f4e7f8;apuesta:salteada" },
  { name: "A mitad de camino", state: "elegido:e2;ocurridos:2;apuesta:salteada" },
  { name: "Un mensaje que espera destino", state: "desde:e7;apuesta:salteada" },
  { name: "Un mensaje hacia atrás", state: "apuesta:salteada;aviso:backwards" },
  {
    name: "Cuatro procesos",
    state: "ejecucion:4e0e2e5e8f1f3f6f7g2g4g6g9h1h3h5h8.e0f1e2g4f3h5g2h3g6f7h1e5;elegido:g4;apuesta:salteada",
  },
  { name: "Sin eventos", state: "ejecucion:3;elegido:f4;apuesta:salteada" },
];
