import { readFields } from "./fields.ts";
import type { Issue } from "./issue.ts";
import { toIssue } from "./place.ts";

/** A Mermaid diagram as its author wrote it, in a file of its own or in a fence of a lesson. */
export interface DiagramSource {
  name: string;
  /** Mermaid only: without header or fence. */
  code: string;
  /** What the figure is called, for readers who do not see it. */
  title: string;
  /** What it shows, in full sentences, for the same readers. */
  description: string;
  /** Names of the nodes that each step of a slide adds, the first from its start; none: the figure shows at once. */
  steps: string[][];
  /** An SVG that was committed beside the `.mmd` and stands for the one that Mermaid would draw. */
  committed?: string;
  file: string;
  /** Place in `file` where `code` begins, from 1. */
  line: number;
  column: number;
}

/** Diagram types that the course knows how to draw, by the word that an author types first. */
export const diagramTypes: Readonly<Record<string, string>> = {
  flowchart: "flowchart",
  graph: "flowchart",
  sequenceDiagram: "sequence",
  stateDiagram: "state",
  "stateDiagram-v2": "state",
  classDiagram: "class",
  "classDiagram-v2": "class",
  erDiagram: "er",
  timeline: "timeline",
  gantt: "gantt",
  gitGraph: "gitGraph",
  mindmap: "mindmap",
  block: "block",
  "block-beta": "block",
  architecture: "architecture",
  "architecture-beta": "architecture",
  pie: "pie",
  xychart: "xychart",
  "xychart-beta": "xychart",
  quadrantChart: "quadrant",
  packet: "packet",
  "packet-beta": "packet",
  kanban: "kanban",
};

/** One word for each type, as error messages list them. */
export const typeKeywords: readonly string[] = [...new Set(Object.values(diagramTypes))].map(
  (type) => Object.keys(diagramTypes).find((keyword) => diagramTypes[keyword] === type) ?? type,
);

/** The type of the diagram, `undefined` when the course cannot draw it, and the word that says so with its line. */
export function diagramType(code: string): { type: string | undefined; keyword: string; line: number } {
  const lines = code.split("\n");
  const index = lines.findIndex((text) => text.trim() !== "" && !text.trim().startsWith("%%"));
  const keyword = /^[\w-]*/u.exec((lines[index] ?? "").trim())?.[0] ?? "";
  const type = Object.hasOwn(diagramTypes, keyword) ? diagramTypes[keyword] : undefined;
  return { type, keyword, line: Math.max(index, 0) + 1 };
}

/** `"cliente, proxy; api; base"` → what each step adds. */
export function readSteps(text: string | undefined): string[][] {
  const steps = (text ?? "").split(";").map((step) => step.split(",").map((name) => name.trim()));
  return steps.map((names) => names.filter((name) => name !== "")).filter((names) => names.length > 0);
}

/** Reads a `.mmd` file: a YAML header with `titulo`, `descripcion` and perhaps `partes`, then the Mermaid code. */
export function readDiagramFile(name: string, text: string, file: string): { source?: DiagramSource; issues: Issue[] } {
  const header = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/mu.exec(text);
  if (header?.index !== 0) {
    const message = "Al diagrama le falta el encabezado con su título y su descripción.";
    const remedy = "El archivo empieza con «---», «titulo: …», «descripcion: …» y «---», uno por línea.";
    return { issues: [toIssue({ file, line: 1, column: 1 }, message, remedy)] };
  }
  const [all, yaml = ""] = header;
  const rules = { titulo: "text", descripcion: "text", "partes?": "text" } as const;
  const { fields, issues } = readFields({ file, text }, yaml, text.indexOf("\n") + 1, rules);
  const line = all.split("\n").length;
  const code = text.slice(all.length);
  if (code.trim() === "") {
    const message = "El archivo no tiene diagrama después del encabezado.";
    issues.push(toIssue({ file, line, column: 1 }, message, "Falta el código Mermaid: por ejemplo «flowchart LR»."));
  }
  const [title, description] = [fields?.text("titulo"), fields?.text("descripcion")];
  if (issues.length > 0 || title === undefined || description === undefined) return { issues };
  const steps = readSteps(fields?.text("partes"));
  return { source: { name, code, title, description: description.trim(), steps, file, line, column: 1 }, issues };
}

/** A diagram drawn: one picture for both themes, since its colours are the site's tokens. */
export interface Diagram {
  name: string;
  title: string;
  description: string;
  /** An `<svg class="diagrama">` element, to be put into a page as it is. */
  svg: string;
  /** User units, which are CSS px at 1:1. */
  width: number;
  height: number;
  /** Size of the smallest text, px at 1:1. */
  smallestText: number;
  /** The text of each label, in drawing order. */
  words: string[];
}
