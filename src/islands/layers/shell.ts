import { foldersOf, lookUp, makeDirectory, remove, write, type Layer, type Problem, type Stack } from "./model.ts";

/** Why a command failed: of the file system, or because the island does not know it. */
export type Failure = { readonly why: Problem | "unknown-command"; readonly what: string };

const PYTHON = "/usr/lib/python";

/**
 * Runs the commands of a `RUN`, joined by `&&`, on the highest layer of a stack: `echo … > file`, `echo … >> file`,
 * `touch`, `mkdir -p`, `rm -rf`, `curl -O` and `pip install -r`, with one file for each package or download. Gives the
 * layer afterwards, or the first failure.
 */
export function runCommands(stack: Stack, folder: string, text: string): Layer | Failure {
  let layers = stack;
  for (const command of text.split("&&")) {
    const outcome = runCommand(layers, folder, command.trim());
    if ("why" in outcome) return outcome;
    layers = outcome;
  }
  return layers.at(-1) ?? new Map();
}

/** A path as written in a folder, made absolute and plain. */
export function toAbsolute(folder: string, path: string): string {
  const names: string[] = [];
  for (const name of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}

/** Writes a file and the folders that it lacks. */
export function writeWithFolders(stack: Stack, path: string, text: string): Stack | Failure {
  const made = makeFolders(stack, foldersOf(path));
  return "why" in made ? made : put(made, path, write(made, path, text));
}

/** Makes the directories that are missing. */
export function makeFolders(stack: Stack, folders: readonly string[]): Stack | Failure {
  let layers = stack;
  for (const folder of folders) {
    const changed = makeDirectory(layers, folder);
    if (changed === "already-there" && lookUp(layers, folder).entry?.kind === "directory") continue;
    const outcome = put(layers, folder, changed);
    if ("why" in outcome) return outcome;
    layers = outcome;
  }
  return layers;
}

function runCommand(stack: Stack, folder: string, command: string): Stack | Failure {
  const echoed = /^echo\s+(.*?)\s*(>>?)\s*(\S+)$/.exec(command);
  if (echoed !== null) {
    const [, said = "", sign, target = ""] = echoed;
    const path = toAbsolute(folder, target);
    const { entry } = lookUp(stack, path);
    const before = sign === ">>" && entry?.kind === "file" ? `${entry.text}\n` : "";
    return put(stack, path, write(stack, path, before + said.replace(/^(["'])(.*)\1$/, "$2")));
  }
  const [name = "", ...words] = command.split(/\s+/);
  const options = words.filter((word) => word.startsWith("-")).join("");
  const paths = words.filter((word) => !word.startsWith("-")).map((word) => toAbsolute(folder, word));
  if (name === "pip") return installPackages(stack, words, paths);
  const each = COMMANDS.get(name);
  if (each === undefined || paths.length === 0) return { why: "unknown-command", what: command };
  let layers = stack;
  for (const path of paths) {
    const outcome = each(layers, path, options, folder);
    if ("why" in outcome) return outcome;
    layers = outcome;
  }
  return layers;
}

type Each = (stack: Stack, path: string, options: string, folder: string) => Stack | Failure;

const COMMANDS: ReadonlyMap<string, Each> = new Map<string, Each>([
  [
    "touch",
    (stack, path) => (lookUp(stack, path).entry === undefined ? put(stack, path, write(stack, path, "")) : stack),
  ],
  [
    "mkdir",
    (stack, path, options) =>
      options.includes("p")
        ? makeFolders(stack, [...foldersOf(path), path])
        : put(stack, path, makeDirectory(stack, path)),
  ],
  [
    "rm",
    (stack, path, options) => {
      const { entry } = lookUp(stack, path);
      if (entry === undefined && options.includes("f")) return stack;
      if (entry?.kind === "directory" && !options.includes("r")) return { why: "is-a-directory", what: path };
      return put(stack, path, remove(stack, path));
    },
  ],
  [
    "curl",
    (stack, url, _options, folder) => {
      const name = url.split("/").at(-1) ?? "";
      return put(stack, toAbsolute(folder, name), write(stack, toAbsolute(folder, name), `descarga de ${name}`));
    },
  ],
]);

/** `pip install -r file`: one file for each line of it. */
function installPackages(stack: Stack, words: readonly string[], paths: readonly string[]): Stack | Failure {
  const [verb, option] = words;
  const list = paths.at(-1) ?? "/";
  if (verb !== "install" || option !== "-r" || words.length !== 3) return { why: "unknown-command", what: "pip" };
  if (lookUp(stack, "/usr/bin/python").entry === undefined) return { why: "unknown-command", what: "pip" };
  const { entry } = lookUp(stack, list);
  if (entry?.kind !== "file") return { why: "not-there", what: list };
  let layers = stack;
  for (const line of entry.text.split("\n").filter(Boolean)) {
    const outcome = writeWithFolders(layers, `${PYTHON}/${line.split("==")[0]}`, line);
    if ("why" in outcome) return outcome;
    layers = outcome;
  }
  return layers;
}

function put(stack: Stack, path: string, changed: ReturnType<typeof write>): Stack | Failure {
  return typeof changed === "string" ? { why: changed, what: path } : [...stack.slice(0, -1), changed.layer];
}
