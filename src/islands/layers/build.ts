import { foldersOf, lookUp, type Entry, type Layer, type Stack } from "./model.ts";
import { makeFolders, runCommands, toAbsolute, writeWithFolders, type Failure } from "./shell.ts";

/** The files beside the Dockerfile: name → text. */
export type Context = ReadonlyMap<string, string>;

/** Why a line cannot be built. */
export type Fault =
  | Failure
  | {
      readonly why: "unknown-instruction" | "unknown-base" | "no-base" | "second-base" | "not-in-context" | "no-words";
      readonly what: string;
    };

/** What building did with a line. A line after one that failed is not reached. */
export interface Step {
  readonly line: string;
  readonly outcome: "cached" | "built" | "failed" | "not-reached";
  /** The layers that the line adds, bottom first: none if it only changes metadata, several for some bases. */
  readonly layers: readonly Layer[];
  readonly fault: Fault | undefined;
}

export interface Build {
  readonly steps: readonly Step[];
  /** The image: its layers, bottom first. Of a build that failed, what there was until then. */
  readonly image: Stack;
  readonly complete: boolean;
  /** What each built line rests on; these lines are in the cache from now on. */
  readonly keys: readonly string[];
}

const file = (text: string): Entry => ({ kind: "file", text });
const directory: Entry = { kind: "directory", opaque: false };

const SYSTEM: Layer = new Map([
  ["/bin", directory],
  ["/bin/sh", file("shell")],
  ["/etc", directory],
  ["/etc/os-release", file("sistema")],
]);

const PYTHON: Layer = new Map([
  ["/usr", directory],
  ["/usr/bin", directory],
  ["/usr/bin/python", file("Python")],
]);

/** The images that a Dockerfile here may start from, with few files for all of theirs. */
export const BASES: ReadonlyMap<string, Stack> = new Map([
  ["alpine:3.22", [SYSTEM]],
  ["python:3.14-slim", [SYSTEM, PYTHON]],
]);

/** Instructions that change what the image says of itself, and no file. */
const METADATA: ReadonlySet<string> = new Set([
  "CMD",
  "ENTRYPOINT",
  "ENV",
  "EXPOSE",
  "HEALTHCHECK",
  "LABEL",
  "STOPSIGNAL",
  "USER",
]);

/**
 * Builds an image line by line. A line is taken from the cache if it and all the lines above were built before, the same
 * and with the same files; so from the first change down, everything is made again.
 * Source: docs.docker.com/build/cache/ ("if a layer changes, all other layers that come after it are also affected").
 */
export function build(lines: readonly string[], context: Context, cache: ReadonlySet<string>): Build {
  const steps: Step[] = [];
  const keys: string[] = [];
  let image: Stack = [];
  let folder = "/";
  let failed = false;
  for (const line of lines) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    if (failed) {
      steps.push({ line, outcome: "not-reached", layers: [], fault: undefined });
      continue;
    }
    const done = runLine(line.trim(), image, folder, context);
    if ("why" in done) {
      steps.push({ line, outcome: "failed", layers: [], fault: done });
      failed = true;
      continue;
    }
    const key = `${keys.at(-1) ?? ""}\n${line.trim()}${done.read}`;
    keys.push(key);
    steps.push({ line, outcome: cache.has(key) ? "cached" : "built", layers: done.layers, fault: undefined });
    image = [...image, ...done.layers];
    folder = done.folder;
  }
  return { steps, image, complete: !failed && image.length > 0, keys };
}

interface Done {
  readonly layers: readonly Layer[];
  readonly folder: string;
  /** The files of the context that the line read, with their text. */
  readonly read: string;
}

function runLine(line: string, image: Stack, folder: string, context: Context): Done | Fault {
  const [, name = "", words = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const instruction = name.toUpperCase();
  const upper: Stack = [...image, new Map()];
  const metadata = { layers: [], folder, read: "" };
  if (instruction === "FROM") {
    if (image.length > 0) return { why: "second-base", what: line };
    const base = BASES.get(words);
    return base === undefined ? { why: "unknown-base", what: words } : { ...metadata, layers: base };
  }
  if (image.length === 0) return { why: "no-base", what: line };
  if (words === "") return { why: "no-words", what: instruction };
  if (METADATA.has(instruction)) return metadata;
  if (instruction === "RUN") {
    const layer = runCommands(upper, folder, words);
    return isFault(layer) ? layer : { ...metadata, layers: [layer] };
  }
  if (instruction === "COPY") return copy(words, upper, folder, context);
  if (instruction !== "WORKDIR") return { why: "unknown-instruction", what: name };
  const inside = toAbsolute(folder, words);
  const made = makeFolders(
    upper,
    [...foldersOf(inside), inside].filter((path) => path !== "/"),
  );
  if (isFault(made)) return made;
  const layer = made.at(-1);
  return { layers: layer === undefined || layer.size === 0 ? [] : [layer], folder: inside, read: "" };
}

/** `COPY file… target`: into a directory if the target ends in a slash, is one already, or there are several files. */
function copy(words: string, upper: Stack, folder: string, context: Context): Done | Fault {
  const given = words.split(/\s+/);
  const target = given.pop() ?? "";
  if (given.length === 0) return { why: "no-words", what: "COPY" };
  const names = given.flatMap((name) => (name === "." ? [...context.keys()] : [name.replace(/^\.\//, "")]));
  const missing = names.find((name) => !context.has(name));
  if (missing !== undefined) return { why: "not-in-context", what: missing };
  const path = toAbsolute(folder, target);
  const isFolder =
    /(^|\/)\.?$/.test(target) ||
    given.includes(".") ||
    names.length > 1 ||
    lookUp(upper, path).entry?.kind === "directory";
  let layers = upper;
  let read = "";
  for (const name of names) {
    const text = context.get(name) ?? "";
    read += `\n${name}: ${text}`;
    const written = writeWithFolders(layers, isFolder ? toAbsolute(path, name) : path, text);
    if (isFault(written)) return written;
    layers = written;
  }
  return { layers: [layers.at(-1) ?? new Map()], folder, read };
}

function isFault<T extends object>(outcome: T | Fault): outcome is Fault {
  return "why" in outcome;
}
