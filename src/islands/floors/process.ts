import { kernelOf, type Kind, type Piece } from "./model.ts";

/** The namespaces that the notes name. */
export const NAMESPACES = ["pid", "net", "mnt", "user"] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** Which namespaces each container has of its own; of the others it uses those of the host. */
export type Apart = Readonly<Record<Namespace, boolean>>;

/** What Docker does unless it is asked for something else. Source: docs.docker.com/engine/security/userns-remap/ */
export const DOCKER: Apart = { pid: true, net: true, mnt: true, user: false };

/** The first identifier of the range that Docker maps the users of a container to, in the examples of its manual. */
export const MAPPED = 100_000;

export interface Process {
  /** What it is called: no two of a world have the same name. */
  readonly name: string;
  readonly role: "init" | "engine" | "monitor" | "server" | "helper";
  /** The unit that it runs in; nothing on the host. */
  readonly unit: number | undefined;
  /** The kernel that answers it, as the piece of the stack that has it. */
  readonly kernel: Piece;
  /** Its number in the first PID namespace of its kernel. */
  readonly pid: number;
  /** The user it believes to be. 0 is root. */
  readonly uid: number;
}

export interface World {
  readonly kind: Kind;
  readonly units: number;
  readonly apart: Apart;
}

/** What the namespaces show to a process. */
export interface Sight {
  /** Its own number as it sees it, and every process that it sees, with the number it sees. */
  readonly pid: { readonly own: number; readonly seen: readonly { readonly pid: number; readonly name: string }[] };
  /** The interfaces it sees, and who listens on port 80 there: it is one at most. */
  readonly net: { readonly interfaces: readonly string[]; readonly listener: string | undefined };
  /** Whose root directory it sees: of the image of its container, or of the system that its kernel started. */
  readonly mnt: "image" | "system";
  /** The user it is for itself, and for its kernel. */
  readonly user: { readonly inside: number; readonly outside: number };
}

/** Every process that runs in a world, by kernel and number. Servers run as root, helpers as user 10001. */
export function processesOf({ kind, units }: World): Process[] {
  const all = Array.from({ length: units }, (_, unit) => unit);
  const host = { level: "host", unit: undefined } as const;
  const onHost = (role: Process["role"], name: string, pid: number): Process[] =>
    kind === "type-1" ? [] : [{ name, role, unit: undefined, kernel: host, pid, uid: 0 }];
  const inUnit = (unit: number, role: Process["role"], pid: number, uid: number): Process => ({
    name: `${role}-${unit}`,
    role,
    unit,
    kernel: kernelOf(kind, unit),
    pid,
    uid,
  });
  if (kind === "containers") {
    return [
      ...onHost("init", "init", 1),
      ...onHost("engine", "engine", 640),
      ...all.flatMap((unit) => [
        inUnit(unit, "server", 2101 + 100 * unit, 0),
        inUnit(unit, "helper", 2102 + 100 * unit, 10_001),
      ]),
    ];
  }
  return [
    ...onHost("init", "init", 1),
    ...all.flatMap((unit) => onHost("monitor", `monitor-${unit}`, 2101 + 100 * unit)),
    ...all.flatMap((unit) => [
      inUnit(unit, "init", 1, 0),
      inUnit(unit, "server", 301, 0),
      inUnit(unit, "helper", 302, 10_001),
    ]),
  ];
}

/** What each namespace shows to a process. Nobody sees through a kernel: the processes of another are not there. */
export function seeFrom(world: World, who: Process): Sight {
  const mates = processesOf(world).filter(({ kernel }) => samePiece(kernel, who.kernel));
  const contained = world.kind === "containers" && who.unit !== undefined;
  const own = (namespace: Namespace) => contained && world.apart[namespace];
  const inPid = own("pid") ? mates.filter(({ unit }) => unit === who.unit) : mates;
  const number = (process: Process) => (own("pid") ? inPid.indexOf(process) + 1 : process.pid);
  const seen = inPid.map((process) => ({ pid: number(process), name: process.name }));
  const inNet = mates.filter(({ unit }) => networkOf(world, unit) === networkOf(world, who.unit));
  const listener = inNet.find(({ role }) => role === "server")?.name;
  return {
    pid: { own: seen.find(({ name }) => name === who.name)?.pid ?? who.pid, seen },
    net: { interfaces: interfacesOf(world, who, own("net")), listener },
    mnt: own("mnt") ? "image" : "system",
    user: { inside: who.uid, outside: own("user") ? MAPPED + who.uid : who.uid },
  };
}

/** The servers that got port 80 of the network they see; the second to ask for it in the same one fails. */
export function listenersOf(world: World): string[] {
  const servers = processesOf(world).filter(({ role }) => role === "server");
  return servers.filter((server) => seeFrom(world, server).net.listener === server.name).map(({ name }) => name);
}

/** What the puzzle asks of containers, and which of it does not hold yet. */
export type Lack = "not-containers" | "alone" | "sees-others" | "root-outside" | "not-root-inside" | "port-taken";

/** The puzzle: two containers or more, root inside and not outside, that do not see each other and all serve port 80. */
export function judge(world: World): Lack[] {
  if (world.kind !== "containers") return ["not-containers"];
  const servers = processesOf(world).filter(({ role }) => role === "server");
  const sights = servers.map((server) => ({ server, sight: seeFrom(world, server) }));
  const lacks: Lack[] = [];
  if (servers.length < 2) lacks.push("alone");
  if (sights.some(({ server, sight }) => sight.pid.seen.some(({ name }) => !name.endsWith(`-${server.unit}`))))
    lacks.push("sees-others");
  if (sights.some(({ sight }) => sight.user.inside !== 0)) lacks.push("not-root-inside");
  if (sights.some(({ sight }) => sight.user.outside === 0)) lacks.push("root-outside");
  if (listenersOf(world).length < servers.length) lacks.push("port-taken");
  return lacks;
}

/** The unit that a network is only of; nothing for the network of the kernel's first processes. */
function networkOf({ kind, apart }: World, unit: number | undefined): number | undefined {
  return kind === "containers" && apart.net ? unit : undefined;
}

function interfacesOf({ kind }: World, who: Process, own: boolean): string[] {
  if (own) return ["lo", `eth0 172.17.0.${2 + (who.unit ?? 0)}`];
  return kind === "containers" ? ["lo", "eth0", "docker0 172.17.0.1"] : ["lo", "eth0"];
}

function samePiece(a: Piece, b: Piece): boolean {
  return a.level === b.level && a.unit === b.unit;
}
