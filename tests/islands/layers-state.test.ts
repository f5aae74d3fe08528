import fc from "fast-check";
import { expect, test } from "vitest";
import { readFields } from "../../src/islands/fields.ts";
import { examples } from "../../src/islands/layers/examples.ts";
import { lookUp } from "../../src/islands/layers/model.ts";
import { judge } from "../../src/islands/layers/script.ts";
import { filesOf, outcomeOf, stackOf, together, type Layers } from "../../src/islands/layers/state.ts";
import { layers } from "../../src/islands/layers/view.ts";

const aLine = fc.oneof(
  fc.constantFrom("COPY . .", "COPY requirements.txt .", "COPY servidor.py .", "RUN pip install -r requirements.txt"),
  fc.constantFrom(
    "RUN rm -rf /etc",
    "RUN mkdir -p /datos && touch /datos/a",
    "FROM alpine:3.22",
    "# nota",
    "RUN x;y|z%",
  ),
  fc.string({ maxLength: 70 }),
);
const anAction: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.integer({ min: 0, max: 9 }).map((at) => `linea-${at}`),
      aLine,
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom(
        "apostar",
        "saltear",
        "otra",
        "buscar",
        "por-partes",
        "vista",
        "agregar-linea",
        "quitar-linea",
        "subir-linea",
        "cambiar",
        "construir",
        "volumen",
        "run",
        "stop",
        "start",
        "rm",
        "escribir",
        "borrar",
        "volume-rm",
        "bailar",
      ),
      fc.constantFrom(
        "",
        "desde",
        "A",
        "B",
        "imagen",
        "1",
        "3",
        "si",
        "no",
        "servidor.py",
        "/nota",
        "/datos/visitas",
        "/etc",
      ),
    ),
  },
);
const aState = fc
  .tuple(fc.constantFrom(...examples), fc.array(anAction, { maxLength: 15 }))
  .map(([{ state }, actions]) => actions.reduce((now, action) => layers.act(now, ...action), read(state)));

function read(text: string): Layers {
  return layers.read(readFields(text));
}

function act(state: Layers, ...actions: [string, string?][]): Layers {
  return actions.reduce((now, [action, value = ""]) => layers.act(now, action, value), state);
}

function check(property: fc.IRawProperty<unknown>, numRuns: number): void {
  fc.assert(property, { numRuns, verbose: fc.VerbosityLevel.Verbose });
}

test("every state is told and drawn, with each file that is seen", () => {
  check(
    fc.property(aState, fc.constantFrom("page" as const, "slide" as const), (state, mode) => {
      const sketch = layers.view(state, { mode, key: "x" });
      expect(sketch.play.text.split(`data-accion="buscar"`)).toHaveLength(filesOf(state).length + 1);
      const all = Object.values(sketch).map((part) => ("text" in part ? part.text : part.body.text));
      expect([...all, ...layers.tell(state)].join("")).not.toMatch(/undefined|NaN|\[object/);
    }),
    200,
  );
});

test("the summary says where the search ends, as the model finds it", () => {
  for (const { state } of examples.map((example) => ({ state: read(example.state) }))) {
    const { glances } = lookUp(stackOf(state), state.path ?? "/");
    const last = glances[(state.looked ?? glances.length) - 1];
    const { containers } = outcomeOf(state).machine;
    const upper = containers.find(({ name }) => name === state.shown)?.image.length;
    const where = last?.layer === upper ? "la de escritura" : `la capa ${(last?.layer ?? 0) + 1}`;
    expect(layers.tell(state).join(" ")).toContain(last === undefined ? "Se busca" : `${where}: `);
  }
});

test("the bet is judged by the build that follows it", () => {
  const start = layers.read({});
  expect(layers.tell(start).join(" ")).not.toMatch(/Correcto|✗ No/);
  expect(act(start, ["construir"], ["run", "A"], ["linea-2", "x"])).toBe(start);
  expect(layers.tell(act(start, ["apostar", "desde"])).join(" ")).toContain("✓ Correcto: se rehace «COPY . .»");
  expect(layers.tell(act(start, ["apostar", "todo"])).join(" ")).toContain("✗ No");
});

function solve(...lines: string[]): object {
  return judge({ ...together, lines });
}

test("the puzzle takes every Dockerfile whose libraries stay in the cache", () => {
  expect(judge(together)).toMatchObject({ solved: false, why: "installs-again" });
  const base = "FROM python:3.14-slim";
  const install = "RUN pip install -r requirements.txt";
  expect(solve(base, "COPY requirements.txt .", install, "COPY . .")).toEqual({ solved: true });
  expect(solve(base, "WORKDIR /x", "COPY requirements.txt .", install, "COPY servidor.py /app/")).toEqual({
    solved: true,
  });
  expect(
    solve(base, "COPY requirements.txt /t/", "RUN pip install -r /t/requirements.txt && rm -r /t", "COPY . ."),
  ).toEqual({ solved: true });
  expect(solve(base, "COPY requirements.txt .", install)).toMatchObject({ why: "no-server" });
  expect(solve(base, "COPY servidor.py .")).toMatchObject({ why: "no-library" });
  expect(solve(base, install)).toMatchObject({ why: "broken", line: install });
});

test("a container's life: what it changed stays when it stops and goes when it is removed; the volume keeps its own", () => {
  const run = act(
    layers.read({}),
    ["saltear"],
    ["run", "A"],
    ["escribir", "/nota"],
    ["escribir", "/datos/visitas"],
    ["stop"],
  );
  expect(filesOf(run)).toEqual(expect.arrayContaining(["/nota", "/datos/visitas"]));
  const again = act(run, ["rm"], ["run", "A"]);
  expect(filesOf(again)).toContain("/datos/visitas");
  expect(filesOf(again)).not.toContain("/nota");
  expect(layers.tell(act(again, ["rm"])).join(" ")).toContain("docker rm A: no se puede");
});

test("the search can be walked down layer by layer, and the files by the arrow keys", () => {
  let state: Layers | undefined = act(layers.read({}), ["saltear"], ["buscar", "/bin/sh"], ["por-partes"]);
  const told: string[] = [];
  for (; state !== undefined; state = layers.step?.(state)) told.push(layers.tell(state).at(-1)!);
  expect(told).toHaveLength(6);
  expect(told[0]).toContain("Se busca /bin/sh desde arriba");
  expect(told.at(-1)).toContain("la capa 1: está");
  const start = layers.read({});
  expect(layers.press?.(start, "ArrowLeft", undefined)).toEqual(["buscar", "/app/requirements.txt"]);
});
