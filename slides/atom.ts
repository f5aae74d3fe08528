import type { Element, ElementContent } from "hast";

/** What of a list, table or listing is common to its atoms, however they are distributed over slides. */
export interface ListSource {
  kind: "list";
  ordered: boolean;
  /** How many atoms it has. */
  size: number;
}

export interface TableSource {
  kind: "table";
  id: string | undefined;
  label: string | undefined;
  /** Cells of the head; none when the table has no head. */
  head: Cell[];
  /** Of all rows, for the widths of the columns. */
  rows: Cell[][];
  size: number;
}

export interface CodeSource {
  kind: "code";
  file: string | undefined;
  size: number;
}

export interface Cell {
  nodes: ElementContent[];
  numeric: boolean;
}

interface Common {
  words: number;
  /** List items or table rows, of which a slide holds few. */
  items: number;
  /** Nothing may come between this atom and the next one. */
  glued: boolean;
  /** The author asks for a new slide here. */
  cut: boolean;
  /** Grows with every `<Pausa />`: later atoms appear one key press later. */
  pauses: number;
  /** Notes that belong to it, where it is shown small; a large form shows some of them itself. */
  notes: Element[];
  /** The same, where it has a slide for itself. */
  notesWhenLarge?: Element[];
}

export interface TextAtom extends Common {
  kind: "text" | "subhead";
  nodes: ElementContent[];
}
export interface ItemAtom extends Common {
  kind: "item";
  source: ListSource;
  /** Number of the item in its list, from the list's `start`. */
  number: number;
  item: Element;
  /** The words of the item of which this is the rest; nothing where it begins. */
  parent: ElementContent[] | undefined;
}
export interface RowAtom extends Common {
  kind: "row";
  source: TableSource;
  cells: Cell[];
}
export interface LinesAtom extends Common {
  kind: "lines";
  source: CodeSource;
  lines: Element[];
  /** Characters of the longest line of the whole listing. */
  columns: number;
}
export interface FigureAtom extends Common {
  kind: "figure";
  id: string | undefined;
  label: string | undefined;
  svg: Element;
  width: number;
  height: number;
  /** Font size of its smallest text, in its own units. */
  smallestText: number;
}
export interface FormulaAtom extends Common {
  kind: "formula";
  math: ElementContent[];
  tall: boolean;
}
export interface DefinitionAtom extends Common {
  kind: "definition";
  id: string;
  term: string;
  english: string | undefined;
  paragraphs: ElementContent[][];
  source: string | undefined;
}
export interface QuotationAtom extends Common {
  kind: "quotation";
  id: string | undefined;
  paragraphs: ElementContent[][];
  author: string;
  detail: string | undefined;
}
export interface QuestionAtom extends Common {
  kind: "question";
  id: string | undefined;
  nodes: ElementContent[];
}
export interface CalloutAtom extends Common {
  kind: "callout";
  tone: "precision" | "historia" | "nota" | "ejemplo" | "cita";
  label: string | undefined;
  body: Element[];
}
export interface IslandAtom extends Common {
  kind: "island";
  id: string | undefined;
  label: string | undefined;
  element: Element;
}

/** The smallest thing that is moved from one slide to another. */
export type Atom =
  | TextAtom
  | ItemAtom
  | RowAtom
  | LinesAtom
  | FigureAtom
  | FormulaAtom
  | DefinitionAtom
  | QuotationAtom
  | QuestionAtom
  | CalloutAtom
  | IslandAtom;

/** Neighbours that are drawn as one element: items of one list, rows of one table, groups of one listing. */
export type Group =
  | { kind: "list"; atoms: ItemAtom[] }
  | { kind: "table"; atoms: RowAtom[] }
  | { kind: "code"; atoms: LinesAtom[] }
  | { kind: "single"; atom: Exclude<Atom, ItemAtom | RowAtom | LinesAtom> };

export function toGroups(atoms: readonly Atom[]): Group[] {
  const groups: Group[] = [];
  for (const atom of atoms) {
    const last = groups.at(-1);
    if (atom.kind === "item") {
      if (last?.kind === "list" && last.atoms[0]?.source === atom.source) last.atoms.push(atom);
      else groups.push({ kind: "list", atoms: [atom] });
    } else if (atom.kind === "row") {
      if (last?.kind === "table" && last.atoms[0]?.source === atom.source) last.atoms.push(atom);
      else groups.push({ kind: "table", atoms: [atom] });
    } else if (atom.kind === "lines") {
      if (last?.kind === "code" && last.atoms[0]?.source === atom.source) last.atoms.push(atom);
      else groups.push({ kind: "code", atoms: [atom] });
    } else groups.push({ kind: "single", atom });
  }
  return groups;
}

/** The items that a list shows on one slide: the rest of an item that was cut repeats its words where it comes first. */
export function itemsOf(atoms: readonly ItemAtom[]): Element[] {
  return atoms.map(({ item, parent }, index) =>
    index === 0 && parent !== undefined ? { ...item, children: [...parent, ...item.children] } : item,
  );
}

/** The lines that a listing shows on one slide: blank lines at its ends say nothing. */
export function linesOf(atoms: readonly LinesAtom[]): Element[] {
  const lines = atoms.flatMap((atom) => atom.lines);
  while (isBlank(lines.at(-1))) lines.pop();
  while (isBlank(lines[0])) lines.shift();
  return lines;
}

function isBlank(line: Element | undefined): boolean {
  return line !== undefined && line.children.every((child) => child.type === "text" && child.value.trim() === "");
}
