import { createHash } from "node:crypto";
import { type Diagram, type DiagramSource, diagramType } from "../../course/diagram.ts";
import type { Issue } from "../../course/issue.ts";
import { toIssue } from "../../course/place.ts";
import { prepareFonts } from "../fonts.ts";
import { toColourRemedy } from "./author-classes.ts";
import { DiagramCache } from "./cache.ts";
import { checkSource } from "./check-source.ts";
import { readCommitted } from "./committed.ts";
import { Draughtsman } from "./draughtsman.ts";
import { type MermaidCode, placeIn, toMermaidCode } from "./mermaid-code.ts";
import { toSyntaxIssue } from "./syntax-issue.ts";
import type { Answer } from "./worker.ts";

/**
 * Draws the diagrams of the course with Mermaid and without a browser. Diagrams by name; one with an issue is left out.
 * The bytes of a drawing depend on its source and on the installed packages only. Drawings are kept in
 * `node_modules/.cache/apuntes/diagrams` under `root`: what has not changed is not drawn again.
 */
export async function renderDiagrams(
  sources: DiagramSource[],
  root: string,
): Promise<{ diagrams: Map<string, Diagram>; issues: Issue[] }> {
  const fonts = await prepareFonts(root);
  const cache = await DiagramCache.open(root, fonts);
  const draughtsman = new Draughtsman(root, fonts.paths);
  const diagrams = new Map<string, Diagram>();
  const issues: Issue[] = [];
  try {
    for (const source of sources) {
      const kept = await cache.read(source);
      const result = kept === undefined ? await renderDiagram(source, draughtsman) : { diagram: kept, issues: [] };
      issues.push(...result.issues);
      if (result.diagram === undefined) continue;
      diagrams.set(source.name, result.diagram);
      if (kept === undefined) await cache.write(source, result.diagram);
    }
  } finally {
    await draughtsman.close();
  }
  return { diagrams, issues };
}

interface Rendering {
  diagram?: Diagram;
  issues: Issue[];
}

/** One diagram, whatever is kept of it. */
export async function renderDiagram(source: DiagramSource, draughtsman: Draughtsman): Promise<Rendering> {
  if (source.committed !== undefined) return readCommitted(source, source.committed, toPrefix(source));
  const found = checkSource(source);
  if (found.length > 0) return { issues: found };
  const { title, description, steps } = source;
  const code = toMermaidCode(source);
  const answer = await draughtsman.draw({ code: code.text, prefix: toPrefix(source), title, description, steps });
  const issues = toIssues(answer, source, code);
  if (answer.kind !== "drawing" || issues.length > 0) return { issues };
  const { svg, width, height, smallestText, words } = answer.drawing;
  return { diagram: { name: source.name, title, description, svg, width, height, smallestText, words }, issues: [] };
}

function toIssues(answer: Answer, source: DiagramSource, code: MermaidCode): Issue[] {
  switch (answer.kind) {
    case "syntax":
      return [toSyntaxIssue(answer.error, code)];
    case "colour": {
      const message = `El color «${answer.colour}» no es de los temas del curso.`;
      return [toIssue(placeOfText(source, answer.colour), message, toColourRemedy(diagramType(code.text).type))];
    }
    case "failure": {
      const message = `El diagrama «${source.name}» no se puede dibujar (${answer.message}).`;
      return [toIssue(placeIn(source, 1, 1), message, "Conviene quitar líneas hasta encontrar cuál lo impide.")];
    }
    case "drawing":
      return [
        ...answer.drawing.overflows.map(({ text, excess }) => {
          const message = `El texto «${text}» sale ${Math.ceil(excess)} px de su caja.`;
          return toIssue(placeOfText(source, text), message, "Conviene acortarlo o partirlo con <br/>.");
        }),
        ...answer.drawing.strangers.map((name) => {
          const message = `El diagrama no tiene un nodo «${name}», que «partes» nombra.`;
          return toIssue(placeIn(source, 1, 1), message, "Se nombran como en el código: partes: a, b; c.");
        }),
        ...answer.drawing.overlaps.map(({ first, second }) => {
          const message = `Los rótulos «${first}» y «${second}» se superponen.`;
          return toIssue(placeOfText(source, second), message, "Conviene acortarlos o cambiar la dirección (LR, TB).");
        }),
      ];
  }
}

/** The line of the code that holds the text, or as much of its beginning as one line has. */
function placeOfText(source: DiagramSource, text: string): ReturnType<typeof placeIn> {
  const lines = source.code.split(/\r?\n/u);
  const words = text.split(/\s+/u);
  for (let count = words.length; count > 0; count -= 1) {
    const needle = words.slice(0, count).join(" ");
    const index = lines.findIndex((line) => line.includes(needle));
    if (index >= 0) return placeIn(source, index + 1, (lines[index] ?? "").indexOf(needle) + 1);
  }
  return placeIn(source, 1, 1);
}

/** Ids have to differ between the diagrams of one page, and to be the same in every build. */
export function toPrefix({ name, code }: DiagramSource): string {
  return `dg-${createHash("sha256").update(`${name}\n${code}`).digest("hex").slice(0, 8)}`;
}
