import { expect, test } from "vitest";
import { readQuery } from "../../src/course/search-query.ts";
import { nearestTerms, rankTerms, rankWithText, toNamedTerms } from "../../src/course/search-ranking.ts";
import type { SearchTerm } from "../../src/course/search-terms.ts";

const terms: SearchTerm[] = [
  { id: "red-por-defecto", term: "Red por defecto", english: "default network", lesson: 0 },
  { id: "red", term: "Red", names: ["redes"], english: "network", lesson: 0 },
  { id: "estrella", term: "Topología en estrella", names: ["centralizada"], english: "star topology", lesson: 0 },
  { id: "anillo", term: "Topología en anillo", english: "ring topology", lesson: 0 },
  { id: "escalabilidad", term: "Escalabilidad", names: ["escalado"], lesson: 0 },
  { id: "docker", term: "Docker", lesson: 0 },
  { id: "imagen", term: "Imagen de Docker", lesson: 0 },
  { id: "volumen", term: "Volumen", names: ["volúmenes"], lesson: 0 },
  { id: "containerd", term: "containerd", lesson: 0 },
  { id: "contenedor", term: "Contenedor", english: "container", lesson: 0 },
  { id: "autonomia", term: "Autonomía", lesson: 0 },
  { id: "disponibilidad", term: "Disponibilidad", names: ["A"], lesson: 0 },
  { id: "concurrentes", term: "Eventos concurrentes", names: ["∥"], lesson: 0 },
  { id: "lamport", term: "Definición de Lamport", author: "Leslie Lamport", lesson: 0 },
];
const named = toNamedTerms(terms);
const rank = (text: string) => rankTerms(named, readQuery(text, "Sistemas Distribuidos")).map(({ id }) => id);

test.each([
  ["red", "red"],
  ["REDES", "red"],
  ["network", "red"],
  ["re", "red"],
  ["red por", "red-por-defecto"],
  ["topologia estrella", "estrella"],
  ["centralizada", "estrella"],
  ["topologías en anillo", "anillo"],
  ["escalable", "escalabilidad"],
  ["qué es Docker", "docker"],
  ["para qué sirve un volumen en docker", "volumen"],
  ["definición de lamport", "lamport"],
  ["leslie", "lamport"],
  ["container", "contenedor"],
  ["∥", "concurrentes"],
  ["A", "disponibilidad"],
])("«%s» is answered by %s first", (text, id) => {
  expect(rank(text)[0]).toBe(id);
});

test("of two terms in one question both come before the others", () => {
  expect(rank("diferencia entre red y escalabilidad").slice(0, 2).sort()).toEqual(["escalabilidad", "red"]);
});

test("a word that no name has finds nothing", () => {
  expect(rank("raft")).toEqual([]);
});

test("a text with the whole question wins over a name with half of it, never over the name itself", () => {
  const texts = { scores: new Map([["anillo", 4]]), whole: true };
  const order = (text: string) => rankWithText(named, readQuery(text, ""), texts).map(({ id }) => id);
  expect(order("red sin centro que se cierra")[0]).toBe("anillo");
  expect(order("red")[0]).toBe("red");
});

test("what looks most like an unknown word comes first", () => {
  expect(nearestTerms(named, readQuery("vol", ""), 1)[0]?.id).toBe("volumen");
  expect(nearestTerms(named, readQuery("xyz", ""), 3)).toHaveLength(3);
});
