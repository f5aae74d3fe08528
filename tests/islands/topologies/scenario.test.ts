import fc from "fast-check";
import { expect, test } from "vitest";
import { digest } from "../../../src/islands/digest.ts";
import { readFields, writeFields } from "../../../src/islands/fields.ts";
import { act, press } from "../../../src/islands/topologies/actions.ts";
import { pairFraction } from "../../../src/islands/topologies/damage.ts";
import { examples } from "../../../src/islands/topologies/examples.ts";
import { expectedAfterTwo, settle } from "../../../src/islands/topologies/expected.ts";
import { area, layOut } from "../../../src/islands/topologies/layout.ts";
import { kinds } from "../../../src/islands/topologies/network.ts";
import { panelsOf } from "../../../src/islands/topologies/panel.ts";
import { writePlace } from "../../../src/islands/topologies/part.ts";
import { checkPuzzle } from "../../../src/islands/topologies/puzzle.ts";
import { readScenario, type Scenario, writeScenario } from "../../../src/islands/topologies/scenario.ts";
import { topologies } from "../../../src/islands/topologies/view.ts";

const from = (text: string) => readScenario(readFields(text));
const drawing = { mode: "page", key: "k" } as const;

const number = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const placeName = fc
  .tuple(fc.constantFrom("a", "b", "c"), number(1, 16), fc.option(number(1, 16)))
  .map(([panel, node, other]) => panel + node + (other === null ? "" : `-${other}`));

/** What a reader may do, wherever it leads. */
const deed = fc.oneof(
  fc.tuple(fc.constant("caer"), placeName),
  fc.tuple(fc.constant("foco"), placeName),
  fc.tuple(
    placeName.map((name) => `caer-${name}`),
    fc.constantFrom("si", "no"),
  ),
  fc.tuple(fc.constantFrom("azar", "ataque", "restaurar", "paso"), fc.constant("")),
  fc.tuple(fc.constantFrom("red-0", "red-1", "red-2"), fc.constantFrom(...kinds)),
  fc.tuple(fc.constant("redes"), number(1, 3)),
  fc.tuple(fc.constant("nodos"), number(4, 20)),
  fc.tuple(fc.constant("apostar"), fc.constantFrom("a", "b", "igual", "saltar", "")),
  fc.tuple(fc.constantFrom("de", "a", "latido", "espera", "semilla"), number(1, 12)),
  fc.tuple(fc.constant("perdida"), number(0, 40)),
  fc.tuple(fc.constant("trafico"), fc.constantFrom("par", "todos")),
  fc.tuple(fc.constant("curva"), fc.constantFrom("azar", "ataque")),
  fc.tuple(fc.constant("desafio"), fc.constantFrom("partir", "mitades")),
  fc.tuple(fc.string(), fc.string()),
);

function perform(scenario: Scenario, [action, value]: readonly [string, string]): Scenario {
  return action === "paso" ? (topologies.step?.(scenario) ?? scenario) : act(scenario, action, value);
}

test("a thousand states survive the address, and a link has the same log", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const state = deeds.reduce(perform, from(""));
      const again = from(writeFields(writeScenario(state)));
      expect(again).toEqual(state);
      expect(digest(topologies.log(again))).toBe(digest(topologies.log(state)));
    }),
    { numRuns: 1000, seed: 2026 },
  );
});

test("whatever an address says, there is a state that can be drawn", () => {
  const hostile = fc.oneof(
    fc.string(),
    fc
      .dictionary(
        fc.constantFrom(
          ...Object.keys(writeScenario(from("redes:bus;nodos:9"))),
          "caidas",
          "paso",
          "cursor",
          "apuesta",
          "de",
          "a",
        ),
        fc.string(),
      )
      .map(writeFields),
    fc.array(placeName, { maxLength: 200 }).map((places) => `nodos:16;caidas:${places.join(",")}`),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const state = from(text);
      expect(from(writeFields(writeScenario(state)))).toEqual(state);
      expect(topologies.view(state, drawing).play.text).toContain("topo-red");
    }),
    { numRuns: 300, seed: 2026 },
  );
  const clamped = from(
    "redes:anillo,x,__proto__;nodos:1e9;paso:99999;caidas:a1,a1-2,a99,z1,a1-3,a3@9999;de:700;perdida:-5",
  );
  expect([clamped.kinds, clamped.stations, clamped.step, clamped.talk.loss]).toEqual([["anillo"], 8, 240, 0]);
  expect(clamped.falls).toHaveLength(2);
});

test("each example of the laboratory is a state of its own, in every network", () => {
  const written = examples.map(({ state }) => writeFields(writeScenario(from(state))));
  expect(new Set(written).size).toBe(examples.length);
});

