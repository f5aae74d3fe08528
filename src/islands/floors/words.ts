import type { Verdict } from "../bet.ts";
import { capital, count, list } from "../sentence.ts";
import { askMemory, countProcesses, shareProcessors, wantProcessors, type Demand, type Limits } from "./limit.ts";
import { compareKinds, fallWith, kernelOf, kernelsOf, type Kind, type Level, type Piece } from "./model.ts";
import { judge, listenersOf, processesOf, seeFrom, type Lack, type Process, type Sight } from "./process.ts";
import { processOf, worldOf, type Floors } from "./state.ts";

export const kindWords: Record<Kind, string> = {
  "type-1": "Hipervisor de tipo 1",
  "type-2": "Hipervisor de tipo 2",
  containers: "Contenedores",
};

/** What a floor is called in a kind of stack. */
export function nameOfLevel(kind: Kind, level: Level): string {
  if (level === "monitor") return kind === "containers" ? "Motor de contenedores" : "Hipervisor";
  return {
    hardware: "Hardware",
    host: "SO anfitrión",
    guest: "SO invitado",
    libraries: "Bibliotecas",
    program: "Programa",
  }[level];
}

/** `Máquina virtual A`, `Contenedor B`. */
export function nameOfUnit(kind: Kind, unit: number): string {
  return `${kind === "containers" ? "Contenedor" : "VM"} ${"ABC"[unit]}`;
}

export function nameOfPiece(kind: Kind, { level, unit }: Piece): string {
  return unit === undefined ? nameOfLevel(kind, level) : `${nameOfLevel(kind, level)} ${"ABC"[unit]}`;
}

export function nameOfProcess({ role, unit }: Process): string {
  const letter = unit === undefined ? "" : ` ${"ABC"[unit]}`;
  const names = { init: "init", engine: "motor", monitor: "hipervisor", server: "servidor", helper: "ayudante" };
  if (role === "monitor") return "VM";
  return `${names[role]}${letter}`;
}

/** The state in sentences: the stack, what changed, what fell, what the process sees. */
export function tellFloors(state: Floors): string[] {
  const { bet } = state;
  return [
    tellStack(state),
    ...(bet === "pendiente" ? ["Falta la apuesta; después se puede cambiar de pila."] : []),
    ...(bet === "salteada" ? ["Se salteó la apuesta; ya se puede cambiar de pila."] : []),
    ...(bet === "pendiente" || bet === "salteada" ? [] : [tellOutcome(state)]),
    ...tellSwitch(state),
    ...tellFall(state),
    ...tellSight(state),
    ...tellGreed(state),
  ];
}

function tellStack({ kind, units }: Floors): string {
  const kernels = kernelsOf(kind, units).length;
  const what = {
    "type-1": "sin SO anfitrión",
    "type-2": "con SO anfitrión y un SO invitado en cada una",
    containers: "sin SO invitado",
  };
  const many =
    kind === "containers"
      ? count(units, "contenedor", "contenedores")
      : count(units, "máquina virtual", "máquinas virtuales");
  return `${kindWords[kind]}: ${many}, ${what[kind]}; ${kernels === 1 ? "un solo kernel" : `${kernels} kernels`}.`;
}

function tellSwitch({ kind, before }: Floors): string[] {
  if (before === undefined) return [];
  const { gone, come } = compareKinds(before, kind);
  return [
    `Respecto de ${kindWords[before].toLowerCase()}: ` +
      [
        gone.length > 0 && `se va el piso ${listLevels(before, gone)}`,
        come.length > 0 && `aparece el piso ${listLevels(kind, come)}`,
      ]
        .filter(Boolean)
        .join(" y ") +
      ".",
  ];
}

function listLevels(kind: Kind, levels: readonly Level[]): string {
  return list(levels.map((level) => nameOfLevel(kind, level)));
}

function tellFall({ kind, units, failed }: Floors): string[] {
  if (failed === undefined) return [];
  const lost = fallWith(kind, units, failed).filter(({ level }) => level === "program").length;
  const rest =
    lost === 0 ? "ningún programa" : lost === units ? "todos los programas" : count(lost, "programa", "programas");
  return [
    `Falla ${nameOfPiece(kind, failed)}: se detiene ${rest} de ${units}.`.replace(
      "se detiene todos",
      "se detienen todos",
    ),
  ];
}

function tellSight(state: Floors): string[] {
  const who = processOf(state);
  if (who === undefined) return [];
  const sight = seeFrom(worldOf(state), who);
  return [
    `${capital(nameOfProcess(who))} es el ${sight.pid.own} y ve ${count(sight.pid.seen.length, "proceso", "procesos")}; ` +
      `para sí es ${tellUser(sight.user.inside)} y para su kernel, ${tellUser(sight.user.outside)}.`,
  ];
}

export function tellUser(uid: number): string {
  return uid === 0 ? "root (0)" : `el usuario ${uid}`;
}

