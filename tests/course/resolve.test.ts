import type { Root } from "mdast";
import { describe, expect, test } from "vitest";
import { readAttributes } from "../../src/course/jsx.ts";
import { isJsx, type Jsx, type Node, textOf } from "../../src/course/mdx.ts";
import { resolveLesson } from "../../src/course/resolve.ts";
import { check, find, lesson } from "./small-course.ts";

const other = lesson('## Capas\n\n<Definicion termino="Red" plural="redes">Nodos.</Definicion>\n');

function resolve(text: string, base = "/apuntes/"): Root {
  const { course } = check({ "06-relojes.mdx": lesson(text), "07-redes.mdx": other });
  const [first] = course.lessons;
  if (first === undefined) throw new Error("The lesson cannot be read.");
  return resolveLesson(course, first, base);
}

function elements(tree: Node, name: string): Jsx[] {
  return find(tree, (node) => isJsx(node, name)) as Jsx[];
}

function attributesOf(element: Jsx | undefined): Record<string, unknown> {
  return element === undefined ? {} : Object.fromEntries(readAttributes(element));
}

describe("a lesson made ready to render", () => {
  test("leads each term to its definition, under the base", () => {
    const [term] = elements(resolve("Las [[REDES: mallas]] unen.\n"), "Termino");
    expect(attributesOf(term)).toEqual({ id: "red", href: "/apuntes/lecciones/redes/#def-red" });
    expect(term && textOf(term)).toBe("mallas");
    expect(attributesOf(elements(resolve("La [[red]].\n", "/"), "Termino")[0])["href"]).toBe(
      "/lecciones/redes/#def-red",
    );
  });

  test("keeps the keys and locators of each citation", () => {
    const [citation] = elements(resolve("Así [@lamport1978, p. 2; @baran1964].\n"), "Referencia");
    expect(JSON.parse(String(attributesOf(citation)["fuentes"]))).toEqual([
      { key: "lamport1978", locator: "p. 2" },
      { key: "baran1964" },
    ]);
  });

  test("gives figures and tables the numbers that the course gave them", () => {
    const text =
      '<Comparacion titulo="Uno" id="u">x</Comparacion>\n\n<Figura archivo="a.svg" alt="x" />\n\n<Comparacion titulo="Dos">x</Comparacion>\n';
    const tree = resolve(text);
    expect(elements(tree, "Comparacion").map((table) => attributesOf(table))).toMatchObject([
      { numero: "6.1", ancla: "tabla-u" },
      { numero: "6.2", ancla: "tabla-dos" },
    ]);
    expect(attributesOf(elements(tree, "Figura")[0])).toMatchObject({ numero: "6.1", ancla: "fig-a" });
  });

  test("names what a link without words points to", () => {
    const text =
      '## Orden\n\n[](#tabla-uno), [](#orden), [](redes), [](redes#capas), [](redes#def-red) y [aquí](redes).\n\n<Comparacion titulo="Uno">x</Comparacion>\n';
    const links = find(resolve(text), ({ type }) => type === "link") as (Node & { url: string })[];
    expect(links.map((link) => [textOf(link), link.url])).toEqual([
      ["tabla\u00a06.1", "/apuntes/lecciones/relojes/#tabla-uno"],
      ["sección\u00a06.1", "/apuntes/lecciones/relojes/#orden"],
      ["Lección", "/apuntes/lecciones/redes/"],
      ["sección\u00a07.1", "/apuntes/lecciones/redes/#capas"],
      ["Red", "/apuntes/lecciones/redes/#def-red"],
      ["aquí", "/apuntes/lecciones/redes/"],
    ]);
  });

  test("marks the words that a note corrects, in the block before it", () => {
    const tree = resolve(
      'Uno dos.\n\nTres *cuatro cinco* seis.\n\n{/* F-1 */}\n\n<Precision sobre="cuatro">No.</Precision>\n',
    );
    const marked = elements(tree, "Corregido");
    expect(marked.map(textOf)).toEqual(["cuatro"]);
    expect(textOf(tree)).toContain("Tres cuatro cinco seis.");
  });

  test("puts the notes of a block in the margin beside it and what follows, up to a heading", () => {
    const tree = resolve(
      "Uno.\n\n<Historia>Dos.</Historia>\n\n<Precision>Tres.</Precision>\n\nCuatro.\n\n## Cinco\n\nSeis.\n",
    );
    expect(tree.children.map((node) => (isJsx(node) ? node.name : node.type))).toEqual([
      "Anotado",
      "heading",
      "paragraph",
    ]);
    const [margin] = elements(tree, "Margen");
    expect(margin?.children.map((child) => textOf(child as Node))).toEqual(["Dos.", "Tres."]);
    expect(textOf(tree.children[0] as Node)).toContain("Cuatro.");
  });

  test("has no comments, frontmatter or raw code left", () => {
    const tree = resolve('{/* I-1 */}\n\nUno. {/* I-2 */}\n\n```js archivo="a.js" {1}\nlet a;\n```\n\n$x$\n');
    expect(
      find(tree, ({ type }) => ["yaml", "code", "inlineMath", "mdxTextExpression", "mdxFlowExpression"].includes(type)),
    ).toEqual([]);
    expect(attributesOf(elements(tree, "Codigo")[0])).toEqual({
      lenguaje: "js",
      texto: "let a;",
      archivo: "a.js",
      resaltadas: "1",
    });
    expect(attributesOf(elements(tree, "Formula")[0])).toEqual({ tex: "x" });
  });
});
