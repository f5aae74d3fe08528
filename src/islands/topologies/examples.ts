import type { Example } from "../island.ts";

export const examples: readonly Example[] = [
  { name: "La apuesta, con todo en pie", state: "" },
  { name: "Dos caídas en anillo y en estrella", state: "caidas:a2,a6,b4,b7" },
  { name: "La apuesta hecha", state: "caidas:a2,a6,b4,b7;cursor:a2;apuesta:b" },
  { name: "El desafío resuelto, dos mitades", state: "caidas:a2,a6;apuesta:a;desafio:mitades" },
  { name: "Un enlace cortado, y la espera", state: "caidas:a3@4,b1-2@4;paso:8;apuesta:saltar" },
  {
    name: "Pérdidas y sospechas falsas",
    state: "redes:malla-parcial,cubo;paso:20;espera:3;perdida:30;trafico:todos;apuesta:saltar",
  },
  { name: "Bus y estrella con switch, sin el medio", state: "redes:bus,estrella-switch;caidas:a9,b9;apuesta:igual" },
  { name: "Árbol y secuencial", state: "redes:arbol,secuencial;nodos:12;caidas:a2,b6-7;apuesta:saltar" },
  { name: "El anillo de un sentido", state: "redes:anillo-unidireccional,anillo;caidas:a3,b3;apuesta:saltar" },
  { name: "Una sola red", state: "redes:hibrida;nodos:12;caidas:a1" },
  {
    name: "Las tres de Baran, atacadas",
    state: "redes:estrella,descentralizada,distribuida;nodos:16;caidas:a1,b1,c6;apuesta:saltar;curva:ataque",
  },
  {
    name: "64 nodos y 64 mensajes",
    state: "redes:distribuida,malla-parcial;nodos:64;caidas:a10,b10;paso:10;trafico:todos;apuesta:saltar",
  },
  { name: "Malla completa de 64", state: "redes:malla,hibrida;nodos:64;paso:3;trafico:todos" },
];
