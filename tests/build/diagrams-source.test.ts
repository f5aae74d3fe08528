import { describe, expect, test } from "vitest";
import { diagramType, readDiagramFile } from "../../src/course/diagram.ts";

describe("a diagram file", () => {
  test("has a header with title and description, and code whose place is known", () => {
    const text = "---\ntitulo: Un nodo\ndescripcion: >\n  Un nodo solo,\n  sin nadie.\n---\nflowchart LR\n  a\n";
    const { source, issues } = readDiagramFile("nodo", text, "diagrams/nodo.mmd");
    expect(issues).toEqual([]);
    expect(source).toEqual({
      name: "nodo",
      code: "flowchart LR\n  a\n",
      title: "Un nodo",
      description: "Un nodo solo, sin nadie.",
      steps: [],
      file: "diagrams/nodo.mmd",
      line: 7,
      column: 1,
    });
  });

  test.each([
    ["flowchart LR\n  a\n", [1, "le falta el encabezado"]],
    ["---\ntitulo: Uno\n---\nflowchart LR\n", [2, "Falta el dato «descripcion»"]],
    ["---\ntitulo: Uno\ndescripcion: Dos.\nautor: yo\n---\nflowchart LR\n", [4, "El dato «autor» no existe"]],
    ["---\ntitulo: Uno\ndescripcion: Dos.\n---\n\n", [5, "no tiene diagrama"]],
  ] as const)("%j is not one", (text, [line, message]) => {
    const { source, issues } = readDiagramFile("x", text, "x.mmd");
    expect(source).toBeUndefined();
    expect(issues).toHaveLength(1);
    expect(issues[0]?.line).toBe(line);
    expect(issues[0]?.message).toContain(message);
  });
});

describe("the type of a diagram", () => {
  test.each([
    ["flowchart LR\n a", { type: "flowchart", keyword: "flowchart", line: 1 }],
    ["\n%% nota\n  graph TD;a-->b", { type: "flowchart", keyword: "graph", line: 3 }],
    ["sequenceDiagram\n", { type: "sequence", keyword: "sequenceDiagram", line: 1 }],
    ["stateDiagram-v2", { type: "state", keyword: "stateDiagram-v2", line: 1 }],
    ["constructor", { type: undefined, keyword: "constructor", line: 1 }],
    ["", { type: undefined, keyword: "", line: 1 }],
  ])("%j", (code, expected) => {
    expect(diagramType(code)).toEqual(expected);
  });
});
