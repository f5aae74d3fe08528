import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { assert, beforeAll, describe, expect, test } from "vitest";
import { renderDiagrams } from "../../src/build/diagrams/render-diagrams.ts";
import { type Diagram, type DiagramSource, readDiagramFile } from "../../src/course/diagram.ts";
import type { Issue } from "../../src/course/issue.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "tests/fixtures/diagrams");

async function readSources(): Promise<DiagramSource[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".mmd")).sort();
  const read = await Promise.all(
    files.map(async (file) => {
      const path = `tests/fixtures/diagrams/${file}`;
      return readDiagramFile(file.replace(".mmd", ""), await readFile(join(root, path), "utf8"), path);
    }),
  );
  assert.deepEqual(
    read.flatMap(({ issues }) => issues),
    [],
  );
  return read.flatMap(({ source }) => source ?? []);
}

function toSource(code: string): DiagramSource {
  return {
    name: "prueba",
    code,
    title: "Prueba",
    description: "Una prueba.",
    steps: [],
    file: "x.mmd",
    line: 5,
    column: 1,
  };
}

function toLine({ file, line, column, message, remedy }: Issue): string {
  return `${file}:${line}:${column}: ${message} ${remedy}`;
}

const sources = await readSources();
const diagrams: Diagram[] = [];

beforeAll(async () => {
  const rendered = await renderDiagrams(sources, root);
  assert.deepEqual(rendered.issues, []);
  diagrams.push(...rendered.diagrams.values());
}, 60_000);

describe("a drawing", () => {
  test("has no style sheet, script, foreign content or colour of its own", () => {
    for (const { name, svg } of diagrams) {
      expect({
        name,
        found: /<(?:style|script|foreignObject)|\sstyle=|\son\w+=|#[0-9a-f]{3,6}"|rgb\(|hsl\(/iu.exec(svg)?.[0],
      }).toEqual({
        name,
        found: undefined,
      });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
    }
  });

  test("is painted with tokens", () => {
    for (const { svg } of diagrams) {
      const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/gu)].map(([, colour]) => colour);
      expect(colours.length).toBeGreaterThan(0);
      for (const colour of colours)
        expect(colour).toMatch(/^(?:none|var\(--[a-z0-9-]+\)|url\(#dg-[0-9a-f]{8}-\d+\))$/u);
    }
  });

  test("is an image with its title and description", () => {
    for (const { svg, title, description } of diagrams) {
      const [, titleId, descriptionId] = /aria-labelledby="(\S+) (\S+)"/u.exec(svg) ?? [];
      expect(svg).toContain('role="img"');
      expect(svg).toContain(`<title id="${titleId}">${title}</title>`);
      expect(svg).toContain(`<desc id="${descriptionId}">${description}</desc>`);
    }
  });

  test("has ids of its own, and every reference finds its target", () => {
    const all = diagrams.flatMap(({ svg }) => [...svg.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id));
    expect(new Set(all).size).toBe(all.length);
    for (const { svg } of diagrams) {
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/gu)) expect(svg).toContain(`id="${id}"`);
    }
  });

  test("has the size of its view box, text of 15 px, and numbers of two decimals", () => {
    for (const { svg, width, height, smallestText } of diagrams) {
      expect(svg).toMatch(
        new RegExp(` viewBox="-?\\d+ -?\\d+ ${width} ${height}" width="${width}" height="${height}"`, "u"),
      );
      expect(smallestText).toBe(15);
      expect(svg).not.toMatch(/\d\.\d{3}/u);
    }
  });

  test("says its words", () => {
    const words = diagrams.find(({ name }) => name === "contenedor")?.words;
    expect(words).toEqual(expect.arrayContaining(["En marcha", "llega un pedido", "Sus datos siguen ahí"]));
  });

  test("sets titles in bold and what follows in regular", () => {
    const svg = diagrams.find(({ name }) => name === "fallos")?.svg;
    expect(svg).toMatch(
      /<tspan[^>]*><tspan font-weight="700">Falla<\/tspan><\/tspan><tspan[^>]*>disco gastado<\/tspan>/u,
    );
  });

  test("shows the author's classes: pattern, ground and coloured line with its head", () => {
    const compose = diagrams.find(({ name }) => name === "compose")?.svg ?? "";
    expect(compose.match(/<pattern/gu)).toHaveLength(2);
    expect(compose).toContain('fill="var(--resaltador)"');
    expect(compose).toContain('fill="var(--sobre-resaltador)"');
    const fallos = diagrams.find(({ name }) => name === "fallos")?.svg ?? "";
    const [, head] = /stroke="var\(--azul\)"[^>]*marker-end="url\(#([^)]+)\)"/u.exec(fallos) ?? [];
    expect(fallos).toMatch(new RegExp(`<marker id="${head}"[^>]*><path[^>]*fill="var\\(--azul\\)"`, "u"));
  });
});

