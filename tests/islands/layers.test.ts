import fc from "fast-check";
import { expect, test } from "vitest";
import { build, type Context } from "../../src/islands/layers/build.ts";
import { listContainer, look, MOUNT, obey, type Machine, type Order } from "../../src/islands/layers/container.ts";
import {
  foldersOf,
  isInside,
  listPaths,
  lookUp,
  makeDirectory,
  remove,
  write,
  type Changed,
  type Effect,
  type Layer,
  type Stack,
} from "../../src/islands/layers/model.ts";
import { runCommands } from "../../src/islands/layers/shell.ts";

type Operation =
  | { readonly type: "write"; readonly path: string; readonly text: string }
  | { readonly type: "remove" | "mkdir"; readonly path: string }
  /** From here on the highest layer is another. */
  | { readonly type: "layer" };

const aPath = fc
  .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 })
  .map((names) => `/${names.join("/")}`);
const anOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("write" as const), path: aPath, text: fc.constantFrom("1", "2") }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("mkdir" as const), path: aPath }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("remove" as const), path: aPath }) },
  { weight: 2, arbitrary: fc.constant({ type: "layer" as const }) },
);
const operations = fc.array(anOperation, { maxLength: 40 });

function change(stack: Stack, operation: Operation): Changed {
  if (operation.type === "write") return write(stack, operation.path, operation.text);
  if (operation.type === "remove") return remove(stack, operation.path);
  if (operation.type === "mkdir") return makeDirectory(stack, operation.path);
  throw new Error("A layer is put, not changed.");
}

function run(asked: readonly Operation[]): Stack {
  return asked.reduce<Stack>(
    (stack, operation) => {
      if (operation.type === "layer") return [...stack, new Map()];
      const changed = change(stack, operation);
      return typeof changed === "string" ? stack : [...stack.slice(0, -1), changed.layer];
    },
    [new Map()],
  );
}

/** What is seen: path → text of the file, or nothing for a directory. */
type Tree = Map<string, string | undefined>;

function see(stack: Stack): Tree {
  return new Map(
    listPaths(stack).map((path) => {
      const { entry } = lookUp(stack, path);
      return [path, entry?.kind === "file" ? entry.text : undefined];
    }),
  );
}

