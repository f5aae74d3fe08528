import type { Code, Root } from "mdast";
import { readFenceMeta } from "./fence.ts";
import { readText } from "./jsx.ts";
import { isJsx, type Jsx, type Node, walk } from "./mdx.ts";
import { type Place, placeOfNode, type SourceFile } from "./place.ts";
import { toSlug } from "./text.ts";
import { islandComponents } from "./vocabulary.ts";

/** A numbered figure or table: the same number on the page, on the slide and in every reference. */
export interface Exhibit {
  kind: "figure" | "table";
  /** `fig-…` or `tabla-…`. */
  anchor: string;
  /** `"6.1"`: lesson and position among those of its kind. */
  number: string;
  place: Place;
  /** Name of the Mermaid source, for a diagram. */
  diagram: string | undefined;
}

/** The figures and tables of a lesson in reading order. */
export function readExhibits(tree: Root, lesson: number, source: SourceFile): Exhibit[] {
  const exhibits: Exhibit[] = [];
  const count = { figure: 0, table: 0 };
  for (const [node] of walk(tree)) {
    const kind = exhibitKind(node);
    if (kind === undefined) continue;
    count[kind] += 1;
    exhibits.push({
      kind,
      anchor: exhibitAnchor(node as Jsx | Code),
      number: `${lesson}.${count[kind]}`,
      place: placeOfNode(source, node),
      diagram: diagramName(node),
    });
  }
  return exhibits;
}

export function exhibitKind(node: Node): Exhibit["kind"] | undefined {
  if (isJsx(node, "Figura") || isJsx(node, "Diagrama") || isIsland(node) || isMermaid(node)) return "figure";
  return isJsx(node, "Comparacion") ? "table" : undefined;
}

/** `Figura 6.1`, `Tabla 6.1`. */
export function exhibitLabel({ kind, number }: Pick<Exhibit, "kind" | "number">): string {
  return `${kind === "figure" ? "Figura" : "Tabla"} ${number}`;
}

/** Whether the node is a teaching island, which is numbered as a figure. */
export function isIsland(node: Node): boolean {
  return isJsx(node) && islandComponents.has(node.name ?? "");
}

export function isMermaid(node: Node): node is Code & { lang: "mermaid" } {
  return node.type === "code" && node.lang === "mermaid";
}

/** The name under which a fence's diagram is known: its `id`, else the slug of its title. */
export function fenceDiagramName(node: Code): string {
  const { values } = readFenceMeta(node.meta ?? "");
  return toSlug(values.get("id") ?? values.get("titulo") ?? "");
}

function diagramName(node: Node): string | undefined {
  if (isJsx(node, "Diagrama")) return readText(node, "nombre") ?? "";
  return isMermaid(node) ? fenceDiagramName(node) : undefined;
}

function exhibitAnchor(node: Jsx | Code): string {
  if (node.type === "code") return `fig-${fenceDiagramName(node)}`;
  const id = readText(node, "id");
  if (isIsland(node)) return `fig-${id ?? toTag(node.name ?? "")}`;
  if (isJsx(node, "Comparacion")) return `tabla-${id ?? toSlug(readText(node, "titulo") ?? "")}`;
  if (isJsx(node, "Diagrama")) return `fig-${readText(node, "nombre") ?? ""}`;
  return `fig-${id ?? toSlug((readText(node, "archivo") ?? "").replace(/\.\w+$/, ""))}`;
}

// `CurvasDeMoore` → `curvas-de-moore`, the name of its element.
function toTag(component: string): string {
  return component.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
}
