import { halo } from "./looks/look.ts";
import { lightColours } from "./palette.ts";
import { type Measures } from "./shim/install.ts";
import { areOver, cornersOf } from "./turned-box.ts";

/** Corrections to Mermaid's shapes that its style sheet cannot make; the rules are those of the course's identity. */
export function restyle(svg: SVGSVGElement, measures: Measures): void {
  roundCorners(svg);
  sharpenHeads(svg);
  lowerTitles(svg);
  trimLifelines(svg, measures);
  finishGantt(svg);
  partBits(svg);
  inkIcons(svg);
  liftShares(svg);
  clearBranchNames(svg, measures);
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

/** The clock of the build is not the reader's; Mermaid turns milestones by a rule of its style sheet, and paints the grid under the sections. */
function finishGantt(svg: SVGSVGElement): void {
  for (const today of svg.querySelectorAll(".today")) today.remove();
  for (const task of svg.querySelectorAll("rect.task")) task.removeAttribute("transform-origin");
  for (const milestone of svg.querySelectorAll("rect.milestone")) {
    const number = (name: string) => Number(milestone.getAttribute(name));
    const [x, y] = [number("x") + number("width") / 2, number("y") + number("height") / 2];
    milestone.setAttribute("transform", `translate(${x} ${y}) rotate(45) scale(0.8) translate(${-x} ${-y})`);
  }
  const grid = svg.querySelector(":scope > .grid");
  grid?.nextElementSibling?.after(grid);
}

/** The last bit of a field and the first of the next one would read as one number. */
function partBits(svg: SVGSVGElement): void {
  for (const bit of svg.querySelectorAll(".packetByte.start")) move(bit, 3, -3);
  for (const bit of svg.querySelectorAll(".packetByte.end")) move(bit, -3, -3);
}

/** Mermaid draws the pictures of services in white on blue, by `style` alone: ink on paper, with the border of a node. */
function inkIcons(svg: SVGSVGElement): void {
  for (const icon of svg.querySelectorAll("svg[viewBox='0 0 80 80']")) {
    for (const shape of icon.querySelectorAll("[style]")) {
      const style = shape.getAttribute("style") ?? "";
      const ground = style.includes("#087ebf");
      const inked = ground
        ? `fill: ${lightColours.papel}; stroke: ${lightColours.tinta}; stroke-width: 2px`
        : style.replaceAll("#fff", lightColours.tinta);
      shape.setAttribute("style", inked);
    }
  }
}

/** The share of a slice stands on its ground, whose pattern would run through it. */
function liftShares(svg: SVGSVGElement): void {
  const slices = svg.querySelectorAll("path.pieCircle");
  for (const [index, share] of svg.querySelectorAll("text.slice").entries()) {
    const ground = slices[index]?.getAttribute("fill");
    if (ground) share.setAttribute("style", `${share.getAttribute("style") ?? ""}; ${halo(ground)}`);
  }
}

/** Room between the name of a branch and the label of a commit, px. */
const clearance = 6;

/** The label of a first commit runs down to the left, over the names of the branches below: they make room. */
function clearBranchNames(svg: SVGSVGElement, { geometry }: Measures): void {
  const isLevel = [...svg.querySelectorAll("line.branch")].every(
    (line) => line.getAttribute("y1") === line.getAttribute("y2"),
  );
  const cornersIn = (element: Element, room: number) => {
    const { x, y, width, height } = geometry.boxOf(element) ?? { x: 0, y: 0, width: 0, height: 0 };
    const box = { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
    return cornersOf(box, geometry.matrixOf(element));
  };
  const labels = [...svg.querySelectorAll(".commit-label")].map((label) => cornersIn(label, clearance));
  const [names, grounds] = [".branchLabel", ".branchLabelBkg"].map((each) => [...svg.querySelectorAll(each)]);
  if (!isLevel || names === undefined || grounds === undefined) return;
  const covered = grounds.map((ground) => cornersIn(ground, 0));
  const widest = labels.flatMap((label) => label.map(([x]) => x));
  const most = Math.max(...covered.flat().map(([x]) => x)) - Math.min(...widest);
  const isCovered = (by: number) =>
    covered.some((name) => {
      const [a, b, c, d] = name.map(([x, y]) => [x - by, y] as const);
      return a && b && c && d && labels.some((label) => areOver([a, b, c, d], label, 0));
    });
  let by = 0;
  while (by < most && isCovered(by)) by += 1;
  if (by === 0) return;
  for (const element of [...names, ...grounds]) {
    element.setAttribute("transform", `translate(${-by} 0) ${element.getAttribute("transform") ?? ""}`.trim());
  }
}

function move(text: Element, dx: number, dy: number): void {
  text.setAttribute("dx", String(dx));
  text.setAttribute("dy", String(dy));
}
