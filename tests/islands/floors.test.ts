import fc from "fast-check";
import { expect, test } from "vitest";
import { askMemory, countProcesses, shareProcessors, wantProcessors } from "../../src/islands/floors/limit.ts";
import {
  compareKinds,
  fallWith,
  floorsOf,
  kernelOf,
  kernelsOf,
  KINDS,
  LEVELS,
  MOST_UNITS,
  piecesOf,
  type Kind,
} from "../../src/islands/floors/model.ts";
import {
  DOCKER,
  judge,
  listenersOf,
  MAPPED,
  processesOf,
  seeFrom,
  type World,
} from "../../src/islands/floors/process.ts";

const kind = fc.constantFrom(...KINDS);
const units = fc.integer({ min: 1, max: MOST_UNITS });
const apart = fc.record({ pid: fc.boolean(), net: fc.boolean(), mnt: fc.boolean(), user: fc.boolean() });
const aWorld: fc.Arbitrary<World> = fc.record({ kind, units, apart });

function check(property: fc.IRawProperty<unknown>): void {
  fc.assert(property, { numRuns: 500, verbose: fc.VerbosityLevel.Verbose });
}

function server(world: World, unit: number): ReturnType<typeof processesOf>[number] {
  return processesOf(world).find((process) => process.role === "server" && process.unit === unit)!;
}

/** How many programs stop with a kernel. */
function programsWith(each: Kind, level: "host" | "guest", unit?: number): number {
  return fallWith(each, 3, { level, unit }).filter((piece) => piece.level === "program").length;
}

test("the floors are at the same height in every stack, and each kind lacks what the notes say", () => {
  for (const each of KINDS) expect(floorsOf(each).map(({ level }) => level)).toEqual(LEVELS);
  expect(compareKinds("type-1", "type-2")).toEqual({ gone: [], come: ["host"] });
  expect(compareKinds("type-2", "containers")).toEqual({ gone: ["guest"], come: [] });
  expect(compareKinds("type-1", "containers")).toEqual({ gone: ["guest"], come: ["host"] });
});

test("what fails takes with it what rests on it, and nothing else", () => {
  check(
    fc.property(kind, units, fc.nat(), (each, count, index) => {
      const pieces = piecesOf(each, count);
      const failed = pieces[index % pieces.length]!;
      const fallen = fallWith(each, count, failed);
      const aside = each === "containers" && failed.level === "monitor";
      for (const piece of pieces) {
        const height = LEVELS.indexOf(piece.level) - LEVELS.indexOf(failed.level);
        const same = failed.unit === undefined || piece.unit === failed.unit;
        const falls = same && (height === 0 || (height > 0 && !aside));
        expect(fallen.some((one) => one.level === piece.level && one.unit === piece.unit)).toBe(falls);
      }
    }),
  );
  expect(programsWith("containers", "host")).toBe(3);
  expect(programsWith("type-2", "guest", 1)).toBe(1);
});

test("one kernel for all containers, one more for each virtual machine", () => {
  check(
    fc.property(kind, units, (each, count) => {
      const serving = new Set(Array.from({ length: count }, (_, unit) => JSON.stringify(kernelOf(each, unit))));
      expect(serving.size).toBe(each === "containers" ? 1 : count);
      expect(kernelsOf(each, count)).toHaveLength({ "type-1": count, "type-2": count + 1, containers: 1 }[each]);
    }),
  );
});

test("a PID namespace shows its own processes from 1 on, and the host's shows them all", () => {
  check(
    fc.property(aWorld, (world) => {
      for (const who of processesOf(world)) {
        const { own, seen } = seeFrom(world, who).pid;
        const numbers = seen.map(({ pid }) => pid);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(seen).toContainEqual({ pid: own, name: who.name });
        const mates = processesOf(world).filter((one) => JSON.stringify(one.kernel) === JSON.stringify(who.kernel));
        const apartHere = world.kind === "containers" && who.unit !== undefined && world.apart.pid;
        expect(seen).toEqual(
          apartHere
            ? [
                { pid: 1, name: `server-${who.unit}` },
                { pid: 2, name: `helper-${who.unit}` },
              ]
            : mates.map(({ pid, name }) => ({ pid, name })),
        );
      }
    }),
  );
});

