import { type Box, transformBox, unite } from "./shim/box.ts";
import type { Measures } from "./shim/install.ts";
import { areOver, cornersOf } from "./turned-box.ts";

/** A label that does not fit the shape it belongs to. */
export interface Overflow {
  text: string;
  /** How far it stands out, px. */
  excess: number;
}

/** Rounding of Mermaid's own geometry, px. */
const tolerance = 1;

/** Labels that stand out of their node, note or participant. */
export function findOverflows(svg: SVGSVGElement, { geometry }: Measures): Overflow[] {
  const overflows: Overflow[] = [];
  const boxIn = (element: Element): Box | undefined => {
    const box = geometry.boxOf(element);
    return box && transformBox(box, geometry.matrixOf(element));
  };
  const check = (text: Element, shapes: Element[]) => {
    const [inner, outer] = [boxIn(text), unite(shapes.flatMap((shape) => boxIn(shape) ?? []))];
    if (inner === undefined || outer === undefined) return;
    const excess = Math.max(
      outer.x - inner.x,
      outer.y - inner.y,
      inner.x + inner.width - outer.x - outer.width,
      inner.y + inner.height - outer.y - outer.height,
    );
    if (excess > tolerance) overflows.push({ text: text.textContent.trim(), excess });
  };
  for (const node of svg.querySelectorAll("g.node")) {
    const shapes = [...node.children].filter((child) => !child.classList.contains("label"));
    for (const text of node.querySelectorAll(".label text")) if (shapes.length > 0) check(text, shapes);
  }
  // In sequence diagrams a box and its texts are siblings.
  for (const box of svg.querySelectorAll("rect.note, rect.actor")) {
    for (const text of box.parentElement?.querySelectorAll(":scope > text") ?? []) check(text, [box]);
  }
  for (const field of svg.querySelectorAll("rect.packetBlock")) {
    if (field.nextElementSibling?.localName === "text") check(field.nextElementSibling, [field]);
  }
  for (const node of svg.querySelectorAll(".timeline-node")) {
    for (const text of node.querySelectorAll("text")) check(text, [...node.querySelectorAll("path")]);
  }
  return [...overflows, ...findLongSections(svg, { geometry })];
}

/** The names of a Gantt chart's sections stand in its left margin, before the grid. */
function findLongSections(svg: SVGSVGElement, { geometry }: Pick<Measures, "geometry">): Overflow[] {
  const grid = svg.querySelector(":scope > .grid");
  if (grid === null) return [];
  const [, , , , left] = geometry.matrixOf(grid);
  return [...svg.querySelectorAll("text.sectionTitle")].flatMap((title) => {
    const box = geometry.boxOf(title);
    const excess = box === undefined ? 0 : box.x + box.width - left;
    return excess > tolerance ? [{ text: title.textContent.trim(), excess }] : [];
  });
}

/** Two labels, one over the other. */
export interface Overlap {
  first: string;
  second: string;
}

const labelled = [
  ".edgeLabel text",
  ".architecture-edges text",
  ".architecture-services text",
  ".commit-label",
  ".branchLabel text",
  ".tag-label",
].join(", ");

/**
 * Labels of lines that cover each other, and in architecture diagrams and histories those of services, commits and
 * branches too: the layout places each one without looking at the others. Those of commits are turned, so that their
 * corners are compared and not their boxes.
 */
export function findOverlaps(svg: SVGSVGElement, { geometry }: Measures): Overlap[] {
  const labels = [...svg.querySelectorAll(labelled)].flatMap((element) => {
    const box = geometry.boxOf(element);
    const text = element.textContent.trim();
    return box === undefined || text === "" ? [] : [{ text, corners: cornersOf(box, geometry.matrixOf(element)) }];
  });
  return labels.flatMap((first, index) =>
    labels
      .slice(index + 1)
      .filter((second) => areOver(first.corners, second.corners, tolerance))
      .map((second) => ({ first: first.text, second: second.text })),
  );
}
