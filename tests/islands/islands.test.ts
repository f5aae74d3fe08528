import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadIslands } from "../../src/build/load-islands.ts";
import { islandComponents } from "../../src/course/vocabulary.ts";
import { digest } from "../../src/islands/digest.ts";
import { readFields, writeFields } from "../../src/islands/fields.ts";
import { drawFrame } from "../../src/islands/frame.ts";
import { drawParts } from "../../src/islands/parts.ts";
import { walk } from "./walk.ts";

const islands = loadIslands();
const seed = 1964;

test("every island that an author may write is in the laboratory", () => {
  expect(islands.map(({ island }) => island.component).sort()).toEqual([...islandComponents].sort());
});

describe.each(islands.map(({ island, examples }) => ({ name: island.name, island, examples })))(
  "$name",
  ({ island, examples }) => {
    const readAddress = (text: string) => island.read(readFields(text));
    const toAddress = (state: unknown) => writeFields(island.write(state));

    test(`1000 states of the walk ${seed} survive the address, with the same log`, () => {
      const different = new Set<string>();
      for (const state of walk(island, seed, 1000)) {
        const address = toAddress(state);
        const back = readAddress(new URLSearchParams(`x=${encodeURIComponent(address)}`).get("x") ?? "");
        expect(back).toEqual(state);
        expect(digest(island.log(back))).toBe(digest(island.log(state)));
        different.add(address);
      }
      expect(different.size).toBeGreaterThan(100);
    });

    test("every state of a walk is drawn and told", () => {
      for (const state of walk(island, seed + 1, 150)) {
        for (const mode of ["page", "slide"] as const) {
          const parts = drawParts(island, state, { mode, key: "a", at: 0, moments: 1, playing: false });
          expect(drawFrame(island, parts, { mode, slide: undefined, scenes: 2 }).text).not.toMatch(
            /undefined|NaN|\[object|Infinity|style=/,
          );
        }
        expect(island.tell(state).filter((sentence) => !/^\S.*[.?…:]$/su.test(sentence))).toEqual([]);
      }
    });

    test("a hostile address gives a state that exists", () => {
      const names = Object.keys(island.write([...walk(island, seed, 60)].at(-1)));
      const value = fc.oneof(
        fc.string(),
        fc.double().map(String),
        fc.constantFrom("-1", "1e999", "__proto__", "9".repeat(99)),
      );
      const hostile = fc.array(fc.tuple(fc.constantFrom("a", "toString", ...names), value));
      fc.assert(
        fc.property(hostile, (pairs) => {
          const state = readAddress(pairs.map(([name, text]) => `${name}:${text}`).join(";"));
          expect(readAddress(toAddress(state))).toEqual(state);
          island.view(state, { mode: "page", key: "a" });
        }),
        { seed, numRuns: 200 },
      );
    });

    test("its start is the state without fields, a bet can be skipped, and its scenes begin with the given state", () => {
      const start = island.read({});
      expect(island.write(start)).toEqual({});
      const revealed = island.reveal(start);
      expect(island.reveal(revealed)).toBe(revealed);
      expect(island.scenes(start)[0]).toEqual(start);
      expect(island.scenes(start).length).toBeGreaterThan(1);
    });

    test("an action that does not exist changes nothing", () => {
      const start = island.read({});
      expect(island.act(start, "no-existe", "x")).toBe(start);
      expect(island.act(start, "constructor", "")).toBe(start);
    });

    test("steps come to an end", () => {
      let state: unknown = island.reveal(island.read({}));
      let steps = 0;
      for (let next = island.step?.(state); next !== undefined && steps < 500; next = island.step?.(state)) {
        state = next;
        steps += 1;
      }
      expect(steps).toBeLessThan(500);
    });

    test("the examples of the laboratory are as they are written", () => {
      for (const { state } of examples) expect(toAddress(readAddress(state))).toBe(state);
      expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
      expect(examples.length).toBeGreaterThanOrEqual(5);
    });
  },
);
