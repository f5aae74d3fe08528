import { describe, expect, test } from "vitest";
import { isJsx, type Jsx, parseMdx } from "../../src/course/mdx.ts";
import { placeOfAttribute, placeOfValue, readWrittenAttributes } from "../../src/course/written-attribute.ts";
import { find } from "./small-course.ts";

function read(text: string): [source: { file: string; text: string }, element: Jsx] {
  const [element] = find(parseMdx(text), (node) => isJsx(node));
  return [{ file: "a.mdx", text }, element as Jsx];
}

describe("the attributes as written", () => {
  test("have their places, however they are quoted", () => {
    const text = `<Nota titulo="a b" flag n={ {x: 1}.x } {...y} otro='c "d"'\n  mas="e">x</Nota>`;
    const written = readWrittenAttributes(...read(text));
    expect(written.map(({ name }) => name)).toEqual(["titulo", "flag", "n", "{...}", "otro", "mas"]);
    expect(written.map(({ value }) => value)).toEqual(['"a b"', "", "{ {x: 1}.x }", "", `'c "d"'`, '"e"']);
    for (const { name, offset, value, valueOffset } of written) {
      expect(text.slice(offset, offset + name.length)).toBe(name === "{...}" ? "{...y" : name);
      expect(text.slice(valueOffset, valueOffset + value.length)).toBe(value);
    }
  });

  test("end with the opening tag", () => {
    expect(readWrittenAttributes(...read("<Nota>titulo='x'</Nota>"))).toEqual([]);
    expect(readWrittenAttributes(...read("<Corte />"))).toEqual([]);
  });

  test("are not looked for inside the values of others", () => {
    const [source, element] = read('<Definicion termino="validez id" id="v">x</Definicion>');
    expect(placeOfAttribute(source, element, "id").column).toBe(34);
  });

  test("give the place of a whole word of a value, and of the component when there is none", () => {
    const [source, element] = read('<Definicion termino="red" relacionados="red-local red">x</Definicion>');
    expect(placeOfValue(source, element, "relacionados", "red").column).toBe(51);
    expect(placeOfValue(source, element, "fuente", "red").column).toBe(1);
  });
});
