import {
  isInside,
  listPaths,
  lookUp,
  remove,
  write,
  type Changed,
  type Effect,
  type Layer,
  type Problem,
  type Stack,
} from "./model.ts";

/** Where the volume is seen from inside. */
export const MOUNT = "/datos";

export interface Container {
  readonly name: string;
  /** The image it was created from: its layers never change. */
  readonly image: Stack;
  /** Its writable layer: goes with it. */
  readonly upper: Layer;
  readonly state: "running" | "exited";
  /** Whether the volume is mounted at `MOUNT`. */
  readonly mounted: boolean;
}

/** The containers of a machine and its volume, which is not of any of them. */
export interface Machine {
  readonly containers: readonly Container[];
  /** The files of the volume, as if it were a root of its own. */
  readonly volume: Layer | undefined;
}

export type Order =
  | { readonly type: "run"; readonly name: string; readonly image: Stack; readonly mounted: boolean }
  | { readonly type: "write"; readonly name: string; readonly path: string; readonly text: string }
  | { readonly type: "remove"; readonly name: string; readonly path: string }
  | { readonly type: "stop" | "start" | "rm"; readonly name: string }
  | { readonly type: "volume-rm" };

/** Why an order is refused. */
export type Refusal =
  | Problem
  | "no-image"
  | "name-taken"
  | "no-container"
  | "not-running"
  | "running"
  | "in-use"
  | "no-volume";

/** The machine after an order; with a change of a file, also what happened and where. */
export type Obeyed = { readonly machine: Machine; readonly effect?: Effect; readonly into?: "upper" | "volume" };

/** Obeys an order or says why not. The machine given stays as it is. */
export function obey(machine: Machine, order: Order): Obeyed | Refusal {
  if (order.type === "run") return run(machine, order);
  if (order.type === "volume-rm") {
    if (machine.volume === undefined) return "no-volume";
    if (machine.containers.some(({ mounted }) => mounted)) return "in-use";
    return { machine: { ...machine, volume: undefined } };
  }
  const container = machine.containers.find(({ name }) => name === order.name);
  if (container === undefined) return "no-container";
  const running = container.state === "running";
  switch (order.type) {
    case "stop":
      return running ? { machine: replace(machine, { ...container, state: "exited" }) } : "not-running";
    case "start":
      return running ? "running" : { machine: replace(machine, { ...container, state: "running" }) };
    case "rm":
      if (running) return "running";
      return { machine: { ...machine, containers: machine.containers.filter((other) => other !== container) } };
    default:
      return running ? changeFile(machine, container, order) : "not-running";
  }
}

/** What a container sees at a path, and where: in its layers or in the volume that covers them. */
export function look(
  { volume }: Machine,
  container: Container,
  path: string,
): { stack: Stack; path: string; inVolume: boolean } {
  const inVolume = container.mounted && (path === MOUNT || isInside(path, MOUNT));
  return inVolume
    ? { stack: [volume ?? new Map()], path: path.slice(MOUNT.length) || "/", inVolume }
    : { stack: [...container.image, container.upper], path, inVolume };
}

/** Every path that a container sees. */
export function listContainer(machine: Machine, container: Container): string[] {
  const own = listPaths([...container.image, container.upper]);
  if (!container.mounted) return own;
  const kept = listPaths([machine.volume ?? new Map()]).map((path) => MOUNT + path);
  return [...own.filter((path) => path !== MOUNT && !isInside(path, MOUNT)), MOUNT, ...kept].sort();
}

function run(machine: Machine, { name, image, mounted }: Extract<Order, { type: "run" }>): Obeyed | Refusal {
  if (image.length === 0) return "no-image";
  if (machine.containers.some((other) => other.name === name)) return "name-taken";
  const container: Container = { name, image, upper: new Map(), state: "running", mounted };
  const volume = mounted ? (machine.volume ?? fill(image)) : machine.volume;
  return { machine: { containers: [...machine.containers, container], volume } };
}

/** A new volume starts with what the image has at the mount point. Source: docs.docker.com/engine/storage/volumes/ */
function fill(image: Stack): Layer {
  const inside = listPaths(image).filter((path) => isInside(path, MOUNT));
  return new Map(
    inside.flatMap((path) => {
      const { entry } = lookUp(image, path);
      return entry === undefined ? [] : [[path.slice(MOUNT.length), entry] as const];
    }),
  );
}

function changeFile(
  machine: Machine,
  container: Container,
  order: Extract<Order, { type: "write" | "remove" }>,
): Obeyed | Refusal {
  const { stack, path, inVolume } = look(machine, container, order.path);
  const changed: Changed = order.type === "write" ? write(stack, path, order.text) : remove(stack, path);
  if (typeof changed === "string") return changed;
  const { layer, effect } = changed;
  return inVolume
    ? { machine: { ...machine, volume: layer }, effect, into: "volume" }
    : { machine: replace(machine, { ...container, upper: layer }), effect, into: "upper" };
}

function replace(machine: Machine, container: Container): Machine {
  return { ...machine, containers: machine.containers.map((old) => (old.name === container.name ? container : old)) };
}
