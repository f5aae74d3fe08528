import { resolve } from "node:path";
import { assert, beforeAll, describe, expect, test } from "vitest";
import { renderDiagrams } from "../../src/build/diagrams/render-diagrams.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import type { Diagram, DiagramSource } from "../../src/course/diagram.ts";
import type { Issue } from "../../src/course/issue.ts";
import { readFixtures } from "./diagram-fixtures.ts";
import { measureLabels } from "./diagram-labels.ts";
import { cases } from "./diagram-mistakes.ts";

const root = resolve(import.meta.dirname, "../..");
const metrics = await loadTextMetrics(root);

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

const sources = await readFixtures();
const diagrams: Diagram[] = [];

/** Drawn once for several tests, besides the cases: what is wrong and what is good, each in a file of its own. */
const parts = 'flowchart LR\n  a_b --> c\n  c -->|"x"| d & e\n  c e1@--> e\n';
const others: (Partial<DiagramSource> & { name: string; code: string })[] = [
  { name: "partes", code: parts, steps: [["a_b", "c"], ["d"], ["e"]] },
  { name: "ajena", code: parts, steps: [["a_b"], ["z"]] },
  { name: "secuencia", code: "sequenceDiagram\n  A->>B: uno\n", steps: [["A"]] },
  { name: "cabeza", code: "---\ntitle: x\n---\njourney\n" },
  {
    name: "ramas",
    code: 'gitGraph\n  commit id: "primera versión publicada del servicio"\n  branch "corrección"\n  commit id: "prueba"\n',
  },
  { name: "series", code: 'xychart\n  x-axis [1, 2]\n  line "a" [1, 2]\n  line "b" [2, 3]\n  line "c" [3, 4]\n' },
];
const good = ["partes", "ramas", "series"];
let attempts: Awaited<ReturnType<typeof renderDiagrams>>;

beforeAll(async () => {
  const rendered = await renderDiagrams(sources, root);
  assert.deepEqual(rendered.issues, []);
  diagrams.push(...rendered.diagrams.values());
  const all = [...cases.map(([, code], index) => ({ name: `x${index}`, code })), ...others];
  attempts = await renderDiagrams(
    all.map((each) => ({ ...toSource(each.code), ...each, file: `${each.name}.mmd` })),
    root,
  );
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
  test.each(cases.map(([name, , ...expected], index) => [name, index, expected] as const))(
    "%s",
    (_, index, expected) => {
      const own = attempts.issues.map(toLine).filter((line) => line.startsWith(`x${index}.mmd:`));
      expect(own).toHaveLength(1);
      for (const part of expected) expect(own[0]?.replace(`x${index}.mmd`, "x.mmd")).toMatch(part);
    },
  );

  test("all of them at once, and the good ones are drawn", () => {
    expect(new Set(attempts.issues.map(({ file }) => file)).size).toBe(cases.length + others.length - good.length);
    expect([...attempts.diagrams.keys()]).toEqual(good);
  });

  test("a header of its own before an unknown type is two", () => {
    const lines = attempts.issues.map(toLine).filter((line) => line.startsWith("cabeza.mmd:"));
    expect(lines).toEqual([
      expect.stringMatching(/^cabeza\.mmd:5:1: El diagrama trae su propia configuración/u),
      expect.stringMatching(/^cabeza\.mmd:8:1: No hay diagramas de tipo «journey»/u),
    ]);
  });
});

describe("a figure by parts", () => {
  test("marks nodes, lines and labels with the step that adds them", () => {
    const svg = attempts.diagrams.get("partes")?.svg ?? "";
    const count = (step: number) => svg.match(new RegExp(`data-paso="${step}"`, "gu"))?.length ?? 0;
    // Node, line and label of d; the same of e, which has two lines.
    expect([count(0), count(1), count(2)]).toEqual([0, 3, 4]);
  });

  test("names its nodes, and only flowcharts have parts", () => {
    const found = attempts.issues.filter(({ file }) => ["ajena.mmd", "secuencia.mmd"].includes(file));
    expect(found.map(({ message }) => message)).toEqual([
      "El diagrama no tiene un nodo «z», que «partes» nombra.",
      "Solo un diagrama «flowchart» se muestra por partes.",
    ]);
  });
});

test("the names of branches make room for the long label of a first commit", () => {
  const svg = attempts.diagrams.get("ramas")?.svg ?? "";
  const drawn = measureLabels(svg, metrics);
  const [name, label] = ["corrección", "primera versión publicada del servicio"].map(
    (text) => drawn.find((each) => each.text === text)?.place,
  );
  assert(name !== undefined && label !== undefined);
  // Turned by 45°, the label is at the height of the name where it is as far to the left.
  const [across, down] = [label.x + label.width - (name.x + name.width), name.y - label.y];
  expect(across).toBeGreaterThan(down);
});

test("what a colour says is also said by a pattern or dashes", () => {
  const svg = attempts.diagrams.get("series")?.svg ?? "";
  const dashes = [...svg.matchAll(/stroke="var\(--parte-[a-d]\)"[^>]*?stroke-dasharray="([^"]+)"/gu)].map(
    ([, dash]) => dash,
  );
  // Each line, and its mark in the legend.
  expect(dashes.toSorted()).toEqual(["1.5 3", "1.5 3", "5 3", "5 3"]);
  const pie = diagrams.find(({ name }) => name === "pie")?.svg ?? "";
  expect(new Set([...pie.matchAll(/fill="url\(#([^)]+)\)"/gu)].map(([, id]) => id)).size).toBe(3);
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
