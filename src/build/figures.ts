import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import type { DrawingSize } from "../course/drawing.ts";
import { smallestTextOf } from "../course/drawing.ts";
import { courseRoot } from "./course-files.ts";

/** An author's SVG ready to stand in the page: named for screen readers, its colours those of the theme. */
export function readFigure(file: string, alt: string, anchor: string): DrawingSize & { svg: string } {
  const source = readFileSync(join(courseRoot(), "src/content/figuras", file), "utf8");
  const tree = fromHtml(source, { fragment: true, space: "svg" });
  const svg = tree.children.find((node) => node.type === "element");
  if (svg === undefined) throw new Error(`${file} holds no drawing.`);
  const [, , width = "640", height = "360"] = String(svg.properties["viewBox"] ?? "").split(/\s+/);
  svg.properties = {
    ...svg.properties,
    width,
    height,
    role: "img",
    ariaLabelledBy: [`${anchor}-titulo`],
    className: ["diagrama"],
  };
  svg.children.unshift({
    type: "element",
    tagName: "title",
    properties: { id: `${anchor}-titulo` },
    children: [{ type: "text", value: alt }],
  });
  const drawing = toHtml(svg, { space: "svg" });
  return { svg: drawing, width: Number(width), smallestText: smallestTextOf(drawing) };
}
