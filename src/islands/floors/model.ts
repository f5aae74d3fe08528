/** How programs are kept apart: two kinds of virtual machines (Goldberg 1973), or containers. */
export const KINDS = ["type-1", "type-2", "containers"] as const;
export type Kind = (typeof KINDS)[number];

/** Where a floor stands, from the ground up; the same height in every stack. */
export const LEVELS = ["hardware", "host", "monitor", "guest", "libraries", "program"] as const;
export type Level = (typeof LEVELS)[number];

export const MOST_UNITS = 3;

/** What a unit is: a virtual machine or a container, each with one program. They are counted from 0. */
export interface Floor {
  readonly level: Level;
  /** Nobody lives here in this kind of stack: the floor is missing. */
  readonly missing: boolean;
  /** Every unit has one of its own; else there is one for all. */
  readonly own: boolean;
}

/** A piece of a stack: a floor for all, or what one unit has of it. */
export interface Piece {
  readonly level: Level;
  /** Of what unit; nothing for a floor that is for all. */
  readonly unit: number | undefined;
}

/** What the kinds lack. The monitor of containers is the engine, which does not stand between a program and the kernel. */
const MISSING: Readonly<Record<Kind, readonly Level[]>> = { "type-1": ["host"], "type-2": [], containers: ["guest"] };

/** The floors of a kind, from the ground up. */
export function floorsOf(kind: Kind): Floor[] {
  return LEVELS.map((level, height) => ({
    level,
    missing: MISSING[kind].includes(level),
    own: height >= LEVELS.indexOf("guest"),
  }));
}

/** The floors that go and come when one kind takes the place of another. */
export function compareKinds(from: Kind, to: Kind): { gone: Level[]; come: Level[] } {
  const only = (one: Kind, other: Kind) =>
    LEVELS.filter((level) => MISSING[other].includes(level) && !MISSING[one].includes(level));
  return { gone: only(from, to), come: only(to, from) };
}

/** Every piece of a stack with so many units, from the ground up. */
export function piecesOf(kind: Kind, units: number): Piece[] {
  return floorsOf(kind)
    .filter(({ missing }) => !missing)
    .flatMap(({ level, own }): Piece[] =>
      own ? Array.from({ length: units }, (_, unit) => ({ level, unit })) : [{ level, unit: undefined }],
    );
}

/**
 * The pieces that stop when one fails: itself, and all that rests on it. Containers do not rest on their engine: it sets
 * them up and stands aside, so with `live-restore` they go on without it.
 */
export function fallWith(kind: Kind, units: number, failed: Piece): Piece[] {
  const height = LEVELS.indexOf(failed.level);
  const aside = kind === "containers" && failed.level === "monitor";
  return piecesOf(kind, units).filter((piece) => {
    if (piece.level === failed.level) return piece.unit === failed.unit;
    const above = LEVELS.indexOf(piece.level) > height;
    return above && !aside && (failed.unit === undefined || piece.unit === failed.unit);
  });
}

/** The kernels that run, as the pieces that have one: the hypervisor of type 1 is not counted as one. */
export function kernelsOf(kind: Kind, units: number): Piece[] {
  return piecesOf(kind, units).filter(({ level }) => level === "host" || level === "guest");
}

/** The kernel that answers the calls of the program of a unit. */
export function kernelOf(kind: Kind, unit: number): Piece {
  return kind === "containers" ? { level: "host", unit: undefined } : { level: "guest", unit };
}
