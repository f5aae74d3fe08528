/** Grounds and lines that differ by their drawing and not only by colour: some themes have one colour for all. */

function toPattern(id: string, size: number, turn: number, ground: string, drawing: string): string {
  const turned = turn === 0 ? "" : ` patternTransform="rotate(${turn})"`;
  return (
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turned}>` +
    `<rect width="${size}" height="${size}" fill="var(--${ground})"/>${drawing}</pattern>`
  );
}

function toLines(path: string, colour: string): string {
  return `<path d="${path}" fill="none" stroke="var(--${colour})" stroke-width="1" stroke-opacity=".5"/>`;
}

/** By the ground whose place they take. */
const patterns: Record<string, { id: string; content: string }> = Object.fromEntries(
  [
    ["parte-b-fondo", "rayas", 8, 45, toLines("M4 0V8", "parte-b")],
    ["parte-c-fondo", "puntos", 8, 0, '<circle cx="4" cy="4" r="1.2" fill="var(--parte-c)" fill-opacity=".6"/>'],
    ["parte-d-fondo", "cuadros", 10, 45, toLines("M5 0V10M0 5H10", "parte-d")],
    ["papel-2", "renglones", 6, 0, toLines("M0 3H6", "tinta-2")],
    ["papel-3", "columnas", 6, 0, toLines("M3 0V6", "tinta-2")],
    ["papel", "reverso", 8, -45, toLines("M4 0V8", "tinta-2")],
  ].map(([ground, id, size, turn, drawing]) => [
    String(ground),
    { id: String(id), content: toPattern(String(id), Number(size), Number(turn), String(ground), String(drawing)) },
  ]),
);

/** Dashes of a series by its colour; that of part A is whole. */
const dashes: Record<string, string> = { "parte-b": "5 3", "parte-c": "1.5 3", "parte-d": "6 2 1.5 2" };

/** Adds the patterns to a painted drawing; those that nothing uses are dropped with the other definitions. */
export function addPatterns(svg: SVGSVGElement): void {
  const definitions = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "defs");
  definitions.innerHTML = Object.values(patterns)
    .map(({ content }) => content)
    .join("");
  svg.append(definitions);
}

/** Whether a type of diagram says something by a colour alone. */
const coloured = new Set(["pie", "gantt", "xychart"]);

/** Tells slices, states of tasks and series of a painted drawing apart without their colours. */
export function drawGrounds(svg: SVGSVGElement, type: string | undefined): void {
  if (type === undefined || !coloured.has(type)) return;
  for (const shape of svg.querySelectorAll("path, rect")) {
    lightenMark(shape);
    const ground = toToken(shape.getAttribute("fill"));
    // The paper of a chart is no state; that of a slice is its only ground.
    if (ground !== undefined && (type === "pie" || ground.startsWith("parte-")) && patterns[ground] !== undefined) {
      shape.setAttribute("fill", `url(#${patterns[ground].id})`);
    }
    const dash = dashes[toToken(shape.getAttribute("stroke")) ?? ""];
    if (shape.getAttribute("fill") === "none" && dash !== undefined) shape.setAttribute("stroke-dasharray", dash);
  }
}

/** The mark of a series of bars in a legend is as full as a line; here it gets the ground and border of its bars. */
function lightenMark(shape: Element): void {
  const token = toToken(shape.getAttribute("fill"));
  if (token === undefined || !/^parte-[a-d]$/u.test(token)) return;
  shape.setAttribute("fill", `var(--${token}-fondo)`);
  shape.setAttribute("stroke", `var(--${token})`);
  shape.setAttribute("stroke-width", "1.5");
}

function toToken(colour: string | null): string | undefined {
  return /^var\(--(.+)\)$/u.exec(colour ?? "")?.[1];
}