test("no process of a virtual machine is seen from another kernel", () => {
  check(
    fc.property(fc.constantFrom("type-1" as const, "type-2" as const), units, apart, (each, count, own) => {
      const world = { kind: each, units: count, apart: own };
      for (const who of processesOf(world))
        for (const { name } of seeFrom(world, who).pid.seen) {
          const other = processesOf(world).find((one) => one.name === name)!;
          expect(other.kernel).toEqual(who.kernel);
        }
    }),
  );
});

test("everybody can serve port 80 where networks are apart; in one network only the first can", () => {
  check(
    fc.property(aWorld, (world) => {
      const shared = world.kind === "containers" && !world.apart.net;
      expect(listenersOf(world)).toHaveLength(shared ? 1 : world.units);
    }),
  );
});

test("root of a container is root of the host, unless it has users of its own", () => {
  check(
    fc.property(aWorld, (world) => {
      for (const who of processesOf(world)) {
        const { inside, outside } = seeFrom(world, who).user;
        const mapped = world.kind === "containers" && who.unit !== undefined && world.apart.user;
        expect([inside, outside]).toEqual([who.uid, mapped ? MAPPED + who.uid : who.uid]);
        expect(seeFrom(world, who).mnt).toBe(
          world.kind === "containers" && who.unit !== undefined && world.apart.mnt ? "image" : "system",
        );
      }
    }),
  );
  const docker: World = { kind: "containers", units: 2, apart: DOCKER };
  expect(seeFrom(docker, server(docker, 0)).user).toEqual({ inside: 0, outside: 0 });
});

test("the puzzle takes every world in which what it asks can be seen", () => {
  check(
    fc.property(aWorld, (world) => {
      const sights = processesOf(world)
        .filter(({ role }) => role === "server")
        .map((one) => seeFrom(world, one));
      const solved =
        world.kind === "containers" &&
        sights.length >= 2 &&
        sights.every(({ pid, user }) => pid.seen.length === 2 && user.inside === 0 && user.outside !== 0) &&
        new Set(sights.map(({ net }) => net.listener)).size === sights.length;
      expect(judge(world).length === 0).toBe(solved);
    }),
  );
  expect(judge({ kind: "containers", units: 2, apart: DOCKER })).toEqual(["root-outside"]);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

test("processors are shared so that nobody is held back by one who has more", () => {
  const want = fc.double({ min: 0, max: 8, noNaN: true });
  check(
    fc.property(
      fc.double({ min: 0, max: 8, noNaN: true }),
      fc.array(want, { minLength: 1, maxLength: 6 }),
      (total, wanted) => {
        const shares = shareProcessors(total, wanted);
        for (const [group, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(wanted[group]!);
          const served = share >= wanted[group]! - 1e-9;
          expect(served || shares.every((other) => other <= share + 1e-9)).toBe(true);
        }
        expect(sum(shares)).toBeCloseTo(Math.min(total, sum(wanted)), 9);
      },
    ),
  );
});

test("a ceiling keeps the damage in its group", () => {
  const amount = fc.integer({ min: 0, max: 4000 });
  const ceiling = fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined });
  check(
    fc.property(amount, ceiling, amount, amount, (memory, limit, machine, others) => {
      const outcome = askMemory(
        { memory, cpus: 1, processes: 1 },
        { memory: limit, cpus: undefined, processes: undefined },
        machine,
        others,
      );
      const used = Math.min(memory, limit ?? Infinity);
      expect(outcome).toBe(used + others > machine ? "machine-full" : memory > used ? "killed" : "granted");
    }),
  );
  const demand = { memory: 1, cpus: 4, processes: 500 };
  expect(wantProcessors(demand, { memory: undefined, cpus: 0.5, processes: undefined })).toBe(0.5);
  expect(countProcesses(demand, { memory: undefined, cpus: undefined, processes: 100 })).toBe(100);
  expect(countProcesses(demand, { memory: undefined, cpus: undefined, processes: undefined })).toBe(500);
});