/** What each namespace shows, in words. */
export function describeSight(state: Floors, sight: Sight): Record<"pid" | "net" | "mnt" | "user", string> {
  const names = new Map(processesOf(worldOf(state)).map((process) => [process.name, nameOfProcess(process)]));
  const listener = sight.net.listener === undefined ? "nadie" : names.get(sight.net.listener);
  return {
    pid: sight.pid.seen.map(({ pid, name }) => `${pid} ${names.get(name)}`).join(" · "),
    net: `${sight.net.interfaces.join(" · ")}; en el puerto 80 atiende ${listener}`,
    mnt: sight.mnt === "image" ? "la raíz de su imagen" : "la raíz del sistema que arrancó su kernel",
    user: `adentro, ${tellUser(sight.user.inside)}; para el kernel, ${tellUser(sight.user.outside)}`,
  };
}

/** The kernel that answers a process, in words. */
export function tellKernel({ kind }: Floors, { kernel, unit }: Process): string {
  const answering = unit === undefined ? kernel : kernelOf(kind, unit);
  return answering.level === "host" ? "el del anfitrión" : `el de su SO invitado`;
}

/** What a program that asks for all it can takes from the rest, ceiling by ceiling. Figures are of the example. */
export interface Greed {
  readonly memory: string;
  readonly cpu: string;
  readonly processes: string;
}

/** The machine of the example: 1024 MB and 2 processors, of which the others need 256 MB and 1. */
export const machine = { memory: 1024, cpus: 2, others: { memory: 256, cpus: 1 } };
const all: Demand = { memory: 4096, cpus: 2, processes: 5000 };

export function measureGreed({ limits }: Floors): Greed {
  const ceilings: Limits = {
    memory: limits.includes("memoria") ? 128 : undefined,
    cpus: limits.includes("cpu") ? 0.5 : undefined,
    processes: limits.includes("procesos") ? 100 : undefined,
  };
  const [own = 0, others = 0] = shareProcessors(machine.cpus, [wantProcessors(all, ceilings), machine.others.cpus]);
  const memory = askMemory(all, ceilings, machine.memory, machine.others.memory);
  const most = countProcesses(all, ceilings);
  return {
    memory:
      memory === "killed"
        ? "el kernel mata un proceso del contenedor"
        : "se agota la del equipo: puede morir cualquiera",
    cpu: `usa ${decimal(own)} de ${machine.cpus}; los demás, que piden ${machine.others.cpus}, usan ${decimal(others)}`,
    processes: most < all.processes ? `llega a ${most} y no puede crear otro` : `crea los ${most} que quiere`,
  };
}

function tellGreed(state: Floors): string[] {
  if (!state.greedy || state.kind !== "containers") return [];
  const { memory, cpu } = measureGreed(state);
  return [`El programa de A pide todo: en memoria, ${memory}; de CPU, ${cpu}.`];
}

function decimal(value: number): string {
  return String(value).replace(".", ",");
}

/** How the bet went. */
export function tellOutcome({ bet }: Floors): string {
  const { gone } = compareKinds("type-2", "containers");
  const truth = gone.includes("guest") ? "invitado" : gone.includes("host") ? "anfitrion" : "bibliotecas";
  const right = bet === truth ? "✓ Correcto" : "✗ No";
  return `${right}: se va el piso ${listLevels("type-2", gone)}. El motor queda en el lugar del hipervisor, pero no está en el medio: los contenedores usan el kernel del anfitrión.`;
}

const lacks: Record<Lack, string> = {
  "not-containers": "hacen falta contenedores.",
  alone: "hacen falta dos contenedores por lo menos.",
  "sees-others": "cada servidor ve procesos que no son de su contenedor.",
  "root-outside": "el root de adentro es root también para el kernel del anfitrión.",
  "not-root-inside": "adentro no es root.",
  "port-taken": "los dos están en la misma red y solo uno pudo tomar el puerto 80.",
};

/** What the puzzle says. */
export function tellVerdict(state: Floors): Verdict {
  const missing = judge(worldOf(state));
  if (missing.length > 0)
    return { right: false, words: `Todavía no: ${missing.map((lack) => lacks[lack]).join(" Además, ")}` };
  return {
    right: true,
    words: `✓ Los ${listenersOf(worldOf(state)).length} atienden el puerto 80, cada uno en su red, y el root de adentro no es nadie afuera.`,
  };
}

/** One line for the last row of a classroom. */
export function tellResult({ kind, before, units, failed, bet }: Floors): string {
  if (bet === "pendiente") return "Con contenedores, ¿qué piso se va?";
  if (failed !== undefined) {
    const lost = fallWith(kind, units, failed).filter(({ level }) => level === "program").length;
    return `Programas que se detienen: ${lost} de ${units}`;
  }
  if (before === undefined) return `${kindWords[kind]}: ${count(kernelsOf(kind, units).length, "kernel", "kernels")}`;
  const { gone, come } = compareKinds(before, kind);
  const words = [
    gone.length > 0 && `se va el ${listLevels(before, gone)}`,
    come.length > 0 && `aparece el ${listLevels(kind, come)}`,
  ];
  return capital(words.filter((word) => word !== false).join("; "));
}
