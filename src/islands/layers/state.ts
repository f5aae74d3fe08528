import { build, type Step } from "./build.ts";
import { look, MOUNT, type Container } from "./container.ts";
import { listPaths, lookUp, type Found, type Stack } from "./model.ts";
import { contextOf, replay, type Entry, type Folder, type Name, type Outcome } from "./script.ts";
import { readScript, writeScript } from "./text.ts";

type Fields = Readonly<Record<string, string>>;

/** Answers to the bet: what is made again when the program changes. */
export const answers = ["solo", "desde", "todo"] as const;
export type Bet = "pendiente" | "salteada" | (typeof answers)[number];
const bets: readonly Bet[] = ["pendiente", "salteada", ...answers];

export const views = ["imagen", "A", "B"] as const;
export type View = (typeof views)[number];

export interface Layers {
  /** The Dockerfile that is written, built or not. */
  folder: Folder;
  script: readonly Entry[];
  /** Whose layers are looked at. */
  shown: View;
  /** The path that is looked for. */
  path: string | undefined;
  /** How many layers of the search are shown; nothing said: all, and it is not being walked. */
  looked: number | undefined;
  /** Whether the next container gets the volume. */
  mounted: boolean;
  bet: Bet;
}

export const longestLine = 60;
const mostLines = 10;
const mostEntries = 24;
/** Signs that an address may have, with room for the names of the fields. */
const longestText = 3600;

/** The Dockerfile that copies all at once and then installs. */
export const together: Folder = {
  lines: [
    "FROM python:3.14-slim",
    "WORKDIR /app",
    "COPY . .",
    "RUN pip install -r requirements.txt",
    'CMD ["python", "servidor.py"]',
  ],
  requirements: 1,
  server: 1,
};

const start: Layers = {
  folder: together,
  script: [{ type: "build", folder: together }],
  shown: "imagen",
  path: "/app/servidor.py",
  looked: undefined,
  mounted: true,
  bet: "pendiente",
};

const usual = writeScript(start.folder, start.script);

export function readLayers({ archivo, guion, lineas, vista, ruta, mirados, volumen, apuesta }: Fields): Layers {
  const scenario =
    archivo === undefined && guion === undefined && lineas === undefined
      ? start
      : readScript({ archivo: archivo ?? "", guion: guion ?? "", lineas: lineas ?? "" });
  const folder = trim(scenario.folder);
  const script = scenario.script.slice(0, mostEntries);
  const shown = views.find((view) => view === vista) ?? start.shown;
  const looked = /^\d{1,2}$/.test(mirados ?? "") ? Number(mirados) : undefined;
  const state: Layers = {
    folder,
    script,
    shown,
    path: ruta === undefined ? start.path : /^\/[^\s;]{0,59}$/.test(ruta) ? ruta : undefined,
    looked: undefined,
    mounted: volumen !== "no",
    bet: bets.find((word) => word === apuesta) ?? start.bet,
  };
  const { glances } = searchOf(state) ?? { glances: [] };
  return looked === undefined || looked > glances.length ? state : { ...state, looked };
}

export function writeLayers({ folder, script, shown, path, looked, mounted, bet }: Layers): Fields {
  const written = writeScript(folder, script);
  return {
    ...(JSON.stringify(written) === JSON.stringify(usual) ? {} : written),
    ...(shown === start.shown ? {} : { vista: shown }),
    ...(path === start.path ? {} : { ruta: path ?? "" }),
    ...(looked === undefined ? {} : { mirados: String(looked) }),
    ...(mounted ? {} : { volumen: "no" }),
    ...(bet === start.bet ? {} : { apuesta: bet }),
  };
}

const outcomes = new Map<string, Outcome>();

/** Where the script of a state led. It is asked for many times for the same one. */
export function outcomeOf({ script }: Layers): Outcome {
  const key = JSON.stringify(script);
  const known = outcomes.get(key) ?? replay(script);
  if (outcomes.size > 50) outcomes.clear();
  outcomes.set(key, known);
  return known;
}

/** What was done with each line of the Dockerfile, or, once something changed, what building would do now. */
export function planOf(state: Layers): { isDone: boolean; steps: readonly Step[] } {
  const { built, cache } = outcomeOf(state);
  const last = state.script.findLast((entry) => entry.type === "build");
  const isDone = built !== undefined && JSON.stringify(last?.folder) === JSON.stringify(state.folder);
  return { isDone, steps: isDone ? built.steps : build(state.folder.lines, contextOf(state.folder), cache).steps };
}

/** The container that is looked at, if it is one and exists. */
export function containerOf(state: Layers): Container | undefined {
  return outcomeOf(state).machine.containers.find(({ name }) => name === state.shown);
}

/** The layers that are looked at, bottom first: those of the container with its writable one, or those of the image. */
export function stackOf(state: Layers): Stack {
  const container = containerOf(state);
  return container === undefined ? outcomeOf(state).image : [...container.image, container.upper];
}

