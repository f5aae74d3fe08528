import { describe, expect, test } from "vitest";
import { namesOf } from "../../src/course/definition.ts";
import { check, lesson, messages } from "./small-course.ts";

describe("a definition", () => {
  test("is read with all that its author wrote, in its section", () => {
    const text = `## Capas

<Definicion termino="Reloj lógico" ingles="logical clock" alias="reloj de Lamport; marca" plural="relojes lógicos"
  fuente="lamport1978 baran1964" relacionados="red" noConfundir="No da la hora." autor="Lamport" detalle="p. 1" original="x">
  Un contador que [[red: ordena]] *eventos* [@lamport1978].
</Definicion>

<Definicion id="red" termino="Red">Nodos.</Definicion>
`;
    const { course, issues } = check({ "06-relojes.mdx": lesson(text) });
    expect(issues).toEqual([]);
    const { place: _place, ...definition } = course.definitions.get("reloj-logico") ?? { place: undefined };
    expect(definition).toEqual({
      id: "reloj-logico",
      term: "Reloj lógico",
      english: "logical clock",
      aliases: ["reloj de Lamport", "marca"],
      plural: "relojes lógicos",
      author: "Lamport",
      original: "x",
      detail: "p. 1",
      sources: ["lamport1978", "baran1964"],
      related: ["red"],
      confusion: "No da la hora.",
      text: "Un contador que ordena eventos.",
      lesson: "relojes",
      section: "capas",
    });
  });

  test("is called by its term, its plural and its aliases", () => {
    const { course } = check({
      "01-a.mdx": lesson('<Definicion termino="Nodo" plural="nodos" alias="vértice; punto">x</Definicion>\n'),
    });
    const [definition] = course.definitions.values();
    expect(definition && namesOf(definition)).toEqual(["Nodo", "nodos", "vértice", "punto"]);
    expect(["NODOS", "vertice", "punto"].map((name) => course.terms.find(name))).toEqual(["nodo", "nodo", "nodo"]);
  });

  test("shares no name with one of another lesson, be it alias, plural or term", () => {
    const one = lesson('<Definicion termino="Nodo" plural="nodos" alias="vértice">x</Definicion>\n');
    const found = (attributes: string) =>
      messages({ "01-a.mdx": one, "02-b.mdx": lesson(`<Definicion ${attributes}>x</Definicion>\n`) });
    expect(found('termino="Red" alias="NODOS"')).toEqual([
      "02-b.mdx:6:34: El nombre «NODOS» ya es de la definición «nodo».",
    ]);
    expect(found('termino="Red" plural="vertice"')).toEqual([
      "02-b.mdx:6:35: El nombre «vertice» ya es de la definición «nodo».",
    ]);
    expect(found('termino="Vértice"')).toEqual(["02-b.mdx:6:22: El nombre «Vértice» ya es de la definición «nodo»."]);
    expect(found('termino="Nodo"')).toEqual([
      "02-b.mdx:6:1: La definición «nodo» ya existe (src/content/lecciones/01-a.mdx:6).",
    ]);
    expect(found('termino="Red" plural="red"')).toEqual([]);
  });

  test("is related to others before and after it, in any lesson, that exist", () => {
    const one = lesson(
      '<Definicion termino="A" relacionados="b c">x</Definicion>\n\n<Definicion termino="B">x</Definicion>\n',
    );
    const two = lesson('<Definicion termino="C" relacionados="a">x</Definicion>\n');
    expect(messages({ "01-a.mdx": one, "02-b.mdx": two })).toEqual([]);
    expect(messages({ "01-a.mdx": one })).toEqual(["01-a.mdx:6:41: La definición relacionada «c» no existe."]);
  });
});
