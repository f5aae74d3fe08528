/** What a layer says of a path. A whiteout covers what lies below; so does the content of an opaque directory. */
export type Entry =
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "directory"; readonly opaque: boolean }
  | { readonly kind: "whiteout" };

/** The differences that a layer brings, by absolute path. The root is in every layer without being written. */
export type Layer = ReadonlyMap<string, Entry>;

/** Layers one on top of the other; the last is the highest, and the only one that is written to. */
export type Stack = readonly Layer[];

/** What the search for a path met in one layer. */
export interface Glance {
  /** Its place in the stack, 0 at the bottom. */
  readonly layer: number;
  /** `merged`: a directory, whose content comes from the layers below too. `covered`: a folder above the path ends here. */
  readonly met: "nothing" | "file" | "merged" | "opaque" | "whiteout" | "covered";
}

export interface Found {
  /** What is seen at the path; nothing if it does not exist for who looks. */
  readonly entry: Exclude<Entry, { kind: "whiteout" }> | undefined;
  /** The layers looked at, from the top down to the one that settled it. */
  readonly glances: readonly Glance[];
}

/** What a change did to the highest layer. */
export type Effect = "created" | "copied-up" | "rewritten" | "erased" | "whited-out" | "made" | "made-opaque";

export type Problem = "not-there" | "is-a-directory" | "not-a-directory" | "already-there";

/** A change of the highest layer: the layer after it and what happened, or why it cannot be. */
export type Changed = { readonly layer: Layer; readonly effect: Effect } | Problem;

const ROOT: Entry = { kind: "directory", opaque: false };

/**
 * Looks for a path as OverlayFS does: from the top down, and the first layer that has it wins. A directory goes on
 * gathering the directories of its name below, until one is opaque or something else is met.
 * Source: docs.kernel.org/filesystems/overlayfs.html, "Directories" and "whiteouts and opaque directories".
 */
export function lookUp(stack: Stack, path: string): Found {
  const glances: Glance[] = [];
  let entry: Found["entry"];
  for (let layer = stack.length - 1; layer >= 0; layer--) {
    const here = read(stack[layer], path);
    const tell = (met: Glance["met"]) => glances.push({ layer, met });
    if (here === undefined) {
      if (isCovered(stack[layer], path)) {
        if (entry === undefined) tell("covered");
        break;
      }
      if (entry === undefined) tell("nothing");
      continue;
    }
    if (here.kind !== "directory") {
      if (entry === undefined) tell(here.kind);
      if (here.kind === "file") entry ??= here;
      break;
    }
    entry ??= here;
    tell(here.opaque ? "opaque" : "merged");
    if (here.opaque) break;
  }
  return { entry, glances };
}

/** Every path that is seen, in order, the root left out. */
export function listPaths(stack: Stack): string[] {
  const written = new Set(stack.flatMap((layer) => [...layer.keys()]));
  return [...written].filter((path) => lookUp(stack, path).entry !== undefined).sort();
}

/** Puts a text in a file. One that comes from below is copied up whole first; one that was covered is made anew. */
export function write(stack: Stack, path: string, text: string): Changed {
  const { entry } = lookUp(stack, path);
  if (entry?.kind === "directory") return "is-a-directory";
  const layer = copyFoldersUp(stack, path);
  if (typeof layer === "string") return layer;
  const own = layer.get(path)?.kind === "file";
  layer.set(path, { kind: "file", text });
  return { layer, effect: entry === undefined ? "created" : own ? "rewritten" : "copied-up" };
}

/** Takes away a file or a whole directory. What lies below cannot be touched: a whiteout covers it. */
export function remove(stack: Stack, path: string): Changed {
  if (path === "/") return "is-a-directory";
  if (lookUp(stack, path).entry === undefined) return "not-there";
  const layer = copyFoldersUp(stack, path);
  if (typeof layer === "string") return layer;
  for (const written of layer.keys()) if (isInside(written, path)) layer.delete(written);
  layer.delete(path);
  if (!showsThrough(stack, path)) return { layer, effect: "erased" };
  layer.set(path, { kind: "whiteout" });
  return { layer, effect: "whited-out" };
}

/** Makes an empty directory. Where one from below was taken away, it is opaque: the old content does not come back. */
export function makeDirectory(stack: Stack, path: string): Changed {
  if (lookUp(stack, path).entry !== undefined) return "already-there";
  const layer = copyFoldersUp(stack, path);
  if (typeof layer === "string") return layer;
  const opaque = layer.get(path)?.kind === "whiteout";
  layer.set(path, { kind: "directory", opaque });
  return { layer, effect: opaque ? "made-opaque" : "made" };
}

/** The folders that hold a path, from the root's child down. */
export function foldersOf(path: string): string[] {
  const names = path.split("/").slice(1, -1);
  return names.map((_, last) => `/${names.slice(0, last + 1).join("/")}`);
}

/** Whether a path lies in a directory, at any depth. */
export function isInside(path: string, directory: string): boolean {
  return path.startsWith(directory === "/" ? "/" : `${directory}/`) && path !== directory;
}

function read(layer: Layer | undefined, path: string): Entry | undefined {
  return path === "/" ? ROOT : layer?.get(path);
}

/** Whether a layer ends the search for a path in one of its folders. */
function isCovered(layer: Layer | undefined, path: string): boolean {
  return foldersOf(path).some((folder) => {
    const entry = layer?.get(folder);
    return entry !== undefined && (entry.kind !== "directory" || entry.opaque);
  });
}

/** Whether the layers below would show a path if the highest said nothing of it. */
function showsThrough(stack: Stack, path: string): boolean {
  return lookUp(stack.slice(0, -1), path).entry !== undefined && !isCovered(stack.at(-1), path);
}

/** The highest layer with the folders of a path in it, or why they cannot be there. */
function copyFoldersUp(stack: Stack, path: string): Map<string, Entry> | Problem {
  const layer = new Map(stack.at(-1));
  for (const folder of foldersOf(path)) {
    const { entry } = lookUp(stack, folder);
    if (entry === undefined) return "not-there";
    if (entry.kind !== "directory") return "not-a-directory";
    if (!layer.has(folder)) layer.set(folder, { kind: "directory", opaque: false });
  }
  return layer;
}
