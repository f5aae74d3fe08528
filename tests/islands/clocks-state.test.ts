import fc from "fast-check";
import { expect, test } from "vitest";
import { examples } from "../../src/islands/clocks/examples.ts";
import { nameOf, type Event } from "../../src/islands/clocks/execution.ts";
import { concurrentWith, futureOf, pastOf } from "../../src/islands/clocks/model.ts";
import { chosenOf, type Clocks } from "../../src/islands/clocks/state.ts";
import { clocks } from "../../src/islands/clocks/view.ts";
import { readFields } from "../../src/islands/fields.ts";

const aSign = fc.tuple(fc.constantFrom("e", "f", "g", "h"), fc.nat(9)).map((signs) => signs.join(""));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const aPoint = fc.record({ x: share, y: share });
const anAction = fc.record({
  action: fc.constantFrom(
    "apostar",
    "saltear",
    "otra",
    "ir",
    "tocar",
    "arrastrar",
    "soltar",
    "agregar",
    "mensaje",
    "quitar-mensaje",
    "quitar",
    "correr",
    "procesos",
    "desde-el-comienzo",
    "bailar",
  ),
  value: fc.oneof(aSign, aSign, fc.constantFrom("", "f1", "ninguno", "3", "4", "izquierda", "<b>")),
  stroke: fc.option(fc.record({ from: aPoint, to: aPoint }), { nil: undefined }),
});
const aState = fc
  .tuple(fc.constantFrom(...examples), fc.array(anAction, { maxLength: 30 }))
  .map(([{ state }, actions]) =>
    actions.reduce(
      (now, { action, value, stroke }) => clocks.act(now, action, value, stroke),
      clocks.read(readFields(state)),
    ),
  );

function check(property: fc.IRawProperty<unknown>, numRuns: number): void {
  fc.assert(property, { numRuns, verbose: fc.VerbosityLevel.Verbose });
}

function press(state: Clocks, ...keys: string[]): Clocks {
  return keys.reduce((now, key) => {
    const action = key === "Enter" ? (["tocar", signOf(now)] as const) : clocks.press?.(now, key, undefined);
    return action === undefined ? now : clocks.act(now, ...action);
  }, state);
}

function signOf({ cursor }: Clocks): string {
  return `${"efgh"[cursor.process]}${cursor.place}`;
}

test("the summary says of the chosen event what the model says", () => {
  check(
    fc.property(aState, (state) => {
      const words = clocks.tell(state).join(" ");
      const chosen = chosenOf(state);
      if (chosen === undefined || state.bet === "pendiente") return;
      const list = (events: readonly Event[]) => {
        const names = events.map((event) => nameOf(state.execution, event)).join(", ");
        return names === "" ? "ninguno" : names.replace(/, (?=[^,]*$)/, " y ");
      };
      const parts = [
        `En su pasado, ${list(pastOf(state.execution, chosen))};`,
        `en su futuro, ${list(futureOf(state.execution, chosen))};`,
        `concurrentes con él, ${list(concurrentWith(state.execution, chosen))}.`,
      ];
      expect(parts.filter((part) => !words.includes(part))).toEqual([]);
    }),
    300,
  );
});

test("nothing that answers the bet is said before it is made", () => {
  const start = clocks.read({});
  expect(start.bet).toBe("pendiente");
  expect(clocks.tell(start).join(" ")).not.toMatch(/concurrente|Lamport \d|vector/);
  expect(clocks.act(start, "tocar", "e9").execution).toEqual(start.execution);
  const made = clocks.act(start, "apostar", "ninguno");
  expect(clocks.tell(made).join(" ")).toContain("✓ Correcto");
  expect(clocks.tell(clocks.act(start, "apostar", "f1")).join(" ")).toContain("✗ No");
  expect(nameOf(made.execution, chosenOf(made)!)).toBe("f1");
});

test("all can be done by keys: the puzzle is solved without a pointer", () => {
  const start = clocks.act(clocks.read({}), "saltear", "");
  const solved = press(start, "ArrowUp", "m", "ArrowDown", "Enter");
  expect(clocks.write(solved)).toEqual({ ejecucion: "2e2e7f1f4f8.e2f4e7f8", apuesta: "salteada" });
  const again = press(solved, "q", "Delete", "ArrowUp", "n", ".");
  expect(clocks.write(again)).toEqual({ ejecucion: "2e2e7e9f1f4.e2f4", elegido: "e9", apuesta: "salteada" });
});

test("a drag is a message between lines and a move along one, and says why it cannot be", () => {
  const start = clocks.act(clocks.read({}), "saltear", "");
  const drag = (from: string, x: number, y: number) =>
    clocks.act(start, "mensaje", from, { from: { x, y }, to: { x, y } });
  expect(clocks.write(drag("e7", 0.84, 0.75))["ejecucion"]).toBe("2e2e7f1f4f8.e2f4e7f8");
  expect(clocks.write(drag("e7", 0.93, 0.2))["ejecucion"]).toBe("2e2e9f1f4f8.e2f4");
  expect(clocks.tell(drag("f8", 0.75, 0.25)).join(" ")).toContain("no puede llegar antes de salir");
});

test("the steps run the events one by one, each with its sum", () => {
  let state: Clocks | undefined = clocks.act(clocks.act(clocks.read({}), "saltear", ""), "desde-el-comienzo", "");
  const said: (string | undefined)[] = [];
  for (; state !== undefined; state = clocks.step?.(state)) said.push(clocks.log(state).at(-1));
  expect(said.slice(1)).toEqual([
    "f1: 0 + 1 = 1 · (0, 1)",
    "e1: 0 + 1 = 1 · (1, 0)",
    "f2: mayor(1, 1) + 1 = 2 · (1, 2)",
    "e2: 1 + 1 = 2 · (2, 0)",
    "f3: 2 + 1 = 3 · (1, 3)",
  ]);
});
