import type { Markup } from "../html.ts";
import { drawRow, drawTable, drawWide } from "../table.ts";
import { floorsOf, KINDS } from "./model.ts";
import { kindWords, nameOfLevel } from "./words.ts";

/** The three stacks as a table: the same floor in the same row. */
export function drawStacks(): Markup {
  const floors = floorsOf("type-2").toReversed();
  const rows = floors.map(({ level, own }) =>
    drawRow([
      nameOfLevel("type-2", level),
      ...KINDS.map((kind) => {
        const missing = floorsOf(kind).some((floor) => floor.level === level && floor.missing);
        if (missing) return "✗ no hay";
        return level === "monitor" ? nameOfLevel(kind, level).toLowerCase() : own ? "uno por programa" : "uno";
      }),
    ]),
  );
  return drawWide("Las tres pilas", drawTable({ heads: ["Piso", ...KINDS.map((kind) => kindWords[kind])] }, rows));
}