describe("rendering", () => {
  test(
    "gives the same bytes in another order, process and time zone, with nothing kept",
    { timeout: 120_000 },
    async () => {
      const script = join(root, "tests/fixtures/diagrams/draw-afresh.ts");
      const input = JSON.stringify(sources.toReversed());
      const env = { ...process.env, TZ: "Asia/Tokyo" };
      const { stdout } = await promisify(execFile)(process.execPath, [script, root, input], { env, maxBuffer: 1e8 });
      const afresh = JSON.parse(stdout) as Record<string, string>;
      expect(Object.keys(afresh)).toHaveLength(diagrams.length);
      for (const { name, svg } of diagrams) expect(afresh[name]).toBe(svg);
    },
  );

  test("draws nothing twice", async () => {
    const begin = process.cpuUsage();
    const again = await renderDiagrams(sources, root);
    expect([...again.diagrams.values()]).toEqual(diagrams);
    // Starting the thread and compiling Mermaid alone would take longer.
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(300);
  });
});

describe("an author's mistake is reported at its place", () => {
  const cases: [name: string, code: string, ...expected: (string | RegExp)[]][] = [
    [
      "an unknown type",
      "%% nota\njourney\n  a: 1\n",
      "x.mmd:6:1: No hay diagramas de tipo «journey».",
      "sequenceDiagram",
    ],
    [
      "a text without quotes",
      "flowchart LR\n%% una nota\n  a --> b\n  c[texto (aclaración)] --> d\n",
      /^x\.mmd:8:\d+: /u,
      "entre comillas",
    ],
    ["an open quote", 'flowchart LR\n  a["uno] --> b\n  b --> c\n', /^x\.mmd:6:\d+: /u, "comilla"],
    [
      "a block without end",
      "sequenceDiagram\n  A->>B: uno\n  alt sí\n  A->>B: dos\n",
      /^x\.mmd:\d:\d+: /u,
      "Falta un «end»",
    ],
    ["a field without quotes", "packet\n  0-7: uno\n", "x.mmd:6:8: ", "0-15"],
    ["a slice without a number", 'pie\n  "uno" : 1\n  "dos" : dos\n', "x.mmd:7:11: ", "Una porción"],
    ["an open class", "classDiagram\n  class A {\n", /^x\.mmd:\d:\d+: /u, "Una relación"],
    [
      "a section that does not fit",
      "gantt\n  dateFormat YYYY-MM-DD\n  section Una preparación larguísima\n  A :2026-03-02, 2d\n",
      "x.mmd:7:11: El texto «Una preparación",
      "<br/>",
    ],
    ["a field that does not fit", 'packet\n  0-3: "un texto demasiado largo"\n', "x.mmd:6:9: El texto «un texto"],
    ["a wrong arrow", "sequenceDiagram\n  A->>B: uno\n  A=>B: dos\n", /^x\.mmd:7:\d+: /u, "«A->>B: texto»"],
    [
      "a glyph that no font has",
      'flowchart LR\n  a["日"]\n',
      "x.mmd:6:6: Las letras del curso no tienen el carácter «日» (U+65E5).",
    ],
    ["a colour", "flowchart LR\n  a --> b\n  style a fill:#f9f\n", "x.mmd:7:11: ", ":::aca"],
    ["an unknown class", "flowchart LR\n  a:::rosa --> b\n", "x.mmd:6:4: La clase «rosa» no existe."],
    [
      "a picture that there is not",
      "architecture\n  service a(nube)[A]\n",
      "x.mmd:6:13: No hay una imagen «nube».",
      "cloud",
    ],
    ["a configuration", "%%{init: {}}%%\nflowchart LR\n  a --> b\n", "x.mmd:5:1: ", "se puede borrar"],
    ["a header of its own", "---\nconfig: {}\n---\nflowchart LR\n  a --> b\n", "x.mmd:5:1: ", "se puede borrar"],
    [
      "labels that cover each other",
      'flowchart TB\n  s00["(0,0) inicial"] -->|"p1: envía m"| s10["(1,0)"]\n  s00 -->|q1| s01["(0,1)"]\n  s10 -->|p2| s20["(2,0)"]\n  s10 -->|q1| s11["(1,1)"]\n  s01 -->|p1| s11\n  s01 -.->|"q2 no puede"| s02["(0,2)"]\n  s20 -->|q1| s21["(2,1)"]\n  s11 -->|p2| s21\n  s11 -->|"q2: recibe m"| s12["(1,2)"]\n  s21 -->|q2| s22["(2,2) final"]\n  s12 -->|p2| s22\n',
      /^x\.mmd:\d+:\d+: Los rótulos «\w+» y «\w+» se superponen/u,
    ],
    [
      "a text that stands out of its box",
      "sequenceDiagram\n  A->>B: x\n  Note over A,B: un texto mucho más largo que la distancia entre los dos\n",
      /^x\.mmd:7:18: El texto «un texto mucho/u,
      "<br/>",
    ],
  ];
  let lines: string[];
  beforeAll(async () => {
    // All in one go, since starting Mermaid takes a second; each in a file of its own.
    const wrong = cases.map(([, code], index) => ({ ...toSource(code), name: `x${index}`, file: `x${index}.mmd` }));
    lines = (await renderDiagrams(wrong, root)).issues.map(toLine);
  }, 60_000);

  test.each(cases.map(([name, , ...expected], index) => [name, index, expected] as const))(
    "%s",
    (_, index, expected) => {
      const own = lines.filter((line) => line.startsWith(`x${index}.mmd:`));
      expect(own).toHaveLength(1);
      for (const part of expected) expect(own[0]?.replace(`x${index}.mmd`, "x.mmd")).toMatch(part);
    },
  );

  test("all of them at once, and the good ones are drawn", { timeout: 30_000 }, async () => {
    const bad = { ...toSource("flowchart LR\n  a --> --> b\n"), name: "mala" };
    const good = { ...toSource("flowchart LR\n  a --> b\n"), name: "buena" };
    const rendered = await renderDiagrams([bad, good, { ...bad, name: "otra", file: "y.mmd" }], root);
    expect(rendered.issues.map(({ file, line }) => `${file}:${line}`)).toEqual(["x.mmd:6", "y.mmd:6"]);
    expect([...rendered.diagrams.keys()]).toEqual(["buena"]);
  });
});

