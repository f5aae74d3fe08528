/** Says in a published drawing at which step of a slide an element appears, from 1; what is there at once has none. */
export const stepAttribute = "data-paso";

/**
 * Marks what each step after the first adds to a flowchart: its nodes, and each line with its label at the later of its
 * two ends. Names that no node has are handed back.
 */
export function markSteps(svg: SVGSVGElement, steps: readonly string[][], code: string): string[] {
  const stepOf = new Map(steps.flatMap((names, index) => names.map((name) => [name, index] as const)));
  const found = new Set<string>();
  for (const node of svg.querySelectorAll("g.node, g.cluster")) {
    const name = /^dibujo-(?:flowchart-(.+)-\d+|(.+))$/u
      .exec(node.id)
      ?.slice(1)
      .find((each) => each !== undefined);
    const step = name === undefined ? undefined : stepOf.get(name);
    if (name === undefined || step === undefined) continue;
    found.add(name);
    mark(node, step);
  }
  const named = readNamedLines(code);
  for (const line of svg.querySelectorAll(".edgePaths [data-id], .edgeLabels [data-id]")) {
    const id = line.getAttribute("data-id") ?? "";
    const ends = named.get(id) ?? id.replace(/^L/u, "");
    const touched = [...stepOf].filter(([name]) => ends.includes(`_${name}_`));
    mark(line.localName === "path" ? line : (line.parentElement ?? line), Math.max(0, ...touched.map(([, at]) => at)));
  }
  return [...stepOf.keys()].filter((name) => !found.has(name));
}

/** `a e1@--> b` names its line, which then does not say its ends: `e1` → `_a_b_`. */
function readNamedLines(code: string): Map<string, string> {
  const lines = code.matchAll(/([\w-]+)\s+([\w-]+)@[^\s|]+\s*(?:\|[^|]*\|\s*)?([\w-]+)/gu);
  return new Map([...lines].map(([, from = "", name = "", to = ""]) => [name, `_${from}_${to}_`]));
}

function mark(element: Element, step: number): void {
  if (step > 0) element.setAttribute(stepAttribute, String(step));
}
