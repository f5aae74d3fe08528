import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { assert, describe, expect, test } from "vitest";
import { checkSlides } from "../../slides/check.ts";
import { renderDiagrams } from "../../src/build/diagrams/render-diagrams.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import { diagramType, readDiagramFile } from "../../src/course/diagram.ts";
import { cut, lesson } from "../slides/cut.ts";
import { type Label, measureLabels } from "./diagram-labels.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = "tests/fixtures/diagrams";
const metrics = await loadTextMetrics(root);

/** The type of the fixtures that are not named after theirs. */
const typeOf: Record<string, string> = { fallos: "flowchart", atrapar: "sequence", contenedor: "state" };

/** Labels of each fixture, of every kind that its type has. */
const labels: Record<string, string[]> = {
  fallos: ["Falla disco gastado", "¿Se detecta?", "no", "✗ Fallo servicio incorrecto", "Sin fallo → sigue", "Aviso"],
  contenedor: ["En marcha", "llega un pedido", "Sus datos siguen ahí"],
  atrapar: ["SO invitado", "Hipervisor", "excepción (trap)", "verifica y emula", "reanuda la ejecución"],
  architecture: ["Equilibrador", "Aplicación", "Réplica", "Región única", "guarda"],
  class: [
    "«interfaz»",
    "Cuenta",
    "+depositar(monto: número)",
    "#validación() : bool",
    "envía la petición",
    "1..*",
    "Sesión",
    "Oculta la red, pero no la demora",
  ],
  er: ["CLIENTE", "dirección única", "número", "código", "PK", "hace según su región", "RÉPLICA"],
  timeline: ["Cómo llegamos hasta aquí", "Teoría", "1985", "Imposibilidad del consenso", "Instantáneas globales"],
  gantt: ["Migración del clúster", "Preparación", "Ensayo de recuperación", "Traspaso crítico", "Corte", "02/03"],
  gitGraph: ["main", "corrección", "réplica", "revisión", "versión 1.1", "publicación"],
  mindmap: ["Qué puede fallar", "Detención", "Omisión de envío", "Partición", "Relojes con deriva"],
  block: ["Aplicación A", "Intermediario (middleware)", "Réplicas", "Disco dañado", "petición"],
  pie: ["Tiempo de una petición", "50%", "Red y espera en la cola [50]", "Cálculo [12]", "Serialización [6]"],
  xychart: ["Latencia según la carga", "Peticiones por segundo", "Latencia en milésimas", "1000", "120"],
  quadrant: ["Qué garantiza cada almacén", "Coherencia débil", "Ninguna razón", "Quórum estricto", "Réplica única"],
  packet: ["Encabezado de UDP", "Puerto de origen", "Suma de comprobación", "Datos (según la aplicación)", "63"],
  kanban: ["Pendiente", "Medir la latencia de la réplica", "Escribir conclusión", "Instalación del clúster"],
};

const sources = await Promise.all(
  Object.keys(labels).map(async (name) => {
    const file = `${folder}/${name}.mmd`;
    const { source } = readDiagramFile(name, await readFile(join(root, file), "utf8"), file);
    assert(source !== undefined);
    return source;
  }),
);
const rendered = await renderDiagrams(sources, root);

// What diagrams.test.ts says of every fixture (tokens, ids, no style sheet, the same bytes) holds for these too.
describe.each(Object.entries(labels))("%s", (name, expected) => {
  const { code = "" } = sources.find((source) => source.name === name) ?? {};
  const diagram = rendered.diagrams.get(name);
  const drawn = measureLabels(diagram?.svg ?? "<svg/>", metrics);

  test("is accepted and drawn", () => {
    expect(rendered.issues).toEqual([]);
    expect(diagramType(code).type).toBe(typeOf[name] ?? name);
  });

  test("shows every label as text", () => {
    expect(diagram?.words).toEqual(expect.arrayContaining(expected));
  });

  test("has no box narrower than its text", () => {
    const narrow = drawn.filter(({ place, box }) => box !== undefined && place.width > box.width + 0.01);
    expect(narrow).toEqual([]);
  });

  test("on a slide has letters of 20 px or more, or is an error that says how large they get", () => {
    const { svg = "", width = 0, height = 0, smallestText = 0 } = diagram ?? {};
    const figure = `<figure data-bloque="figura">${svg}<figcaption><strong>Figura 1.1</strong> Una.</figcaption></figure>`;
    const deck = cut(`<h2 id="tema">Tema</h2>${figure}`, metrics);
    const messages = checkSlides(deck.slides, lesson, metrics).map(({ message }) => message);
    const reached = smallestText * Math.min(864 / width, 470 / height);
    const size = String(Math.floor(reached * 10) / 10).replace(".", ",");
    const expectedIssue = `Figura 1.1 mide ${width} × ${height} y en una diapositiva su letra de 15 px llega a ${size} px, y tiene que llegar a 20.`;
    expect(messages).toEqual(reached < 20 ? [expectedIssue] : []);
  });

  // `GOLDEN=1 npx vitest run tests/build/diagrams-types.test.ts` writes the places anew, after looking at the drawings.
  test("stands where it always stood", async () => {
    const file = join(root, folder, `${name}.golden.json`);
    if (process.env["GOLDEN"] === "1") await writeFile(file, toRows(drawn));
    const golden = JSON.parse(await readFile(file, "utf8")) as Label[];
    expect(drawn.map(({ text }) => text)).toEqual(golden.map(({ text }) => text));
    for (const [index, label] of drawn.entries()) {
      const before = golden[index];
      expectNear(label.place, before?.place);
      expectNear(label.box, before?.box);
    }
  });
});

function expectNear(found: Label["box"], expected: Label["box"]): void {
  expect(found === undefined).toBe(expected === undefined);
  if (found === undefined || expected === undefined) return;
  for (const name of ["x", "y", "width", "height"] as const) {
    expect(Math.abs(found[name] - expected[name])).toBeLessThanOrEqual(0.01 + 1e-9);
  }
}

/** One label a line, so that a change of one label is a change of one line. */
function toRows(drawn: Label[]): string {
  return `[\n${drawn.map((label) => JSON.stringify(label)).join(",\n")}\n]\n`;
}
