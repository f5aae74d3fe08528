import { expect, test } from "vitest";
import { toAdvice } from "../../slides/fit/advice.ts";
import { emptyCertificate, toCertificate } from "../../slides/fit/certificate.ts";
import type { SlideFact, TextFact } from "../../slides/fit/fact.ts";
import { findFaults, findPale, held, projected } from "../../slides/fit/finding.ts";
import { type Colour, contrastBetween, contrastOf, isUniform, pairsIn, type Pixels } from "../../slides/fit/pixels.ts";
import { eyes, washedOut } from "../../slides/fit/sight.ts";

const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];
const area = { left: 0, top: 0, right: 10, bottom: 10 };

function paint(colourAt: (x: number, y: number) => Colour): Pixels {
  const pixels = Array.from({ length: 100 }, (_, at) => [...colourAt(at % 10, Math.floor(at / 10)), 255]);
  return { data: Uint8Array.from(pixels.flat()), width: 10, height: 10 };
}

const text: TextFact = {
  node: 1,
  words: "palabra",
  kind: "text",
  size: 32,
  block: 1,
  within: [],
  cut: 0,
  scrolled: false,
  island: false,
  left: 0,
  top: 0,
  right: 10,
  bottom: 10,
};
const slide = (changes: Partial<SlideFact> = {}): SlideFact => ({
  id: "costo",
  title: "Costo",
  kind: "content",
  section: "costo",
  step: 0,
  steps: 0,
  place: { left: 0, top: 0 },
  width: 1280,
  height: 720,
  floor: 666,
  texts: [text],
  media: [],
  words: 12,
  body: { measured: 300, computed: 300, available: 488 },
  ...changes,
});

test("the contrast of letters is that of their inside, not of their edges", () => {
  const grey: Colour = [128, 128, 128];
  const letters = paint((x, y) => (y > 1 ? white : x > 1 ? black : grey));
  const pairs = pairsIn(
    letters,
    paint(() => white),
    [area],
  );
  expect(pairs.reduce((sum, { count }) => sum + count, 0)).toBe(20);
  expect(contrastOf(pairs, (colour) => colour)).toBe(21);
  expect(contrastOf([], (colour) => colour)).toBeUndefined();
});

/** How far a red and a green are apart for an eye. */
function apart(name: string): number {
  const { see } = eyes.find((eye) => eye.name === name)!;
  const [red, green] = [see([200, 60, 60]), see([90, 120, 60])];
  return Math.hypot(...red.map((part, index) => part - green[index]!));
}

test("grey is grey to every eye, red and green come together for two of them, and a lit room takes contrast", () => {
  for (const { see } of eyes) {
    for (const part of see([119, 119, 119])) expect(part).toBeCloseTo(119, 0);
  }
  expect(apart("con deuteranopía")).toBeLessThan(apart("a la vista") / 3);
  expect(contrastBetween(washedOut.see(white), washedOut.see(black))).toBeCloseTo(1.05 / 0.17, 2);
});

test("a drawing of one colour is blank", () => {
  expect(
    isUniform(
      paint(() => white),
      area,
    ),
  ).toBe(true);
  expect(
    isUniform(
      paint((x) => (x === 4 ? black : white)),
      area,
    ),
  ).toBe(false);
});

function shown(letter: Colour, ground: Colour) {
  return [paint(() => letter), paint(() => ground)] as const;
}

test("pale letters are found, on a projector only what a room washes out", () => {
  const small = slide({ texts: [{ ...text, size: 28 }] });
  const sightOf = (letter: Colour, ground: Colour, standard = projected) =>
    findPale(small, standard, shown(letter, ground), 1, 0).findings[0]?.sight;
  expect(sightOf([150, 150, 150], white)).toBe("a la vista");
  expect(sightOf([163, 168, 177], [30, 33, 40])).toBe("en un proyector lavado");
  expect(sightOf([163, 168, 177], [30, 33, 40], held)).toBeUndefined();
  expect(sightOf(black, white)).toBeUndefined();
});

test("what an author is told has a place, a measure and a remedy", () => {
  const bad = slide({ step: 2, texts: [{ ...text, right: 1300, size: 20, cut: 12.34 }], words: 71 });
  const told = findFaults(bad, projected).map(toAdvice);
  expect(told.map(({ message }) => message)).toEqual([
    "La diapositiva «Costo», en su paso 2, deja afuera «palabra» por 20 px.",
    "La diapositiva «Costo», en su paso 2, corta 12,3 px de «palabra».",
    "La diapositiva «Costo», en su paso 2, muestra «palabra» con letra de 20 px, y la menor es de 28 px.",
    "La diapositiva «Costo», en su paso 2, tiene 71 palabras, y caben 70.",
  ]);
  for (const { remedy } of told) expect(remedy).toMatch(/^Conviene .+\.$/u);
  expect(findFaults(slide(), projected)).toEqual([]);
});

test("a certificate says of each slide the least that was measured, and nothing before it was", () => {
  const findings = findFaults(slide({ words: 80 }), projected);
  const view = { name: "1280 × 720, claro", slides: [slide()], findings, contrasts: new Map([["costo", 7.123]]) };
  const { diapositivas, revisado } = toCertificate("topologias", "2026-11-26", [view], []);
  expect(revisado).toBe("2026-11-26");
  expect(diapositivas).toMatchObject([
    {
      id: "costo",
      palabras: 12,
      llenado: 0.61,
      letraMenor: 32,
      contrasteMenor: 7.12,
      problemas: [{ clase: "palabras" }],
    },
  ]);
  expect(emptyCertificate("topologias")).toMatchObject({ revisado: null, diapositivas: [] });
});
