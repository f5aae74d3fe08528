import type { ElementContent } from "hast";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import { type Atom, type DefinitionAtom, type FigureAtom, type Group, type QuotationAtom, toGroups } from "./atom.ts";
import { textOf } from "./clean.ts";
import { gapAfter, introduces, measureListing, measureStack, measureText, quoted } from "./height.ts";
import { toRuns } from "./inline.ts";
import { countLines, measureLine } from "./lines.ts";
import * as theme from "./theme.ts";
import type { Ratio, Step } from "./theme.ts";

/** How the body of a slide is arranged. */
export type FormName = "pila" | "lado" | "codigo" | "columnas" | "grande";

export interface Fit {
  form: FormName;
  step: Step;
  /** Heights in CSS px: what the body takes and what it may take. */
  used: number;
  available: number;
  /** Size of the slide's figure. */
  figure?: { width: number; height: number };
  /** The term of a large definition is long and goes one size down. */
  smallTerm?: boolean;
}

export interface Heading {
  nodes: readonly ElementContent[];
  /** “(2/3)”, or the widest that it may become; empty when the section has one slide. */
  fraction: string;
}

interface Page {
  ratio: Ratio;
  width: number;
  available: number;
  metrics: TextMetrics;
}

/** The first arrangement in which the atoms fit on one slide, from the most comfortable to the tightest. */
export function fitSlide(
  atoms: readonly Atom[],
  heading: Heading,
  ratio: Ratio,
  metrics: TextMetrics,
  { large: mayBeLarge = true } = {},
): Fit | undefined {
  const width = theme.bodyWidth[ratio];
  const [only] = atoms;
  if (mayBeLarge && atoms.length === 1 && (only?.kind === "definition" || only?.kind === "quotation")) {
    const large = fitLarge(only, heading, { ratio, width, available: theme.large.height, metrics });
    if (large !== undefined) return large;
  }
  const lines = countTitleLines(heading, toLabel(atoms), ratio, metrics);
  if (lines > theme.title.mostLines) return undefined;
  const available = theme.bodyHeight - Math.max(0, lines - 1) * theme.title.line;
  const page = { ratio, width, available, metrics };
  const figures = atoms.filter((atom) => atom.kind === "figure");
  if (figures.length > 1) return undefined;
  const [figure] = figures;
  const steps: Step[] = [0, 1];
  for (const step of steps) {
    const fit = figure === undefined ? fitText(atoms, step, page) : fitFigure(atoms, figure, step, page);
    if (fit !== undefined) return fit;
  }
  return undefined;
}

/** What stands at the right of the title: the numbers of figures and tables, the name of a file. */
export function toLabel(atoms: readonly Atom[]): string {
  const labels = atoms.map((atom) => {
    if (atom.kind === "figure" || atom.kind === "island") return atom.label;
    if (atom.kind === "row") return atom.source.label;
    return atom.kind === "lines" ? atom.source.file : undefined;
  });
  return [...new Set(labels.filter((label) => label !== undefined))].join(" · ");
}

export function countTitleLines(
  { nodes, fraction }: Heading,
  label: string,
  ratio: Ratio,
  metrics: TextMetrics,
): number {
  const room =
    label === ""
      ? 0
      : measureLine([{ text: label, face: "regular", size: theme.label.size }], metrics) + theme.label.gap;
  const { size, letterSpacing } = theme.title;
  const runs = toRuns([...nodes, { type: "text", value: fraction === "" ? "" : ` ${fraction}` }], size, "bold");
  const spaced = runs.map((run) => (run.face === "mono" ? run : { ...run, letterSpacing }));
  return countLines(spaced, theme.bodyWidth[ratio] - room, metrics);
}

/** The line above a large definition or quotation, short enough to be one. */
export function toLargeLabel(atom: DefinitionAtom | QuotationAtom, { nodes, fraction }: Heading): string {
  const section = [textOf(nodes), fraction].filter((part) => part !== "").join(" ");
  if (atom.kind === "quotation") return section;
  return textOf(nodes) === atom.term ? "Definición" : `Definición · ${section}`;
}

function fitLarge(atom: DefinitionAtom | QuotationAtom, heading: Heading, page: Page): Fit | undefined {
  const { width, available, metrics } = page;
  const label = toRuns([{ type: "text", value: toLargeLabel(atom, heading) }], theme.secondary.size);
  if (countLines(label, width, metrics) > 1) return undefined;
  const long = atom.kind === "quotation" && textOf(atom.paragraphs.flat()).length > theme.longQuotation;
  const steps: Step[] = long ? [1] : [0, 1];
  for (const step of steps) {
    const fit = atom.kind === "definition" ? measureDefinition(atom, step, page) : measureQuotation(atom, step, page);
    if (fit.used <= available) return { form: "grande", step, available, ...fit };
  }
  return undefined;
}

function measureDefinition(atom: DefinitionAtom, step: Step, { width, metrics }: Page) {
  const { term, definition } = theme.large;
  const linesOf = (size: number) =>
    countLines(toRuns([{ type: "text", value: atom.term }], size, "bold"), width - 2 * 10, metrics);
  const smallTerm = linesOf(term.size) > 1;
  const name = smallTerm ? linesOf(term.smaller.size) * term.smaller.line : term.line;
  const text = atom.paragraphs.reduce((sum, nodes) => sum + measureText(nodes, definition[step], width, metrics), 0);
  const english =
    atom.english === undefined
      ? 0
      : theme.gap.lead + measureText([{ type: "text", value: atom.english }], theme.secondary, width, metrics);
  const source =
    atom.source === undefined
      ? 0
      : 36 + measureText([{ type: "text", value: atom.source }], theme.secondary, width, metrics);
  return { used: 12 + name + english + 36 + text + source, smallTerm };
}

