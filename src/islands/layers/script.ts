import { build, type Build, type Context } from "./build.ts";
import { obey, type Machine, type Obeyed, type Order, type Refusal } from "./container.ts";
import type { Layer, Stack } from "./model.ts";

/** A Dockerfile and the versions of the two files beside it. */
export interface Folder {
  readonly lines: readonly string[];
  readonly requirements: number;
  readonly server: number;
}

export type Name = "A" | "B";

/** What was asked for: to build, or an order to the daemon. */
export type Entry =
  | { readonly type: "build"; readonly folder: Folder }
  | { readonly type: "run"; readonly name: Name; readonly mounted: boolean }
  | { readonly type: "write" | "remove"; readonly name: Name; readonly path: string }
  | { readonly type: "stop" | "start" | "rm"; readonly name: Name }
  | { readonly type: "volume-rm" };

/** Where the entries led. */
export interface Outcome {
  /** The last build, whole or not. */
  readonly built: Build | undefined;
  /** The last image that was built whole: what containers start from. */
  readonly image: Stack;
  readonly machine: Machine;
  /** The line that a layer comes from. */
  readonly lineOf: ReadonlyMap<Layer, string>;
  /** What lines rest on that were built already. */
  readonly cache: ReadonlySet<string>;
  /** What each entry came to. */
  readonly results: readonly Result[];
}

export type Result = { readonly refusal: Refusal } | { readonly build: Build } | { readonly obeyed: Obeyed };

/** The files that a build may copy. */
export function contextOf({ requirements, server }: Folder): Context {
  return new Map([
    ["requirements.txt", `flask==3.${requirements}`],
    ["servidor.py", `versión ${server}`],
  ]);
}

/** Obeys the entries one after the other. What is refused changes nothing. */
export function replay(script: readonly Entry[]): Outcome {
  const cache = new Set<string>();
  const lineOf = new Map<Layer, string>();
  const results: Result[] = [];
  let built: Build | undefined;
  let image: Stack = [];
  let machine: Machine = { containers: [], volume: undefined };
  for (const [at, entry] of script.entries()) {
    if (entry.type === "build") {
      built = build(entry.folder.lines, contextOf(entry.folder), cache);
      for (const key of built.keys) cache.add(key);
      for (const { line, layers } of built.steps) for (const layer of layers) lineOf.set(layer, line.trim());
      if (built.complete) image = built.image;
      results.push({ build: built });
      continue;
    }
    const obeyed = obey(machine, toOrder(entry, image, at));
    results.push(typeof obeyed === "string" ? { refusal: obeyed } : { obeyed });
    if (typeof obeyed !== "string") machine = obeyed.machine;
  }
  return { built, image, machine, lineOf, cache, results };
}

function toOrder(entry: Exclude<Entry, { type: "build" }>, image: Stack, at: number): Order {
  if (entry.type === "run") return { ...entry, image };
  if (entry.type === "write") return { ...entry, type: "write", text: `${entry.name} ${at}` };
  return entry as Order;
}

/** The puzzle of the cache: that a change of `servidor.py` does not install the libraries again. */
export type Verdict =
  | { readonly solved: true }
  | { readonly solved: false; readonly why: "broken"; readonly line: string }
  | { readonly solved: false; readonly why: "no-server" | "no-library" }
  | { readonly solved: false; readonly why: "installs-again"; readonly line: string };

/** Builds a folder, changes the program and builds it again; any Dockerfile that does it is right. */
export function judge(folder: Folder): Verdict {
  const first = build(folder.lines, contextOf(folder), new Set());
  const broken = first.steps.find(({ outcome }) => outcome === "failed");
  if (broken !== undefined) return { solved: false, why: "broken", line: broken.line };
  const changed = contextOf({ ...folder, server: folder.server + 1 });
  const second = build(folder.lines, changed, new Set(first.keys));
  if (!hasFile(second.image, (_, text) => text === changed.get("servidor.py")))
    return { solved: false, why: "no-server" };
  if (!hasFile(second.image, isLibrary)) return { solved: false, why: "no-library" };
  const again = second.steps.find(({ outcome, layers }) => outcome === "built" && hasFile(layers, isLibrary));
  return again === undefined ? { solved: true } : { solved: false, why: "installs-again", line: again.line };
}

function isLibrary(path: string): boolean {
  return path.endsWith("/flask");
}

function hasFile(layers: readonly Layer[], test: (path: string, text: string) => boolean): boolean {
  return layers.some((layer) => [...layer].some(([path, entry]) => entry.kind === "file" && test(path, entry.text)));
}
