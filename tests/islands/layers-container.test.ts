import fc from "fast-check";
import { expect, test } from "vitest";
import { build } from "../../src/islands/layers/build.ts";
import { listContainer, look, MOUNT, obey, type Machine, type Order } from "../../src/islands/layers/container.ts";
import { lookUp, type Layer } from "../../src/islands/layers/model.ts";
import { runCommands } from "../../src/islands/layers/shell.ts";
import { APART, check, FILES, NONE } from "./layers.ts";

const IMAGE = build(APART, FILES, NONE).image;
const EMPTY: Machine = { containers: [], volume: undefined };

function obeyAll(orders: readonly Order[], machine = EMPTY): Machine {
  return orders.reduce((state, order) => {
    const obeyed = obey(state, order);
    return typeof obeyed === "string" ? state : obeyed.machine;
  }, machine);
}

test("what stops stays, what is removed goes, and the volume keeps its files", () => {
  const before = obeyAll([
    { type: "run", name: "A", image: IMAGE, mounted: true },
    { type: "write", name: "A", path: "/app/nota", text: "de A" },
    { type: "write", name: "A", path: `${MOUNT}/visitas`, text: "3" },
    { type: "stop", name: "A" },
  ]);
  expect(listContainer(before, before.containers[0]!)).toEqual(expect.arrayContaining(["/app/nota", "/datos/visitas"]));
  expect(obey(before, { type: "write", name: "A", path: "/app/nota", text: "" })).toBe("not-running");
  const started = obeyAll([{ type: "start", name: "A" }], before);
  expect(listContainer(started, started.containers[0]!)).toContain("/app/nota");
  expect(obey(started, { type: "rm", name: "A" })).toBe("running");
  const again = obeyAll(
    [
      { type: "rm", name: "A" },
      { type: "run", name: "A", image: IMAGE, mounted: true },
    ],
    before,
  );
  const seen = listContainer(again, again.containers[0]!);
  expect(seen).toContain("/datos/visitas");
  expect(seen).not.toContain("/app/nota");
  expect(obey(again, { type: "volume-rm" })).toBe("in-use");
  const gone = obeyAll([{ type: "stop", name: "A" }, { type: "rm", name: "A" }, { type: "volume-rm" }], again);
  expect(gone).toEqual(EMPTY);
});

test("a new volume starts with what the image has where it is mounted", () => {
  const { image } = build(["FROM alpine:3.22", "RUN mkdir /datos && echo 0 > /datos/visitas"], FILES, NONE);
  const machine = obeyAll([{ type: "run", name: "A", image, mounted: true }]);
  expect(machine.volume).toEqual(new Map([["/visitas", { kind: "file", text: "0" }]]));
});

test("containers of one image do not touch each other nor the image, whatever they do", () => {
  const name = fc.constantFrom("A", "B");
  const path = fc.constantFrom("/app/servidor.py", "/app/nota", "/etc", "/datos", "/datos/x", "/bin/sh/x");
  const anOrder: fc.Arbitrary<Order> = fc.oneof(
    fc.record({ type: fc.constant("run" as const), name, image: fc.constant(IMAGE), mounted: fc.boolean() }),
    {
      weight: 4,
      arbitrary: fc.record({ type: fc.constant("write" as const), name, path, text: fc.constantFrom("1", "2") }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant("remove" as const), name, path }) },
    fc.record({ type: fc.constantFrom("stop" as const, "start" as const, "rm" as const), name }),
    fc.constant({ type: "volume-rm" as const }),
  );
  const copy = structuredClone(IMAGE);
  check(
    fc.property(fc.array(anOrder, { maxLength: 30 }), anOrder, (orders, last) => {
      const machine = obeyAll(orders);
      const obeyed = obey(machine, last);
      if (typeof obeyed === "string" || last.type === "volume-rm") return;
      const others = (state: Machine) => state.containers.filter((container) => container.name !== last.name);
      expect(others(obeyed.machine)).toEqual(others(machine));
      const lasts = last.type === "stop" || last.type === "start" || last.type === "rm";
      expect(!lasts || obeyed.machine.volume === machine.volume).toBe(true);
      for (const container of obeyed.machine.containers)
        for (const each of listContainer(obeyed.machine, container)) {
          const { stack, path: inside } = look(obeyed.machine, container, each);
          expect(lookUp(stack, inside).entry).toBeDefined();
        }
    }),
    500,
  );
  expect(IMAGE).toEqual(copy);
});

test("a command runs on the highest layer alone", () => {
  const layer = runCommands(
    [...IMAGE, new Map()],
    "/app",
    'echo "hola" >> servidor.py && rm -r /etc && mkdir -p /a/b',
  ) as Layer;
  expect(Object.fromEntries(layer)).toEqual({
    "/app": { kind: "directory", opaque: false },
    "/app/servidor.py": { kind: "file", text: "versión 1\nhola" },
    "/etc": { kind: "whiteout" },
    "/a": { kind: "directory", opaque: false },
    "/a/b": { kind: "directory", opaque: false },
  });
});
