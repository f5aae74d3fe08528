import type { Element, ElementContent } from "hast";
import type { TextMetrics } from "../src/course/text-metrics.ts";
import {
  type Atom,
  type CalloutAtom,
  type DefinitionAtom,
  type FigureAtom,
  type Group,
  type ItemAtom,
  itemsOf,
  linesOf,
  type LinesAtom,
  type QuotationAtom,
  type RowAtom,
  toGroups,
} from "./atom.ts";
import { type Attributes, classesOf, element } from "./clean.ts";
import { toColumns } from "./columns.ts";
import { introduces } from "./height.ts";
import type { Fit } from "./layout.ts";
import type { Ratio } from "./theme.ts";

/** The body of a slide: its atoms as HTML, wrapped as its arrangements ask. */
export function drawBody(atoms: readonly Atom[], fits: Record<Ratio, Fit> | undefined, metrics: TextMetrics): Element {
  const pen = new Pen(atoms, fits, metrics);
  return element("div", { className: ["cuerpo"] }, pen.draw());
}

class Pen {
  readonly #atoms: readonly Atom[];
  readonly #fits: Record<Ratio, Fit> | undefined;
  readonly #metrics: TextMetrics;
  readonly #firstPause: number;

  constructor(atoms: readonly Atom[], fits: Record<Ratio, Fit> | undefined, metrics: TextMetrics) {
    this.#atoms = atoms;
    this.#fits = fits;
    this.#metrics = metrics;
    this.#firstPause = atoms[0]?.pauses ?? 0;
  }