function measureQuotation(atom: QuotationAtom, step: Step, { width, metrics }: Page) {
  const size = theme.large.quotation[step];
  const inside = Math.min(width - theme.large.quotationIndent, theme.large.quotationWidth);
  const text = atom.paragraphs.reduce(
    (sum, nodes) => sum + countLines(quoted(nodes, size.size), inside, metrics) * size.line,
    0,
  );
  const compact = theme.compact[0];
  const author = countLines(toRuns([{ type: "text", value: atom.author }], compact.size, "bold"), inside, metrics);
  const detail = countLines(toRuns([{ type: "text", value: atom.detail ?? "" }], compact.size), inside, metrics);
  return { used: text + 36 + (author + detail) * compact.line };
}

function fitText(atoms: readonly Atom[], step: Step, page: Page): Fit | undefined {
  const { ratio, width, available, metrics } = page;
  const groups = toGroups(atoms);
  const setting = { width, step, ratio, metrics };
  if (isLongList(groups)) {
    const half = Math.ceil(atoms.length / 2);
    const column = { ...setting, width: (width - theme.twoColumns.gap) / 2 };
    const used = Math.max(
      measureStack(toGroups(atoms.slice(0, half)), column),
      measureStack(toGroups(atoms.slice(half)), column),
    );
    if (used <= available) return { form: "columnas", step, used, available };
  }
  const used = measureStack(groups, setting);
  if (used <= available) return { form: "pila", step, used, available };
  return fitBesideCode(groups, setting, available);
}

function isLongList(groups: readonly Group[]): boolean {
  const [list] = groups;
  if (groups.length !== 1 || list?.kind !== "list" || list.atoms.length < theme.twoColumns.leastItems) return false;
  return list.atoms.every(({ item }) => textOf([item]).length <= theme.twoColumns.itemCharacters);
}

/** Sentences and one listing: the listing at the left, the sentences at its right. */
function fitBesideCode(
  groups: readonly Group[],
  { width, step, ratio, metrics }: Parameters<typeof measureStack>[1],
  available: number,
): Fit | undefined {
  const listing = groups.at(-1);
  const texts = groups.slice(0, -1);
  if (listing?.kind !== "code" || texts.length === 0) return undefined;
  if (!texts.every((group) => group.kind === "single" && group.atom.kind === "text")) return undefined;
  const wide = measureListing(listing.atoms[0]?.columns ?? 0, step, ratio, metrics);
  const { gap, least } = theme.beside[ratio];
  const room = width - wide - gap;
  if (room < least) return undefined;
  const setting = { width, step, ratio, metrics };
  const used = Math.max(measureStack([listing], setting), measureStack(texts, { ...setting, width: room }));
  return used <= available ? { form: "codigo", step, used, available } : undefined;
}

function fitFigure(atoms: readonly Atom[], figure: FigureAtom, step: Step, page: Page): Fit | undefined {
  const { ratio, width, available, metrics } = page;
  const index = atoms.indexOf(figure);
  const before = toGroups(atoms.slice(0, index));
  const after = toGroups(atoms.slice(index + 1));
  const setting = { width, step, ratio, metrics };
  const gaps = (before.length > 0 ? gapAfter(before.at(-1)) : 0) + (after.length > 0 ? theme.gap.blocks : 0);
  const others = measureStack(before, setting) + measureStack(after, setting) + gaps;
  const below = scaleFigure(figure, width, Math.min(available - others, theme.figure.height));
  const fits: (Fit & { scale: number })[] = [];
  if (below !== undefined) fits.push({ form: "pila", step, used: others + below.height, available, ...below });
  const beside = ratio === "16:9" ? fitBesideFigure(atoms, figure, setting, available) : undefined;
  if (beside !== undefined) fits.push(beside);
  // The larger drawing wins, and one column when they are alike.
  const [best] = fits.sort((a, b) => (Math.abs(b.scale - a.scale) < 0.05 ? 0 : b.scale - a.scale));
  if (best === undefined) return undefined;
  const { scale: _scale, ...fit } = best;
  return fit;
}

function fitBesideFigure(
  atoms: readonly Atom[],
  figure: FigureAtom,
  setting: Parameters<typeof measureStack>[1],
  available: number,
): (Fit & { scale: number }) | undefined {
  const others = atoms.filter((atom) => atom !== figure);
  if (others.length === 0 || others.length > theme.limits.sideItems || (atoms[0] !== figure && atoms.at(-1) !== figure))
    return undefined;
  if (!others.every((atom) => atom.kind === "item" || atom.kind === "text" || introduces(atom))) return undefined;
  const text = measureStack(toGroups(others), { ...setting, width: theme.side.text });
  const drawn = scaleFigure(figure, theme.side.figure, Math.min(available, theme.figure.height));
  if (text > available || drawn === undefined) return undefined;
  return { form: "lado", step: setting.step, used: Math.max(text, drawn.height), available, ...drawn };
}

/** The largest size of the figure inside a box, if its smallest text can be read there. */
function scaleFigure({ width, height, smallestText }: FigureAtom, boxWidth: number, boxHeight: number) {
  const smallest = Number.isFinite(smallestText) ? smallestText : theme.figure.leastText;
  const scale = Math.min(boxWidth / width, boxHeight / height, theme.figure.mostText / smallest);
  if (scale <= 0 || smallest * scale < theme.figure.leastText) return undefined;
  const figure = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  return { figure, height: figure.height, scale };
}
