/** What stands after the language of a code fence: `archivo="compose.yaml" {4-6,9}`, in steps `{4-6|9}`. */
export interface FenceMeta {
  values: Map<string, string>;
  /** Highlighted lines, from 1. */
  lines: number[];
  /** The same by the steps in which a slide highlights them: one, unless there are bars between. */
  steps: number[][];
  /** Words of the meta that are neither. */
  unknown: string[];
}

/** Attributes that a fence may carry. */
export const fenceAttributes = ["archivo", "id", "titulo", "descripcion", "partes"];

export function readFenceMeta(meta: string): FenceMeta {
  const values = new Map<string, string>();
  const steps: number[][] = [];
  const unknown: string[] = [];
  for (const [word, name, value, range] of meta.matchAll(/(\w+)="([^"]*)"|\{([\d,\s|-]+)\}|\S+/g)) {
    if (name !== undefined && value !== undefined && fenceAttributes.includes(name)) values.set(name, value);
    else if (range !== undefined && range.split("|").every((step) => rangeRule.test(step)))
      steps.push(...range.split("|").map(readRange));
    else unknown.push(word);
  }
  return { values, lines: steps.flat(), steps, unknown };
}

// At most three digits, so that a slip of the finger cannot ask for a million lines.
const rangeRule = /^\s*\d{1,3}(?:-\d{1,3})?(?:\s*,\s*\d{1,3}(?:-\d{1,3})?)*\s*$/;

function readRange(range: string): number[] {
  return range.split(",").flatMap((part) => {
    const [from = 0, to = from] = part.split("-").map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
}
