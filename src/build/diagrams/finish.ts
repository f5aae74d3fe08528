import { diagramType } from "../../course/diagram.ts";
import { colourMarkers, markLines } from "./author-classes.ts";
import { findOverflows, findOverlaps, type Overflow, type Overlap } from "./overflow.ts";
import { paint } from "./paint.ts";
import { addPatterns, drawGrounds } from "./patterns.ts";
import type { Drawing } from "./realm.ts";
import { restyle } from "./restyle.ts";
import { transformBox, unite } from "./shim/box.ts";
import { markSteps } from "./steps.ts";
import {
  dropEmptyElements,
  dropUnusedDefinitions,
  joinOutlines,
  joinSpans,
  renameIds,
  roundNumbers,
  serialise,
} from "./tidy.ts";

/** What is to be drawn. */
export interface Job {
  /** Mermaid, without comments at its head. */
  code: string;
  /** Begins every id of the drawing. */
  prefix: string;
  title: string;
  description: string;
  /** Names of the nodes that each step of a slide adds. */
  steps: string[][];
}

/** A drawing ready for a page. */
export interface FinishedDrawing {
  svg: string;
  /** User units, which are CSS px at 1:1. */
  width: number;
  height: number;
  /** Size of the smallest text, px at 1:1. */
  smallestText: number;
  /** The text of each label, in drawing order. */
  words: string[];
  overflows: Overflow[];
  overlaps: Overlap[];
  /** Names in the steps that no node has. */
  strangers: string[];
}

/** Paper around the drawing, px: half a thick line and some air. */
const margin = 4;

/** Turns Mermaid's drawing into the one that is published. */
export function finish({ svg, measures }: Drawing, { code, prefix, title, description, steps }: Job): FinishedDrawing {
  const overflows = findOverflows(svg, measures);
  markLines(svg, code);
  const strangers = markSteps(svg, steps, code);
  restyle(svg, measures);
  const overlaps = findOverlaps(svg, measures);
  dropUnusedDefinitions(svg);
  paint(svg);
  drawGrounds(svg, diagramType(code).type);
  addPatterns(svg);
  joinSpans(svg);
  joinOutlines(svg);
  dropEmptyElements(svg);
  colourMarkers(svg);
  dropUnusedDefinitions(svg);

  const drawn = [...svg.children].flatMap((child) => {
    const box = measures.geometry.boxOf(child);
    return box === undefined ? [] : [transformBox(box, measures.geometry.matrixOf(child))];
  });
  const bounds = unite(drawn) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [left, top] = [Math.floor(bounds.x) - margin, Math.floor(bounds.y) - margin];
  const width = Math.ceil(bounds.x + bounds.width) + margin - left;
  const height = Math.ceil(bounds.y + bounds.height) + margin - top;

  const texts = [...svg.querySelectorAll("text")];
  const words = texts.map((text) => toWords(text)).filter((text) => text !== "");
  const sizes = texts.flatMap((text) => measures.text.runsOf(text).map((run) => run.style.size));

  for (const name of svg.getAttributeNames()) svg.removeAttribute(name);
  addDescription(svg, title, description);
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "diagrama",
    role: "img",
    "aria-labelledby": "titulo descripcion",
    viewBox: `${left} ${top} ${width} ${height}`,
    width: String(width),
    height: String(height),
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  renameIds(svg, prefix);
  svg.setAttribute("aria-labelledby", `${prefix}-titulo ${prefix}-descripcion`);
  svg.querySelector(":scope > title")?.setAttribute("id", `${prefix}-titulo`);
  svg.querySelector(":scope > desc")?.setAttribute("id", `${prefix}-descripcion`);
  roundNumbers(svg);
  const smallestText = Math.min(...sizes);
  return { svg: serialise(svg), width, height, smallestText, words, overflows, overlaps, strangers };
}

/** Lines of one label become one sentence. */
function toWords(text: Element): string {
  const rows = [...text.children].filter((child) => child.localName === "tspan");
  const lines = rows.length === 0 ? [text.textContent] : rows.map((row) => row.textContent);
  return lines.join(" ").replaceAll(/\s+/gu, " ").trim();
}

function addDescription(svg: SVGSVGElement, title: string, description: string): void {
  for (const old of svg.querySelectorAll("title, desc")) old.remove();
  const namespace = "http://www.w3.org/2000/svg";
  const elements = (["title", "desc"] as const).map((name) => svg.ownerDocument.createElementNS(namespace, name));
  const [titleElement, descriptionElement] = elements;
  if (titleElement !== undefined) titleElement.textContent = title;
  if (descriptionElement !== undefined) descriptionElement.textContent = description;
  svg.prepend(...elements);
}
