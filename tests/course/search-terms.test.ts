import { expect, test } from "vitest";
import { splitMarks } from "../../src/course/search-excerpt.ts";
import { toSearchRecords, toSearchTerms, toSearchTexts } from "../../src/course/search-terms.ts";
import { check, lesson } from "./small-course.ts";

const { course } = check({
  "02-tiempo.mdx": lesson(
    '<Definicion termino="Reloj lógico" ingles="logical clock" alias="reloj de Lamport" plural="relojes lógicos" ' +
      'fuente="lamport1978" noConfundir="No mide horas.">Contador que ordena sucesos.</Definicion>\n',
  ),
});

test("a definition is one term with its names and two prefixes of addresses, without base", () => {
  const { lessons, terms, parts } = toSearchTerms(course);
  expect(parts).toEqual(["I"]);
  expect(lessons).toEqual([
    {
      number: 2,
      title: "Lección",
      part: 0,
      definition: "/lecciones/tiempo/#def-",
      slide: "/diapositivas/tiempo/#/def-",
      card: "/repaso/tiempo/#tarjeta-",
    },
  ]);
  expect(terms).toEqual([
    {
      id: "reloj-logico",
      term: "Reloj lógico",
      names: ["reloj de Lamport"],
      english: "logical clock",
      lesson: 0,
    },
  ]);
});

test("the text comes apart, with its sources by their short names", () => {
  expect(toSearchTexts(course, () => "Lamport, 1978")).toEqual({
    "reloj-logico": { text: "Contador que ordena sucesos.", confusion: "No mide horas.", source: "Lamport, 1978" },
  });
});

test("the full-text record holds every name and the text", () => {
  expect(toSearchRecords(course)[0]?.content).toBe(
    "Reloj lógico. relojes lógicos. reloj de Lamport. logical clock. Contador que ordena sucesos.. No mide horas.",
  );
});

test("an excerpt is split into plain text, whatever it holds", () => {
  expect(splitMarks("uno <mark>dos</mark> &lt;img&gt; <b>tres</b>")).toEqual([
    { text: "uno ", marked: false },
    { text: "dos", marked: true },
    { text: " <img> <b>tres</b>", marked: false },
  ]);
});