  draw(): Element[] {
    const forms = Object.values(this.#fits ?? {}).map(({ form }) => form);
    if (forms.includes("columnas")) {
      const half = Math.ceil(this.#atoms.length / 2);
      const halves = [this.#atoms.slice(0, half), this.#atoms.slice(half)];
      return [
        element(
          "div",
          { className: ["columnas"] },
          halves.flatMap((part) => this.#drawAll(part)),
        ),
      ];
    }
    const apart = this.#atoms.findIndex((atom) => atom.kind === "figure" || atom.kind === "lines");
    if (!forms.includes("lado") && !forms.includes("codigo")) return this.#drawAll(this.#atoms);
    const before = this.#atoms.slice(0, apart);
    const after = this.#atoms.slice(apart);
    // Either the texts come first and the drawing or listing after them, or one drawing comes first.
    if (before.length > 0) return [this.#drawTexts(before), ...this.#drawAll(after)];
    return [...this.#drawAll(after.slice(0, 1)), this.#drawTexts(after.slice(1))];
  }

  #drawTexts(atoms: readonly Atom[]): Element {
    const last = atoms.at(-1);
    const leads = last !== undefined && introduces(last);
    return element("div", { className: leads ? ["texto", "guia"] : ["texto"] }, this.#drawAll(atoms));
  }

  #drawAll(atoms: readonly Atom[]): Element[] {
    return toGroups(atoms).map((group) => this.#drawGroup(group));
  }

  #drawGroup(group: Group): Element {
    switch (group.kind) {
      case "list":
        return this.#drawItems(group.atoms);
      case "table":
        return this.#drawRows(group.atoms);
      case "code":
        return this.#drawListing(group.atoms);
      case "single":
        return this.#appear(this.#drawSingle(group.atom), group.atom);
    }
  }

  /** What stands after a pause waits for a key. */
  #appear(drawn: Element, atom: Atom): Element {
    const index = atom.pauses - this.#firstPause;
    if (index <= 0) return drawn;
    const className = [...classesOf(drawn), "fragment"];
    return element(
      drawn.tagName,
      { ...(drawn.properties as Attributes), className, dataFragmentIndex: index },
      drawn.children,
    );
  }

  #drawItems(atoms: readonly ItemAtom[]): Element {
    const [first] = atoms;
    const shown = itemsOf(atoms);
    const items = atoms.map((atom, index) => {
      const attributes: Attributes = atom.parent !== undefined && index > 0 ? { className: ["sigue"] } : {};
      return this.#appear(element("li", attributes, shown[index]?.children ?? []), atom);
    });
    if (first?.source.ordered !== true) return element("ul", {}, items);
    return element("ol", first.number === 1 ? {} : { start: first.number }, items);
  }

  #drawRows(atoms: readonly RowAtom[]): Element {
    const [first] = atoms;
    if (first === undefined) return element("table", {});
    const { source } = first;
    const columns = toColumns(source, this.#metrics).map((share) => element("col", { width: `${share}%` }));
    const head = element("tr", {}, drawCells("th", source.head));
    const rows = atoms.map((atom) => this.#appear(element("tr", {}, drawCells("td", atom.cells)), atom));
    const isFirst = first.cells === source.rows[0];
    return element("table", isFirst && source.id !== undefined ? { id: source.id } : {}, [
      element("colgroup", {}, columns),
      ...(source.head.length === 0 ? [] : [element("thead", {}, [head])]),
      element("tbody", {}, rows),
    ]);
  }

  #drawListing(atoms: readonly LinesAtom[]): Element {
    const lines = linesOf(atoms);
    const drawn = lines.map((line) => ({
      ...line,
      properties: {
        className: classesOf(line),
        ...(stepsOf(line).length > 0 ? { dataPasos: stepsOf(line).join(" ") } : {}),
      },
    }));
    const before = (atoms[0]?.pauses ?? 0) - this.#firstPause;
    // The first step is there at once; a key brings each of the others.
    const waiting = [...new Set(lines.flatMap(stepsOf))].sort((a, b) => a - b).slice(1);
    const marks = waiting.map((step, index) =>
      element("i", { className: ["fragment"], dataFragmentIndex: before + index + 1, dataPaso: step }),
    );
    return element("pre", { className: ["listado"] }, [element("code", {}, drawn), ...marks]);
  }

  #drawSingle(atom: Exclude<Atom, ItemAtom | RowAtom | LinesAtom>): Element {
    const large = this.#fits?.["16:9"].form === "grande";
    switch (atom.kind) {
      case "text":
        return element("p", introduces(atom) ? { className: ["guia"] } : {}, atom.nodes);
      case "subhead":
        return element("h4", { className: ["guia"] }, atom.nodes);
      case "formula":
        return element("div", { className: atom.tall ? ["formula", "alta"] : ["formula"] }, atom.math);
      case "definition":
        return drawDefinition(atom, large);
      case "quotation":
        return drawQuotation(atom, large);
      case "question":
        return element("div", { ...withId(atom.id), className: ["pregunta"] }, [
          element("p", { className: ["rotulo"] }, ["Pregunta para el examen"]),
          element("p", { className: ["enunciado"] }, atom.nodes),
        ]);
      case "callout":
        return drawCallout(atom);
      case "figure":
        return this.#drawFigure(atom);
      case "island":
        return element("div", { ...withId(atom.id), className: ["isla-marco"] }, [atom.element]);
    }
  }

  #drawFigure(atom: FigureAtom): Element {
    const wide = this.#fits?.["16:9"].figure ?? atom;
    const narrow = this.#fits?.["4:3"].figure ?? wide;
    const { width, height } = wide;
    const drawing = atom.svg.children.map(withSteps);
    const svg = element("svg", { ...(atom.svg.properties as Attributes), width, height }, drawing);
    const size: Attributes = narrow.width === width ? {} : { dataAncho43: narrow.width, dataAlto43: narrow.height };
    // Where slides are read, a wide drawing scrolls in its frame.
    const frame: Attributes = { className: ["lamina"], tabIndex: 0, ariaLabel: atom.label ?? "Figura" };
    return element("figure", { ...withId(atom.id), ...size, ...frame }, [svg]);
  }
}

/** What a figure shows by parts appears step by step. */
function withSteps(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  const { dataPaso: step, ...properties } = node.properties;
  const fragment = step === undefined ? {} : { className: ["fragment"], dataFragmentIndex: step };
  return { ...node, properties: { ...properties, ...fragment }, children: node.children.map(withSteps) };
}

/** Steps in which a line of a listing is highlighted, from 1. */
function stepsOf(line: Element): number[] {
  const steps = line.properties["dataPasos"];
  return steps === undefined || steps === null ? [] : String(steps).split(/[ ,]/u).map(Number);
}

function drawCells(tag: string, cells: RowAtom["cells"]): Element[] {
  return cells.map(({ nodes, numeric }) => element(tag, numeric ? { className: ["numero"] } : {}, nodes));
}

function drawDefinition(atom: DefinitionAtom, large: boolean): Element {
  const term = element("dfn", {}, [atom.term]);
  const english =
    atom.english === undefined ? [] : [element("span", { className: ["ingles"], lang: "en" }, [atom.english])];
  const texts = atom.paragraphs.map((nodes) => element("p", {}, nodes));
  const name = large
    ? [element("p", { className: ["nombre"] }, [term]), ...english.map((words) => ({ ...words, tagName: "p" }))]
    : [element("p", { className: ["nombre"] }, [term, ...english.flatMap((words) => [" ", words])])];
  const source = large && atom.source !== undefined ? [element("p", { className: ["fuente"] }, [atom.source])] : [];
  return element("div", { id: atom.id, className: ["definicion"] }, [
    ...name,
    element("div", { className: ["dicho"] }, texts),
    ...source,
  ]);
}

function drawQuotation(atom: QuotationAtom, large: boolean): Element {
  const last = atom.paragraphs.length - 1;
  const texts = atom.paragraphs.map((nodes, index) =>
    element("p", {}, [...(index === 0 ? ["«"] : []), ...nodes, ...(index === last ? ["»"] : [])]),
  );
  const author = element("strong", {}, [atom.author]);
  const who = large
    ? [element("p", {}, [author]), ...(atom.detail === undefined ? [] : [element("p", {}, [atom.detail])])]
    : [element("p", {}, [author, ...(atom.detail === undefined ? [] : [`, ${atom.detail}`])])];
  return element("figure", { ...withId(atom.id), className: ["cita"] }, [
    element("blockquote", {}, texts),
    element("figcaption", {}, who),
  ]);
}

function drawCallout(atom: CalloutAtom): Element {
  const label = atom.label === undefined ? [] : [element("p", { className: ["rotulo"] }, [atom.label])];
  return element("div", { className: ["aparte", atom.tone] }, [...label, ...(atom.body as ElementContent[])]);
}

function withId(id: string | undefined): Attributes {
  return id === undefined ? {} : { id };
}