test("summary and numbers say what the model says", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
      const state = deeds.reduce(perform, from(""));
      const told = topologies.tell(state).join(" ");
      for (const { name, remains } of panelsOf(state)) {
        expect(told).toContain(name);
        const pairs = `se comunican ${remains.pairs} de ${remains.pairsInAll}`;
        expect(told).toContain(remains.survivors > 1 ? pairs : "no quedan dos nodos");
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

test("what falls twice at a step never fell, and a later fall keeps its time", () => {
  const once = act(from(""), "caer", "a3");
  expect(once.falls).toHaveLength(1);
  expect(act(once, "caer", "a3").falls).toEqual([]);
  const later = act({ ...once, step: 6 }, "caer", "a3-4");
  expect(writeScenario(later)["caidas"]).toBe("a3,a3-4@6");
  expect(act(later, "restaurar", "").falls).toHaveLength(2);
  expect(panelsOf(act(later, "restaurar", ""))[0]!.damage).toEqual({ nodes: new Set(), links: new Set() });
});

const parted = (falls: string, redes = "anillo") => checkPuzzle(from(`redes:${redes};caidas:${falls}`));
const halves = (falls: string) => checkPuzzle(from(`redes:anillo;desafio:mitades;caidas:${falls}`));

test("a puzzle takes every right answer and says what is wrong with the others", () => {
  for (const falls of ["a1,a3", "a2,a6", "a4,a8", "a1-2,a4-5", "a1,a4-5"]) expect(parted(falls).right).toBe(true);
  expect(parted("a1,a2")).toEqual({
    right: false,
    words: "Con 2 caídas sigue entera: eligiendo otras, alcanza con 2.",
  });
  expect(parted("a1,a3,a5").words).toContain("se puede con menos");
  expect(parted("a1").words).toContain("hace falta alguna más");
  expect(parted("").words).toContain("Todavía");
  expect(parted("a1", "estrella").right).toBe(true);
  expect(parted("a9", "bus").right).toBe(true);
  expect(parted("a1,a2", "malla").words).toContain("no se puede");
  for (const falls of ["a1,a5", "a2,a6", "a1-2,a5-6"]) expect(halves(falls).right).toBe(true);
  expect(halves("a1,a4").words).toContain("partes de 4 y 2: no son iguales");
  expect(halves("a1,a3,a5").words).toContain("tienen que ser dos");
});

const settled = (text: string) => settle(from(text));

test("the bet is settled by what is exact", () => {
  expect(settled("apuesta:b")).toMatchObject({ right: true });
  expect(settled("apuesta:b").words).toContain("67\u00a0% de los pares en anillo y 75\u00a0% en estrella");
  expect(settled("apuesta:a")).toMatchObject({ right: false });
  expect(settled("redes:cubo,malla-parcial;apuesta:igual")).toMatchObject({ right: true });
  expect(settled("redes:hibrida;apuesta:0")).toMatchObject({ right: true });
  expect(settled("redes:cubo;apuesta:2")).toMatchObject({ right: true });
});

test("keys go to the neighbour in their direction, along the links of a node, and back", () => {
  const state = from("redes:anillo");
  expect(press(state, "ArrowRight", "a1")).toEqual(["foco", "a2"]);
  expect(press(state, "ArrowLeft", "a1")).toEqual(["foco", "a8"]);
  expect(press(state, "ArrowUp", "a1")).toEqual(["foco", "a1"]);
  expect(press(state, "l", "a1")).toEqual(["foco", "a1-2"]);
  expect(press(state, "L", "a1-2")).toEqual(["foco", "a1-8"]);
  expect(press(state, "n", "a1-8")).toEqual(["foco", "a1"]);
  expect(press(state, "q", "a1")).toBeUndefined();
});

test("from the first node arrows alone lead to every other, in each kind of network", () => {
  for (const kind of kinds) {
    const state = from(`redes:${kind};nodos:12`);
    const reached = new Set(["a1"]);
    for (const place of reached) {
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) reached.add(press(state, key, place)![1]);
    }
    expect([kind, reached.size]).toEqual([kind, panelsOf(state)[0]!.network.nodes]);
  }
});

test("where it is pressed, the nearest node or link falls, and nothing far from both", () => {
  const state = from("redes:anillo");
  const pressAt = (x: number, y: number) => {
    const spot = { x: x / area.width, y: y / area.height };
    return act(state, "caer", "a", { from: spot, to: spot }).falls.map(writePlace);
  };
  const { points } = layOut(panelsOf(state)[0]!.network);
  const [one, two] = [points[0]!, points[1]!];
  expect(pressAt(one.x + 15, one.y - 8)).toEqual(["a1"]);
  expect(pressAt((one.x + two.x) / 2 + 4, (one.y + two.y) / 2)).toEqual(["a1-2"]);
  expect(pressAt(area.width / 2, area.height / 2)).toEqual([]);
  expect(act(state, "caer", "a")).toBe(state);
  expect(act(state, "caer", "c", { from: one, to: one })).toBe(state);
});

test("chance and an attacker rank the networks of Baran differently, as the lesson says", () => {
  const three = from("redes:estrella,descentralizada,distribuida;nodos:16");
  const [star = 0, hubs = 0, lattice = 0] = expectedAfterTwo(three);
  expect(star).toBeGreaterThan(hubs);
  expect(lattice).toBeGreaterThan(0.99);
  const attacked = panelsOf(act(act(three, "ataque", ""), "ataque", "")).map(({ remains }) => pairFraction(remains));
  expect(attacked).toEqual([0, expect.closeTo(15 / 91), 1]);
  const [first = 0, , last = 0] = panelsOf(three).map(({ network }) => network.links.length);
  expect(last).toBeGreaterThan(2 * first);
});

test("each scene of a slide says what the one before did not", () => {
  for (const { state } of examples.filter((one) => !one.state.includes("paso"))) {
    const scenes = topologies.scenes(from(state));
    const told = scenes.map((scene) => topologies.view(scene, { mode: "slide", key: "x" }).result.text);
    expect(new Set(told).size).toBe(scenes.length);
    for (const words of told) expect(words.length).toBeLessThanOrEqual(48);
  }
});
