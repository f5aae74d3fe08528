import { expect, test } from "vitest";
import { findComparison } from "../../src/course/search-comparison.ts";
import { DescriptionIndex } from "../../src/course/search-description.ts";
import { allNamesOf, toNamedTerms } from "../../src/course/search-names.ts";
import { nearestTerms } from "../../src/course/search-nearest.ts";
import { readQuery } from "../../src/course/search-query.ts";
import { rankTerms } from "../../src/course/search-ranking.ts";
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
  { id: "cadena", term: "Falla, error y fallo", lesson: 0 },
  { id: "parcial", term: "Fallo parcial", lesson: 0 },
  { id: "lamport", term: "Definición de Lamport", author: "Leslie Lamport", lesson: 0 },
];
const named = toNamedTerms(terms);
const course = "Sistemas Distribuidos";
const descriptions = new DescriptionIndex();
for (const term of terms) descriptions.add(term.id, allNamesOf(term), 1);
const rank = (text: string, index = descriptions) =>
  rankTerms({ named, descriptions: index }, readQuery(text, course)).map(({ id }) => id);

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

test("a text with the question in other words wins over a name with half of it, never over the name itself", () => {
  const told = new DescriptionIndex();
  for (const term of terms) told.add(term.id, allNamesOf(term), 1);
  told.add("anillo", "Cada nodo se comunica con su anterior y su siguiente: un ciclo sin centro.", 0.9);
  told.add("disponibilidad", "Probabilidad de que esté listo para prestar servicio.", 0.9);
  expect(rank("una red sin centro que hace un ciclo", told)[0]).toBe("anillo");
  expect(rank("que esté listo para funcionar", told)[0]).toBe("disponibilidad");
  expect(rank("red", told)[0]).toBe("red");
});

test.each([
  ["estrella vs anillo", "estrella anillo"],
  ["topología en estrella vs. anillo", "estrella anillo"],
  ["¿Cuál es la diferencia entre Docker y un contenedor?", "docker contenedor"],
  ["en qué se diferencia un contenedor de una imagen", "contenedor imagen"],
  ["volumen y autonomía: diferencias", "volumen autonomia"],
  ["comparar la red con la red por defecto", "red red-por-defecto"],
  ["estrella o anillo", "estrella anillo"],
  // Words of one name, and not both a name.
  ["diferencia entre fallo y error", undefined],
  ["docker vs raft", undefined],
  ["vs", undefined],
  ["diferencia", undefined],
  ["recurso compartido", undefined],
  ["eventos concurrentes", undefined],
])("«%s» compares %s", (text, pair) => {
  const found = findComparison({ named, descriptions }, text, course);
  expect(found?.map(({ id }) => id).join(" ")).toBe(pair);
});

test("what looks most like an unknown word comes first", () => {
  expect(nearestTerms(named, readQuery("vol", ""), 1)[0]?.id).toBe("volumen");
  expect(nearestTerms(named, readQuery("xyz", ""), 3)).toHaveLength(3);
});
