import { expect, test } from "vitest";
import { readFields } from "../../src/islands/fields.ts";
import { compareKinds, fallWith, KINDS, piecesOf } from "../../src/islands/floors/model.ts";
import { processesOf, seeFrom } from "../../src/islands/floors/process.ts";
import { kindNames, worldOf, writePiece, type Floors } from "../../src/islands/floors/state.ts";
import { drawStacks } from "../../src/islands/floors/table.ts";
import { toFloors } from "../../src/islands/floors/view.ts";
import { measureGreed, nameOfLevel } from "../../src/islands/floors/words.ts";

const floors = toFloors(drawStacks());
const shown = floors.reveal(floors.read({}));

function act(state: Floors, ...actions: [string, string][]): Floors {
  return actions.reduce((now, [action, value]) => floors.act(now, action, value), state);
}

function tell(state: Floors): string {
  return floors.tell(state).join(" ");
}

function verdict(state: Floors): string {
  return floors.view(state, { mode: "page", key: "x" }).numbers.text;
}

test("the summary names the floors that go and come, as the model finds them", () => {
  for (const from of KINDS)
    for (const to of KINDS.filter((kind) => kind !== from)) {
      const words = tell(floors.read({ antes: kindNames[from], pila: kindNames[to], apuesta: "salteada" }));
      const { gone, come } = compareKinds(from, to);
      for (const level of gone) expect(words).toContain(`se va el piso ${nameOfLevel(from, level)}`);
      for (const level of come) expect(words).toContain(`aparece el piso ${nameOfLevel(to, level)}`);
      expect(words.includes("se va el piso")).toBe(gone.length > 0);
    }
});

test("what falls is drawn and told, for every piece of every stack", () => {
  for (const kind of KINDS)
    for (const failed of piecesOf(kind, 3)) {
      const state = floors.read({
        pila: kindNames[kind],
        unidades: "3",
        falla: writePiece(failed),
        apuesta: "salteada",
      });
      const fallen = fallWith(kind, 3, failed);
      const { play } = floors.view(state, { mode: "page", key: "x" });
      expect(play.text.split(" caida")).toHaveLength(fallen.length + 1);
      const lost = fallen.filter(({ level }) => level === "program").length;
      const rest = ["ningún programa", "un programa", "2 programas", "todos los programas"][lost];
      expect(tell(state)).toContain(`${rest} de 3`);
    }
});

test("the bet is kept from who has not made it, and judged by the model", () => {
  const start = floors.read({});
  expect(act(start, ["pila", "contenedores"], ["falla", "host"])).toBe(start);
  expect(tell(act(start, ["apostar", "invitado"]))).toContain("✓ Correcto: se va el piso SO invitado");
  expect(tell(act(start, ["apostar", "anfitrion"]))).toContain("✗ No");
});

test("the chosen process sees what its namespaces show, with each one turned on and off", () => {
  const docker = act(shown, ["pila", "contenedores"]);
  for (const name of ["pid", "net", "mnt", "user"])
    for (const isOn of ["si", "no"]) {
      const state = act(docker, ["propio", `${name} ${isOn}`]);
      const server = processesOf(worldOf(state)).find((process) => process.name === "server-0")!;
      const sight = seeFrom(worldOf(state), server);
      const { numbers } = floors.view(state, { mode: "page", key: "x" });
      expect(numbers.text).toContain(sight.mnt === "image" ? "la raíz de su imagen" : "la raíz del sistema");
      expect(tell(state)).toContain(`Servidor A es el ${sight.pid.own} y ve ${sight.pid.seen.length} procesos`);
      expect(numbers.text.includes("el usuario 100000")).toBe(sight.user.outside === 100_000);
    }
});

test("the puzzle is solved by one box, and each wrong answer has its sentence", () => {
  const docker = act(shown, ["pila", "contenedores"]);
  expect(verdict(shown)).toContain("hacen falta contenedores");
  expect(verdict(docker)).toContain("es root también para el kernel");
  expect(verdict(act(docker, ["propio", "user si"]))).toContain("✓ Los 2 atienden");
  expect(verdict(act(docker, ["propio", "user si"], ["propio", "net no"]))).toContain(
    "solo uno pudo tomar el puerto 80",
  );
  expect(verdict(act(docker, ["propio", "user si"], ["unidades", "1"]))).toContain("dos contenedores por lo menos");
});

test("ceilings keep the greedy program's harm to its own group", () => {
  const docker = act(shown, ["pila", "contenedores"], ["voraz", "si"]);
  expect(measureGreed(docker)).toMatchObject({ cpu: "usa 1 de 2; los demás, que piden 1, usan 1" });
  const limited = act(docker, ["techo", "cpu si"], ["techo", "memoria si"], ["techo", "procesos si"]);
  expect(measureGreed(limited)).toEqual({
    memory: "el kernel mata un proceso del contenedor",
    cpu: "usa 0,5 de 2; los demás, que piden 1, usan 1",
    processes: "llega a 100 y no puede crear otro",
  });
  expect(floors.read(readFields("techos:cpu,memoria,x")).limits).toEqual(["memoria", "cpu"]);
});
