import { type Measures } from "./shim/install.ts";

/** Corrections to Mermaid's shapes that its style sheet cannot make; the rules are those of the course's identity. */
export function restyle(svg: SVGSVGElement, measures: Measures): void {
  roundCorners(svg);
  sharpenHeads(svg);
  lowerTitles(svg);
  trimLifelines(svg, measures);
}

/** All boxes have the same small radius, px. */
const radius = "2";

function roundCorners(svg: SVGSVGElement): void {
  for (const box of svg.querySelectorAll(
    ".node rect, .cluster rect, rect.actor, rect.note, .statediagram-cluster rect",
  )) {
    box.setAttribute("rx", radius);
    box.setAttribute("ry", radius);
  }
}

/** State diagrams have barbed heads: the others' solid one, 8 px long, with its tip at the same point. */
function sharpenHeads(svg: SVGSVGElement): void {
  for (const path of svg.querySelectorAll('marker[id$="barbEnd"] path')) path.setAttribute("d", "M19,7L11,11L11,3Z");
}

/** Titles of groups touch the upper edge; Mermaid's own margin for them would move the labels of lines as well. */
function lowerTitles(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll(".cluster-label")) {
    label.setAttribute("transform", `translate(0 5) ${label.getAttribute("transform") ?? ""}`);
  }
}

/** Mermaid draws lifelines 2000 px long when participants stand only at the top, and lets the view box cut them. */
function trimLifelines(svg: SVGSVGElement, { geometry }: Measures): void {
  const lines = [...svg.querySelectorAll("line.actor-line")];
  if (lines.length === 0) return;
  const others = [...svg.querySelectorAll("text, rect, path, line:not(.actor-line), polygon")];
  const bottoms = others
    .filter((element) => element.closest("defs, marker, symbol") === null)
    .flatMap((element) => geometry.boxOf(element) ?? [])
    .map((box) => box.y + box.height);
  const bottom = Math.max(...bottoms) + 16;
  for (const line of lines) line.setAttribute("y2", String(bottom));
}
