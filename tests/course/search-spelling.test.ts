import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, Lexicon } from "../../src/course/search-spelling.ts";

const lexicon = new Lexicon();
lexicon.add(
  "Transparencia, escalabilidad, protocolo, contenedor, topología, réplica, red, Lamport, árbol, exclusión, malla",
  true,
);
lexicon.add("mayor productor baile contenido 1965 estado escalado paralelismo contador seq");

// cspell:disable
test.each([
  ["trasparensia", "transparencia"],
  ["escalavilidad", "escalabilidad"],
  ["protcolo", "protocolo"],
  ["contendor", "contenedor"],
  ["topolojia", "topología"],
  ["lampotr", "lamport"],
  ["arvol", "árbol"],
  ["eksklusion", "exclusión"],
  ["exclucion", "exclusión"],
  ["escalabildad", "escalabilidad"],
  ["escaado", "escalado"],
  ["parallismo", "paralelismo"],
  ["conteedor", "contenedor"],
  ["mayas", "malla"],
  ["estadp", "estado"],
  ["ayle", undefined],
  ["contadores", undefined],
  ["zzqq", undefined],
  ["rde", undefined],
  ["raft", undefined],
  ["1956", undefined],
])("%s was %s", (typed, meant) => {
  expect(lexicon.correct(typed)).toBe(meant);
});

test("a word that the site has, or its beginning, is never changed", () => {
  const words = ["transparencia", "contenido", "baile", "topologia", "replica", "lamport"];
  for (const word of words) {
    for (let length = 1; length <= word.length; length += 1) {
      expect(lexicon.correct(word.slice(0, length))).toBeUndefined();
    }
  }
});

test("only the wrong words of a question change", () => {
  expect(lexicon.correctText("¿Qué es la trasparensia de Red?")).toBe("¿Qué es la transparencia de Red?");
  expect(lexicon.correctText("topologia de red")).toBeUndefined();
});

test.each([
  ["", "abc", 3],
  ["casa", "casa", 0],
  ["casa", "caas", 1],
  ["casa", "cosas", 2],
])("%s and %s are %i edits apart", (a, b, edits) => {
  expect(editDistance(a, b, 9)).toBe(edits);
  expect(editDistance(b, a, 9)).toBe(edits);
});

test("above the limit the distance is above the limit", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(4), (a, b, limit) => {
      const whole = editDistance(a, b, 99);
      const limited = editDistance(a, b, limit);
      expect(limited > limit).toBe(whole > limit);
      expect(Math.min(limited, limit)).toBe(Math.min(whole, limit));
    }),
  );
});

test("everyday Spanish that the site lacks is no misspelling of a word that is no name", () => {
  const words = new Lexicon();
  words.add("contenedor", true);
  words.add("borro aguanta");
  expect(words.correct("corro")).toBeUndefined();
  expect(words.correct("aguantar")).toBeUndefined();
  expect(words.correct("vorro")).toBe("borro");
  expect(words.correct("contendor")).toBe("contenedor");
});