/** The search for the path of a state: in the layers, or in the volume that lies over them. */
export function searchOf(state: Layers): (Found & { inVolume: boolean }) | undefined {
  const { path } = state;
  if (path === undefined) return undefined;
  const container = containerOf(state);
  if (container === undefined) return { ...lookUp(stackOf(state), path), inVolume: false };
  const { stack, path: inside, inVolume } = look(outcomeOf(state).machine, container, path);
  return { ...lookUp(stack, inside), inVolume };
}

/** The files that are seen, in order. */
export function filesOf(state: Layers): string[] {
  const stack = stackOf(state);
  const container = containerOf(state);
  const volume = outcomeOf(state).machine.volume;
  const own = listPaths(stack).filter((path) => isFile(stack, path));
  if (container?.mounted !== true || volume === undefined) return own;
  const kept = listPaths([volume]).filter((path) => isFile([volume], path));
  return [...own.filter((path) => !path.startsWith(`${MOUNT}/`)), ...kept.map((path) => MOUNT + path)].sort();
}

function isFile(layers: Stack, path: string): boolean {
  return lookUp(layers, path).entry?.kind === "file";
}

/** The state after an action of the view; the same one where nothing changes. */
export function actLayers(state: Layers, action: string, value: string): Layers {
  const next = toNext(state, action, value);
  if (next === undefined) return state;
  const settled = readLayers(writeLayers(next));
  const length = Object.values(writeLayers(settled)).join(";").length;
  return length > longestText || JSON.stringify(settled) === JSON.stringify(state) ? state : settled;
}

function toNext(state: Layers, action: string, value: string): Layers | undefined {
  const { folder, bet, path } = state;
  const open = { ...state, looked: undefined };
  switch (action) {
    case "apostar": {
      const answer = answers.find((word) => word === value);
      if (bet !== "pendiente" || answer === undefined) return undefined;
      const changed = { ...folder, server: (folder.server % 9) + 1 };
      return add({ ...open, folder: changed, bet: answer }, { type: "build", folder: changed });
    }
    case "saltear":
      return bet === "pendiente" ? { ...state, bet: "salteada" } : undefined;
    case "otra":
      return bet === "pendiente" ? undefined : { ...start };
    case "buscar":
      return { ...open, path: value };
    case "por-partes":
      return path === undefined ? undefined : { ...state, looked: 0 };
    case "vista":
      return { ...open, shown: views.find((view) => view === value) ?? state.shown };
  }
  if (bet === "pendiente") return undefined;
  const changed = changeFolder(folder, action, value);
  if (changed !== undefined) return { ...open, folder: changed };
  if (action === "volumen") return { ...open, mounted: value === "si" };
  const entry = toEntry(state, action, value);
  return entry && add(open, entry);
}

function changeFolder(folder: Folder, action: string, value: string): Folder | undefined {
  const { lines } = folder;
  const at = Number.parseInt(value, 10);
  const [, number] = /^linea-(\d)$/.exec(action) ?? [];
  if (number !== undefined)
    return { ...folder, lines: lines.map((line, index) => (index === Number(number) ? value : line)) };
  switch (action) {
    case "agregar-linea":
      return { ...folder, lines: [...lines, "RUN "] };
    case "quitar-linea":
      return { ...folder, lines: lines.filter((_, index) => index !== at) };
    case "subir-linea": {
      const [above, line] = [lines[at - 1], lines[at]];
      if (above === undefined || line === undefined) return undefined;
      return { ...folder, lines: lines.with(at - 1, line).with(at, above) };
    }
    case "cambiar":
      return value === "servidor.py"
        ? { ...folder, server: (folder.server % 9) + 1 }
        : { ...folder, requirements: (folder.requirements % 9) + 1 };
    default:
      return undefined;
  }
}

function toEntry({ folder, shown, mounted, path }: Layers, action: string, value: string): Entry | undefined {
  const name: Name = shown === "B" ? "B" : "A";
  switch (action) {
    case "construir":
      return { type: "build", folder };
    case "run":
      return { type: "run", name: value === "B" ? "B" : "A", mounted };
    case "stop":
    case "start":
    case "rm":
      return { type: action, name };
    case "escribir":
      return { type: "write", name, path: value || path || "/" };
    case "borrar":
      return path === undefined ? undefined : { type: "remove", name, path };
    case "volume-rm":
      return { type: "volume-rm" };
    default:
      return undefined;
  }
}

/** One more entry; a refused one before it has said what it had to. */
function add(state: Layers, entry: Entry): Layers {
  const { results } = outcomeOf(state);
  const last = results.at(-1);
  const kept = last !== undefined && "refusal" in last ? state.script.slice(0, -1) : state.script;
  const script = [...kept, entry];
  const shown = entry.type === "run" ? entry.name : state.shown;
  const path = entry.type === "write" ? entry.path : state.path;
  return script.length > mostEntries ? state : { ...state, script, shown, path };
}

function trim(folder: Folder): Folder {
  return { ...folder, lines: folder.lines.slice(0, mostLines).map((line) => line.slice(0, longestLine)) };
}
