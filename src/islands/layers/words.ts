import type { Verdict } from "../bet.ts";
import { count } from "../sentence.ts";
import type { Build, Fault, Step } from "./build.ts";
import { MOUNT, type Container, type Obeyed, type Refusal } from "./container.ts";
import type { Effect, Glance } from "./model.ts";
import { judge, type Entry, type Outcome, type Result } from "./script.ts";
import { containerOf, filesOf, outcomeOf, searchOf, stackOf, type Layers } from "./state.ts";

/** The state in sentences: the last build, the last order, what is looked at, what was looked for. */
export function tellLayers(state: Layers): string[] {
  const { built } = outcomeOf(state);
  return [
    built === undefined ? "Todavía no se construyó ninguna imagen." : tellBuild(built),
    ...(state.bet === "pendiente" ? ["Falta la apuesta; después se puede cambiar todo."] : []),
    ...(state.bet === "salteada" ? ["Se salteó la apuesta; ya se puede cambiar todo."] : []),
    ...(state.bet === "pendiente" || state.bet === "salteada" ? [] : [tellOutcome(state)]),
    ...tellLast(state),
    tellShown(state),
    ...tellSearch(state),
  ];
}

/** What a build took from the cache and what it made. */
export function tellBuild({ steps, image, complete }: Build): string {
  const cached = steps.filter(({ outcome }) => outcome === "cached").length;
  const made = steps.filter(({ outcome }) => outcome === "built");
  const failed = steps.find(({ outcome }) => outcome === "failed");
  const from = cached > 0 && made[0] !== undefined ? `, desde «${made[0].line.trim()}»` : "";
  const so = failed?.fault === undefined ? "" : ` Falló «${failed.line.trim()}»: ${tellFault(failed.fault)}`;
  const what = complete ? `La imagen tiene ${count(image.length, "capa")}.` : "No hay imagen nueva.";
  return `Última construcción: ${count(cached, "línea")} de la caché y ${count(made.length, "línea hecha", "líneas hechas")}${from}.${so} ${what}`;
}

export function tellFault({ why, what }: Fault): string {
  const words: Record<Fault["why"], string> = {
    "not-there": `no existe ${what}.`,
    "is-a-directory": `${what} es una carpeta.`,
    "not-a-directory": `en el camino de ${what} hay un archivo.`,
    "already-there": `${what} ya existe.`,
    "unknown-command": `esta isla no conoce «${what}»; entiende echo con > o >>, touch, mkdir, rm, curl -O y pip install -r.`,
    "unknown-instruction": `«${what}» no es una instrucción de las que entiende esta isla.`,
    "unknown-base": `la base «${what}» no está: se puede partir de alpine:3.22 o de python:3.14-slim.`,
    "no-base": "antes hace falta un FROM.",
    "second-base": "esta isla construye una sola etapa: hay un solo FROM.",
    "not-in-context": `${what} no está junto al Dockerfile; hay servidor.py y requirements.txt.`,
    "no-words": `a ${what} le falta decir qué.`,
  };
  return words[why];
}

// What the last order came to; a build tells itself.
function tellLast(state: Layers): string[] {
  const { results } = outcomeOf(state);
  const entry = state.script.at(-1);
  const result = results.at(-1);
  return entry === undefined || entry.type === "build" || result === undefined ? [] : [tellEntry(entry, result)];
}

/** An entry and what came of it. */
export function tellEntry(entry: Entry, result: Result): string {
  if ("build" in result) return tellBuild(result.build);
  const what = orders(entry);
  if ("refusal" in result) return `${what}: no se puede, ${refusals[result.refusal]}`;
  return `${what}: ${tellObeyed(entry, result.obeyed)}.`;
}

function tellObeyed({ type }: Entry, { effect, into }: Obeyed): string {
  if (into === "volume") return "queda en el volumen";
  return effect === undefined ? done[type] : effects[effect];
}

function orders(entry: Entry): string {
  switch (entry.type) {
    case "build":
      return "docker build";
    case "run":
      return `docker run ${entry.name}${entry.mounted ? `, con el volumen en ${MOUNT}` : ", sin volumen"}`;
    case "write":
      return `${entry.name} escribe ${entry.path}`;
    case "remove":
      return `${entry.name} borra ${entry.path}`;
    case "volume-rm":
      return "docker volume rm datos";
    default:
      return `docker ${entry.type} ${entry.name}`;
  }
}

const refusals: Record<Refusal, string> = {
  "not-there": "no existe esa carpeta o ese archivo.",
  "is-a-directory": "es una carpeta.",
  "not-a-directory": "en el camino hay un archivo.",
  "already-there": "ya existe.",
  "no-image": "no hay ninguna imagen.",
  "name-taken": "ese contenedor ya existe.",
  "no-container": "no hay ese contenedor.",
  "not-running": "está detenido.",
  running: "está corriendo: primero hay que detenerlo.",
  "in-use": "hay un contenedor que lo tiene montado.",
  "no-volume": "no hay volumen.",
};

function tellShown(state: Layers): string {
  const container = containerOf(state);
  const { volume } = outcomeOf(state).machine;
  const seen = count(filesOf(state).length, "archivo");
  const kept = volume === undefined ? "" : ` El volumen guarda ${count(countFiles([volume]), "archivo")}.`;
  if (container === undefined) return `En la imagen se ven ${seen}; guarda ${countFiles(stackOf(state))}.${kept}`;
  return `En ${tellContainer(container)} se ven ${seen}; su capa de escritura guarda ${count(container.upper.size, "entrada")}.${kept}`;
}

