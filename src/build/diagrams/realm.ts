import { readFile } from "node:fs/promises";
import { Script } from "node:vm";
import { type DOMWindow, JSDOM } from "jsdom";
import type { Mermaid } from "mermaid";
import type { TextMetrics } from "../../course/text-metrics.ts";
import { configFor } from "./mermaid-config.ts";
import { installShim, type Measures } from "./shim/install.ts";

/** A window of its own with Mermaid's drawing in it. */
export interface Drawing {
  window: DOMWindow;
  svg: SVGSVGElement;
  measures: Measures;
}

/** Compiles Mermaid once for all windows. */
export async function compileMermaid(path: string): Promise<Script> {
  return new Script(await readFile(path, "utf8"), { filename: path });
}

/**
 * Draws Mermaid code in a fresh window, so that no diagram can change another one, and hands the drawing to `use`.
 * Throws whatever Mermaid throws, which is an object of that window's realm.
 */
export async function withDrawing<T>(
  script: Script,
  metrics: TextMetrics,
  code: string,
  use: (drawing: Drawing) => T,
): Promise<T> {
  const dom = new JSDOM("<!doctype html><html lang=es><body></body></html>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  try {
    const { window } = dom;
    const measures = installShim(window, metrics);
    script.runInContext(dom.getInternalVMContext());
    const { mermaid } = window as DOMWindow & { mermaid: Mermaid };
    mermaid.initialize(configFor(code));
    const { svg: text } = await mermaid.render("dibujo", code);
    window.document.body.innerHTML = text;
    const svg = window.document.querySelector("svg");
    if (svg === null) throw new Error("Mermaid returned no drawing.");
    return use({ window, svg, measures });
  } finally {
    dom.window.close();
  }
}
