/** What stands after the language of a code fence: `archivo="compose.yaml" {4-6,9}`. */
export interface FenceMeta {
  values: Map<string, string>;
  /** Highlighted lines, from 1. */
  lines: number[];
  /** Words of the meta that are neither. */
  unknown: string[];
}

/** Attributes that a fence may carry. */
export const fenceAttributes = ["archivo", "id", "titulo", "descripcion"];

export function readFenceMeta(meta: string): FenceMeta {
  const values = new Map<string, string>();
  const lines: number[] = [];
  const unknown: string[] = [];
  for (const [word, name, value, range] of meta.matchAll(/(\w+)="([^"]*)"|\{([\d,\s-]+)\}|\S+/g)) {
    if (name !== undefined && value !== undefined && fenceAttributes.includes(name)) values.set(name, value);
    else if (range !== undefined && rangeRule.test(range)) lines.push(...readRange(range));
    else unknown.push(word);
  }
  return { values, lines, unknown };
}

// At most three digits, so that a slip of the finger cannot ask for a million lines.
const rangeRule = /^\s*\d{1,3}(?:-\d{1,3})?(?:\s*,\s*\d{1,3}(?:-\d{1,3})?)*\s*$/;

function readRange(range: string): number[] {
  return range.split(",").flatMap((part) => {
    const [from = 0, to = from] = part.split("-").map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
}