export function tellContainer({ name, state, mounted }: Container): string {
  return `${name} (${state === "running" ? "corre" : "detenido"}, ${mounted ? "con" : "sin"} volumen)`;
}

/** How many files the layers keep, seen or covered. */
function countFiles(layers: readonly ReadonlyMap<string, { kind: string }>[]): number {
  return layers.reduce((sum, layer) => sum + [...layer.values()].filter(({ kind }) => kind === "file").length, 0);
}

function tellSearch(state: Layers): string[] {
  const { path, looked } = state;
  const search = searchOf(state);
  if (path === undefined || search === undefined) return [];
  const { glances, entry, inVolume: kept } = search;
  if (kept) return [`${path} se busca en el volumen: ${entry === undefined ? "no está" : "está"}.`];
  const shown = glances.slice(0, looked ?? glances.length);
  const last = shown.at(-1);
  if (last === undefined) return [`Se busca ${path} desde arriba.`];
  const passed = shown.slice(0, -1).map(({ layer }) => nameOfLayer(state, layer));
  const before = passed.length === 0 ? "" : `no está en ${passed.join(" ni en ")}; `;
  return [`Buscar ${path}: ${before}${nameOfLayer(state, last.layer)}: ${met[last.met]}.`];
}

export const met: Record<Glance["met"], string> = {
  nothing: "no está",
  file: "está",
  merged: "está la carpeta, y sigue abajo",
  opaque: "está la carpeta, y no se mira más abajo",
  whiteout: "una marca dice que se borró",
  covered: "una carpeta tapada corta la búsqueda",
};

/** `la capa de escritura`, or the number of a layer of the image, from the bottom. */
export function nameOfLayer(state: Layers, layer: number): string {
  const container = containerOf(state);
  return container !== undefined && layer === container.image.length ? "la de escritura" : `la capa ${layer + 1}`;
}

/** How the bet went, by the build that followed it. */
export function tellOutcome(state: Layers): string {
  const { results } = outcomeOf(state);
  const builds = results.flatMap((result) => ("build" in result ? [result.build] : []));
  const second = builds[1];
  if (second === undefined) return "";
  const made = second.steps.filter(({ outcome }) => outcome === "built");
  const truth = made.length === second.steps.length ? "todo" : made.length > 1 ? "desde" : "solo";
  const [first] = made;
  const right = state.bet === truth ? "✓ Correcto" : "✗ No";
  return `${right}: ${first === undefined ? "no cambió nada." : `se rehace «${first.line.trim()}», que copia el archivo cambiado, y todo lo que sigue: ${count(made.length, "línea")} de ${second.steps.length}.`}`;
}

/** What the puzzle says of the Dockerfile that is written. */
export function tellVerdict(state: Layers): Verdict {
  const verdict = judge(state.folder);
  if (verdict.solved)
    return {
      right: true,
      words: "✓ Al cambiar servidor.py, la instalación sale de la caché: lo que cambia poco va primero.",
    };
  switch (verdict.why) {
    case "broken":
      return { right: false, words: `Todavía no: «${verdict.line.trim()}» no se puede construir.` };
    case "no-server":
      return { right: false, words: "Todavía no: la imagen no tiene servidor.py." };
    case "no-library":
      return { right: false, words: "Todavía no: la imagen no tiene flask." };
    case "installs-again":
      return { right: false, words: `Todavía no: al cambiar servidor.py, «${verdict.line.trim()}» se vuelve a hacer.` };
  }
}

/** What was done with a line, and what would be done now. */
export const doneWords: Record<Step["outcome"], string> = {
  cached: "✓ de la caché",
  built: "se hizo",
  failed: "✗ falló",
  "not-reached": "no llegó",
};
export const planWords: Record<Step["outcome"], string> = {
  cached: "✓ en la caché",
  built: "por hacer",
  failed: "✗ va a fallar",
  "not-reached": "no va a llegar",
};

/** One line for the last row of a classroom. */
export function tellResult(state: Layers): string {
  if (state.bet === "pendiente") return "Si cambia servidor.py, ¿qué se rehace?";
  const { results } = outcomeOf(state);
  const entry = state.script.at(-1);
  const result = results.at(-1);
  if (entry === undefined || result === undefined) return "Todavía no hay imagen";
  if ("build" in result) {
    const { steps, complete } = result.build;
    const made = steps.filter(({ outcome }) => outcome === "built").length;
    return complete ? `Líneas hechas: ${made} de ${steps.length}` : "La construcción falló";
  }
  if ("refusal" in result) return "Esa orden no se puede cumplir";
  const words = tellObeyed(entry, result.obeyed);
  return "name" in entry ? `${entry.name}: ${words}` : `El volumen ${words}`;
}

const done: Record<Entry["type"], string> = {
  build: "",
  run: "una capa vacía sobre la imagen",
  stop: "se detuvo; su capa queda",
  start: "corre con los mismos archivos",
  rm: "se eliminó, con su capa",
  write: "",
  remove: "",
  "volume-rm": "se eliminó, con sus archivos",
};

const effects: Record<Effect, string> = {
  created: "lo nuevo queda en su capa",
  "copied-up": "se copió a su capa y ahí cambió",
  rewritten: "ya estaba en su capa",
  erased: "se borró de su capa",
  "whited-out": "una marca en su capa lo tapa",
  made: "la carpeta queda en su capa",
  "made-opaque": "la carpeta tapa lo de abajo",
};

/** What happened, entry by entry. */
export function logLayers(state: Layers): string[] {
  const { results }: Outcome = outcomeOf(state);
  return state.script.flatMap((entry, at) => {
    const result = results[at];
    return result === undefined ? [] : [tellEntry(entry, result)];
  });
}
