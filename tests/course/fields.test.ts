import { describe, expect, test } from "vitest";
import { readFieldList, readFields } from "../../src/course/fields.ts";

const rules = {
  titulo: "text",
  "notas?": "words",
  "borrador?": "flag",
  "orden?": "number",
  "citas?": "texts",
} as const;

function read(yaml: string, offset = 0) {
  const text = `${" ".repeat(offset)}${yaml}`;
  return readFields({ file: "a.yml", text }, yaml, offset, rules);
}

function issues(yaml: string): string[] {
  return read(yaml).issues.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("the data of a file", () => {
  test("are read by kind", () => {
    const { fields } = read("titulo: Uno\nnotas: a, b c\nborrador: true\norden: 3\ncitas: [x y, z]");
    expect(fields?.text("titulo")).toBe("Uno");
    expect(fields?.list("notas")).toEqual(["a", "b", "c"]);
    expect(fields?.flag("borrador")).toBe(true);
    expect(fields?.number("orden")).toBe(3);
    expect(fields?.list("citas")).toEqual(["x y", "z"]);
  });

  test.each(["a, bb", '"a, bb"', "[a, bb]", "\n  - a\n  - bb"])("know the place of each word of %j", (value) => {
    const yaml = `titulo: Uno\nnotas: ${value}`;
    const { fields } = read(yaml, 2);
    const offsets = fields?.offsets("notas") ?? [];
    expect(offsets.map((offset, index) => `  ${yaml}`.slice(offset, offset + index + 1))).toEqual(["a", "bb"]);
  });

  test.each([
    ["notas: a", ["1:1 Falta el dato «titulo»."]],
    ["titulo: Uno\nautor: x", ["2:1 El dato «autor» no existe."]],
    ["titulo: Uno\nconstructor: x", ["2:1 El dato «constructor» no existe."]],
    ["titulo: 1984", ["1:9 El dato «titulo» no es un texto."]],
    ["titulo:", ["1:1 El dato «titulo» no es un texto."]],
    ["titulo: Uno\nnotas:", ["2:1 El dato «notas» no es un texto o una lista."]],
    ["titulo: Uno\nborrador: si", ["2:11 El dato «borrador» no es true o false."]],
    ["titulo: Uno\norden: tres", ["2:8 El dato «orden» no es un número."]],
    ["titulo: Uno\ncitas: x", ["2:8 El dato «citas» no es una lista de textos."]],
    ["- titulo", ["1:1 Falta la ficha con sus datos."]],
    ["# nada", ["1:1 Faltan los datos."]],
    ["titulo: a: b", ["1:9 Hay un segundo «: » en la línea."]],
    ["titulo: a\ntitulo: b", ["2:1 Este dato está dos veces."]],
    ["titulo: [a\nnotas: b", ["2:1 La sangría no es la de las otras líneas."]],
  ])("%j has exactly its issues", (yaml, expected) => {
    expect(issues(yaml)).toEqual(expected);
  });

  test("are proposed in quotes when YAML takes a text for a number", () => {
    expect(read("titulo: 1_984").issues).toEqual([]);
    expect(read("titulo: 1984").issues[0]?.remedy).toBe('Se escribe entre comillas: «titulo: "1984"».');
  });

  test("of a list are reported one by one", () => {
    const source = { file: "a.yml", text: "- titulo: Uno\n- notas: x\n- suelto\n" };
    const { list, issues: found } = readFieldList(source, rules);
    expect(list.map((fields) => fields.text("titulo"))).toEqual(["Uno", undefined, undefined]);
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  test("of a list must be a list", () => {
    expect(readFieldList({ file: "a.yml", text: "titulo: Uno" }, rules).issues).toHaveLength(1);
    expect(readFieldList({ file: "a.yml", text: "# nada" }, rules)).toEqual({ list: [], issues: [] });
  });
});
