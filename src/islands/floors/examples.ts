import type { Example } from "../island.ts";

export const examples: readonly Example[] = [
  { name: "La apuesta", state: "" },
  { name: "La apuesta ganada", state: "pila:contenedores;antes:tipo2;apuesta:invitado" },
  { name: "La apuesta perdida", state: "pila:contenedores;antes:tipo2;apuesta:bibliotecas" },
  { name: "Tipo 1, con un SO invitado que falla", state: "pila:tipo1;antes:tipo2;falla:guest-0;apuesta:salteada" },
  { name: "Falla el kernel que todos comparten", state: "pila:contenedores;unidades:3;falla:host;apuesta:salteada" },
  { name: "El desafío resuelto", state: "pila:contenedores;propios:pid,net,mnt,user;apuesta:salteada" },
  { name: "Sin namespaces propios", state: "pila:contenedores;proceso:helper-1;propios:;apuesta:salteada" },
  { name: "Un programa que pide todo, sin techos", state: "pila:contenedores;voraz:si;apuesta:salteada" },
  {
    name: "El mismo, con techos",
    state: "pila:contenedores;techos:memoria,cpu,procesos;voraz:si;apuesta:salteada",
  },
  { name: "Desde el anfitrión", state: "unidades:3;proceso:init;apuesta:salteada" },
];
