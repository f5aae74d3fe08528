import { describe, expect, test } from "vitest";
import { parseMdx } from "../../src/course/mdx.ts";
import { readHeadings, readSections } from "../../src/course/section.ts";
import { firstLine, lesson, messages } from "./small-course.ts";

function read(text: string) {
  return readSections(parseMdx(text), 6, { file: "a.mdx", text });
}

describe("the sections of a lesson", () => {
  test("are numbered at level 2 and take their id from the title", () => {
    const sections = read("## Qué *es*\n\n### Detalle {/* I-1 */}\n\n#### Más\n\n## Cómo `se` usa\n");
    expect(sections.map(({ id, title, number }) => [id, title, number])).toEqual([
      ["que-es", "Qué es", "6.1"],
      ["detalle", "Detalle", undefined],
      ["como-se-usa", "Cómo se usa", "6.2"],
    ]);
    expect(sections.map(({ place }) => place.line)).toEqual([1, 3, 7]);
  });

  test("take the id that is fixed just before, other comments apart", () => {
    const text = "{/* id: uno */}\n\n{/* I-14 */}\n\n## Título\n\n{/* id: dos */}\n\nTexto.\n\n## Otro\n";
    expect(readHeadings(parseMdx(text)).map(({ id }) => id)).toEqual(["uno", "otro"]);
  });

  test("never share an address, fixed or not", () => {
    const text = "## Uno\n\n{/* id: uno */}\n\n## Dos\n\n### Uno\n";
    expect(messages({ "01-a.mdx": lesson(text) })).toEqual([
      `01-a.mdx:${firstLine + 4}:1: La dirección «#uno» ya está usada en la lección (src/content/lecciones/01-a.mdx:6).`,
      `01-a.mdx:${firstLine + 6}:1: La dirección «#uno» ya está usada en la lección (src/content/lecciones/01-a.mdx:6).`,
    ]);
  });

  test("never share an address with a figure or definition either", () => {
    const text =
      '## Def red\n\n<Definicion termino="Red">Nodos.</Definicion>\n\n## Tabla a\n\n<Comparacion titulo="A">\n\nx\n\n</Comparacion>\n';
    expect(messages({ "01-a.mdx": lesson(text) }).map((line) => /«(.*?)»/.exec(line)?.[1])).toEqual([
      "#def-red",
      "#tabla-a",
    ]);
  });

  test("go down one level at a time and up any", () => {
    expect(messages({ "01-a.mdx": lesson("## A\n\n### B\n\n#### C\n\n## D\n") })).toEqual([]);
    expect(messages({ "01-a.mdx": lesson("### A\n\n##### B\n\n### C\n") })).toEqual([
      `01-a.mdx:${firstLine}:1: Un título de nivel 3 no puede seguir a uno de nivel 1.`,
      `01-a.mdx:${firstLine + 2}:1: Un título de nivel 5 no puede seguir a uno de nivel 3.`,
    ]);
  });
});