/** One ordinary file system without layers, to which the same is done. */
function runPlainly(asked: readonly Operation[]): Tree {
  const tree: Tree = new Map();
  const isFolder = (path: string) => tree.has(path) && tree.get(path) === undefined;
  for (const operation of asked) {
    if (operation.type === "layer" || !foldersOf(operation.path).every(isFolder)) continue;
    const { type, path } = operation;
    if (type === "write" && !isFolder(path)) tree.set(path, operation.text);
    if (type === "mkdir" && !tree.has(path)) tree.set(path, undefined);
    if (type === "remove") for (const key of tree.keys()) if (key === path || isInside(key, path)) tree.delete(key);
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The layers unpacked from the bottom up, as the image format of the OCI says: first what a layer takes away. */
function unpack(stack: Stack): Tree {
  const tree: Tree = new Map();
  const erase = (holds: (path: string) => boolean) => {
    for (const path of tree.keys()) if (holds(path)) tree.delete(path);
  };
  for (const layer of stack) {
    for (const [path, entry] of layer) {
      if (entry.kind === "directory" && entry.opaque) erase((other) => isInside(other, path));
      if (entry.kind !== "directory") erase((other) => other === path || isInside(other, path));
    }
    for (const [path, entry] of layer) {
      if (entry.kind === "file") tree.set(path, entry.text);
      if (entry.kind === "directory") tree.set(path, undefined);
    }
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function check(property: fc.IRawProperty<unknown>, runs = 1000): void {
  fc.assert(property, { numRuns: runs, verbose: fc.VerbosityLevel.Verbose });
}

test("whatever is done to layers is seen as on one ordinary file system, and as unpacked from the bottom up", () => {
  check(
    fc.property(operations, (asked) => {
      const stack = run(asked);
      expect(see(stack)).toEqual(runPlainly(asked));
      expect(see(stack)).toEqual(unpack(stack));
    }),
  );
});

test("only the highest layer changes, and only a change of what lies below copies or covers", () => {
  check(
    fc.property(operations, anOperation, (asked, last) => {
      if (last.type === "layer") return;
      const stack = run(asked);
      const copy = structuredClone(stack);
      const changed = change(stack, last);
      expect(stack).toEqual(copy);
      if (typeof changed === "string") return;
      const below = lookUp(stack.slice(0, -1), last.path).entry;
      const own = stack.at(-1)?.get(last.path);
      const before = lookUp(stack, last.path).entry;
      const entry = changed.layer.get(last.path);
      const holds: Record<Effect, boolean> = {
        created: before === undefined && entry?.kind === "file",
        "copied-up": before?.kind === "file" && own === undefined,
        rewritten: before?.kind === "file" && own?.kind === "file",
        erased: before !== undefined && entry === undefined,
        "whited-out": below !== undefined && entry?.kind === "whiteout",
        made: before === undefined && own === undefined,
        "made-opaque": before === undefined && own?.kind === "whiteout",
      };
      expect([changed.effect, holds[changed.effect]]).toEqual([changed.effect, true]);
    }),
  );
});

test("the search goes from the top down and stops in the layer that settles it", () => {
  check(
    fc.property(operations, aPath, (asked, path) => {
      const stack = run(asked);
      const { entry, glances } = lookUp(stack, path);
      const layers = glances.map(({ layer }) => layer);
      expect(layers).toEqual([...layers].sort((a, b) => b - a));
      expect(new Set(layers).size).toBe(layers.length);
      const onTheWay = glances.slice(0, -1);
      expect(onTheWay.every(({ met }) => met === "nothing" || met === "merged")).toBe(true);
      expect(onTheWay.every(({ layer, met }) => met === "merged" || !stack[layer]?.has(path))).toBe(true);
      const last = glances.at(-1)!;
      expect(entry?.kind !== "file" || stack[last.layer]?.get(path) === entry).toBe(true);
      expect(entry !== undefined || last.met !== "nothing" || last.layer === 0).toBe(true);
    }),
  );
});

test("the four cases of the figure: read, modify, delete and create over two layers", () => {
  const stack: Stack = [
    new Map([
      ["/a", { kind: "file", text: "a" }],
      ["/b", { kind: "file", text: "b" }],
    ]),
    new Map([["/c", { kind: "file", text: "c" }]]),
    new Map(),
  ];
  expect(lookUp(stack, "/a").glances).toEqual([
    { layer: 2, met: "nothing" },
    { layer: 1, met: "nothing" },
    { layer: 0, met: "file" },
  ]);
  expect(write(stack, "/b", "otra")).toEqual({
    layer: new Map([["/b", { kind: "file", text: "otra" }]]),
    effect: "copied-up",
  });
  expect(remove(stack, "/c")).toEqual({ layer: new Map([["/c", { kind: "whiteout" }]]), effect: "whited-out" });
  expect(write(stack, "/d", "d")).toEqual({ layer: new Map([["/d", { kind: "file", text: "d" }]]), effect: "created" });
});

test("a directory made where one was taken away is opaque, so the old content stays hidden", () => {
  const stack = run([
    { type: "mkdir", path: "/a" },
    { type: "write", path: "/a/b", text: "1" },
    { type: "layer" },
    { type: "remove", path: "/a" },
    { type: "mkdir", path: "/a" },
  ]);
  expect(stack.at(-1)).toEqual(new Map([["/a", { kind: "directory", opaque: true }]]));
  expect(see(stack)).toEqual(new Map([["/a", undefined]]));
  expect(lookUp(stack, "/a/b").glances).toEqual([{ layer: 1, met: "covered" }]);
});

const FILES: Context = new Map([
  ["requirements.txt", "flask==3.1"],
  ["servidor.py", "versión 1"],
]);
const TOGETHER = [
  "FROM python:3.14-slim",
  "WORKDIR /app",
  "COPY . .",
  "RUN pip install -r requirements.txt",
  'CMD ["python"]',
];
const APART = [
  "FROM python:3.14-slim",
  "WORKDIR /app",
  "COPY requirements.txt .",
  "RUN pip install -r requirements.txt",
  "COPY servidor.py .",
  'CMD ["python"]',
];
const NONE = new Set<string>();

test("a Dockerfile gives one layer for each line that changes files, and none for metadata", () => {
  const built = build(["# sin capa", ...APART, "", "ENV MODO=prueba"], FILES, NONE);
  expect(built.complete).toBe(true);
  expect(built.steps.map(({ layers }) => layers.length)).toEqual([2, 1, 1, 1, 1, 0, 0]);
  expect(see(built.image).get("/app/servidor.py")).toBe("versión 1");
  expect(see(built.image).get("/usr/lib/python/flask")).toBe("flask==3.1");
  const bare = build(["FROM alpine:3.22", "WORKDIR /app", "WORKDIR /app"], FILES, NONE);
  expect(bare.steps.map(({ layers }) => layers.length)).toEqual([1, 1, 0]);
});

/** The beginning of the lines that are made again when a file changes. */
function rebuilt(lines: readonly string[], changed: string): string[] {
  const cache = new Set(build(lines, FILES, NONE).keys);
  const { steps } = build(lines, new Map([...FILES, [changed, "otra"]]), cache);
  return steps.filter(({ outcome }) => outcome === "built").map(({ line }) => line.split(" ").slice(0, 2).join(" "));
}

test("the cache of the lesson: what is made again depends on the order of the lines", () => {
  expect(rebuilt(TOGETHER, "servidor.py")).toEqual(["COPY .", "RUN pip", 'CMD ["python"]']);
  expect(rebuilt(TOGETHER, "requirements.txt")).toEqual(["COPY .", "RUN pip", 'CMD ["python"]']);
  expect(rebuilt(APART, "servidor.py")).toEqual(["COPY servidor.py", 'CMD ["python"]']);
  expect(rebuilt(APART, "requirements.txt")).toEqual([
    "COPY requirements.txt",
    "RUN pip",
    "COPY servidor.py",
    'CMD ["python"]',
  ]);
});

test("from the first changed line down everything is made again, and what is restored comes from the cache", () => {
  const aLine = fc.constantFrom(
    "RUN touch /a",
    "RUN rm -f /a",
    "RUN echo x >> /b",
    "COPY . /c/",
    "ENV A=1",
    "WORKDIR /d",
  );
  check(
    fc.property(fc.array(aLine, { minLength: 1, maxLength: 8 }), fc.nat(), aLine, (lines, index, line) => {
      const before = ["FROM alpine:3.22", ...lines];
      const at = 1 + (index % lines.length);
      const after = before.with(at, line);
      const first = build(before, FILES, NONE);
      const second = build(after, FILES, new Set(first.keys));
      const changed = before[at] !== line;
      expect(second.steps.map(({ outcome }) => outcome)).toEqual(
        after.map((_, i) => (changed && i >= at ? "built" : "cached")),
      );
      const third = build(before, FILES, new Set([...first.keys, ...second.keys]));
      expect(third.steps.every(({ outcome }) => outcome === "cached")).toBe(true);
      expect(third.image).toEqual(first.image);
    }),
  );
});

/** What the layers of an image say of the download. */
function kept(...lines: string[]): (string | undefined)[] {
  const { image } = build(["FROM alpine:3.22", ...lines], FILES, NONE);
  return image.flatMap((layer) => layer.get("/datos.tar.gz")?.kind ?? []);
}

test("deleting in a later layer does not shrink the image; in the same one, it does", () => {
  expect(kept("RUN curl -O https://example.org/datos.tar.gz", "RUN rm datos.tar.gz")).toEqual(["file", "whiteout"]);
  expect(kept("RUN curl -O https://example.org/datos.tar.gz && rm datos.tar.gz")).toEqual([]);
});

test("a line that cannot be built says why and stops what follows", () => {
  const fault = (...lines: string[]) =>
    build(["FROM alpine:3.22", ...lines], FILES, NONE).steps.find((step) => step.fault)?.fault?.why;
  expect(fault("RUN rm /nada")).toBe("not-there");
  expect(fault("RUN rm /etc")).toBe("is-a-directory");
  expect(fault("RUN bailar")).toBe("unknown-command");
  expect(fault("RUN constructor /a")).toBe("unknown-command");
  expect(fault("RUN pip install -r /requirements.txt")).toBe("unknown-command");
  expect(fault("RUN touch /etc/os-release/a")).toBe("not-a-directory");
  expect(fault("COPY otra.py /")).toBe("not-in-context");
  expect(fault("COPIAR . .")).toBe("unknown-instruction");
  expect(fault("FROM alpine:3.22")).toBe("second-base");
  expect(fault("RUN")).toBe("no-words");
  const broken = build(["RUN touch /a", "FROM alpine:99"], FILES, NONE);
  expect(broken.steps.map(({ outcome, fault: why }) => [outcome, why?.why])).toEqual([
    ["failed", "no-base"],
    ["not-reached", undefined],
  ]);
  expect(build(["FROM alpine:99"], FILES, NONE).steps[0]?.fault?.why).toBe("unknown-base");
});

test("any text is built or refused, without an exception", () => {
  const word = fc.oneof(
    fc.constantFrom("RUN", "COPY", "FROM", "alpine:3.22", "&&", ">", "/", "..", ".", "rm -rf", "/etc", "WORKDIR"),
    fc.string({ maxLength: 6 }),
  );
  check(
    fc.property(
      fc.array(
        fc.array(word, { maxLength: 5 }).map((words) => words.join(" ")),
        { maxLength: 6 },
      ),
      (lines) => {
        const { image, steps } = build(["FROM python:3.14-slim", ...lines], FILES, NONE);
        expect(see(image)).toEqual(unpack(image));
        expect(steps.filter(({ outcome }) => outcome === "failed").length).toBeLessThan(2);
      },
    ),
  );
});

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