describe("a figure by parts", () => {
  const code = 'flowchart LR\n  a_b --> c\n  c -->|"x"| d & e\n  c e1@--> e\n';

  test("marks nodes, lines and labels with the step that adds them", { timeout: 30_000 }, async () => {
    const steps = [["a_b", "c"], ["d"], ["e"]];
    const { diagrams: drawn, issues } = await renderDiagrams([{ ...toSource(code), steps }], root);
    expect(issues).toEqual([]);
    const svg = drawn.get("prueba")?.svg ?? "";
    const count = (step: number) => svg.match(new RegExp(`data-paso="${step}"`, "gu"))?.length ?? 0;
    // Node, line and label of d; the same of e, which has two lines.
    expect([count(0), count(1), count(2)]).toEqual([0, 3, 4]);
  });

  test("names its nodes, and only flowcharts have parts", { timeout: 30_000 }, async () => {
    const wrong = [
      { ...toSource(code), steps: [["a_b"], ["z"]] },
      { ...toSource("sequenceDiagram\n  A->>B: uno\n"), steps: [["A"]] },
    ];
    const { issues } = await renderDiagrams(wrong, root);
    expect(issues.map(({ message }) => message)).toEqual([
      "El diagrama no tiene un nodo «z», que «partes» nombra.",
      "Solo un diagrama «flowchart» se muestra por partes.",
    ]);
  });
});

describe("a drawing committed beside its code", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><title>viejo</title><defs><marker id="m"/></defs>
<path d="M0 0H9" stroke="var(--tinta)" marker-end="url(#m)"/><text font-size="16" fill="var(--tinta)">Así</text></svg>`;

  test("stands for Mermaid's, with the title and description of its file", async () => {
    const source = { ...toSource("journey\n  a: 1\n"), committed: svg };
    const { diagrams: drawn, issues } = await renderDiagrams([source], root);
    expect(issues).toEqual([]);
    const diagram = drawn.get("prueba");
    expect(diagram).toMatchObject({ width: 200, height: 80, smallestText: 16, words: ["Así"] });
    expect(diagram?.svg).toMatch(/<title id="(dg-\w+)-titulo">Prueba<\/title><desc[^>]*>Una prueba\.</u);
    const [, id] = /marker-end="url\(#([^)]+)\)"/u.exec(diagram?.svg ?? "") ?? [];
    expect(diagram?.svg).toContain(`<marker id="${id}"`);
    expect(diagram?.svg).not.toContain("viejo");
  });

  test("obeys the page: no style, no colour of its own, and a size", async () => {
    const committed = '<svg>\n<style>a{}</style>\n<path fill="#f00" style="x"/></svg>';
    const { issues } = await renderDiagrams([{ ...toSource("journey"), committed }], root);
    expect(issues.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      "x.svg:2:1",
      "x.svg:3:18",
      "x.svg:3:6",
      "x.svg:1:1",
    ]);
  });
});
