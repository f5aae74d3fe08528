import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toHtml } from "hast-util-to-html";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { Diagram, DiagramSource } from "../../course/diagram.ts";
import { smallestTextOf } from "../../course/drawing.ts";
import type { Issue } from "../../course/issue.ts";
import { toIssue } from "../../course/place.ts";

/** What a page would refuse, or show alike in the light theme and in the dark one; with what to do instead. */
const refused: [pattern: RegExp, what: string, remedy: string][] = [
  [/<(?:style|script|foreignObject)\b/u, "tiene un elemento que la página no acepta", "Se dibuja con formas y textos."],
  [/\s(?:style|on\w+)="/u, "tiene un atributo que la página no acepta", "Se escribe fill, stroke, font-size…"],
  [
    /\s(?:fill|stroke|stop-color)="(?!none"|var\(--|url\(#)[^"]*"/u,
    "tiene un color que no es de los temas",
    'Se escribe con su nombre: fill="var(--tinta)", var(--papel), var(--parte-a)…',
  ],
];

/**
 * The drawing of a diagram whose SVG was committed beside its `.mmd`: it stands for the one that Mermaid would make,
 * with the title and description of the `.mmd` and ids of its own.
 */
export function readCommitted(
  source: DiagramSource,
  svg: string,
  prefix: string,
): { diagram?: Diagram; issues: Issue[] } {
  const file = source.file.replace(/\.mmd$/u, ".svg");
  const issues = svg.split("\n").flatMap((text, index) =>
    refused.flatMap(([pattern, what, remedy]) => {
      const found = pattern.exec(text);
      const place = { file, line: index + 1, column: (found?.index ?? 0) + 1 };
      return found === null ? [] : [toIssue(place, `El dibujo ${what}: «${found[0].trim()}».`, remedy)];
    }),
  );
  const root = select("svg", fromHtml(svg, { fragment: true, space: "svg" }));
  const [, , width = Number.NaN, height = Number.NaN] = String(root?.properties["viewBox"] ?? "")
    .split(/[\s,]+/u)
    .map(Number);
  if (root === undefined || !(width > 0 && height > 0)) {
    const message = "El dibujo no es un SVG con sus medidas.";
    issues.push(
      toIssue({ file, line: 1, column: 1 }, message, 'Empieza con <svg xmlns="…" viewBox="0 0 ancho alto">.'),
    );
  }
  if (issues.length > 0 || root === undefined) return { issues };
  const { name, title, description } = source;
  const words = selectAll("text", root).map((text) => toString(text).replaceAll(/\s+/gu, " ").trim());
  prefixIds(root, prefix);
  root.properties = {
    xmlns: "http://www.w3.org/2000/svg",
    className: ["diagrama"],
    role: "img",
    ariaLabelledBy: [`${prefix}-titulo`, `${prefix}-descripcion`],
    viewBox: String(root.properties["viewBox"]),
    width,
    height,
  };
  root.children.unshift(named("title", `${prefix}-titulo`, title), named("desc", `${prefix}-descripcion`, description));
  const drawn = toHtml(root, { space: "svg" });
  return {
    diagram: { name, title, description, svg: drawn, width, height, smallestText: smallestTextOf(drawn), words },
    issues,
  };
}

function named(tagName: string, id: string, value: string): Element {
  return { type: "element", tagName, properties: { id }, children: [{ type: "text", value }] };
}

/** Two drawings of one page must not share an id. */
function prefixIds(root: Element, prefix: string): void {
  root.children = root.children.filter((child) => !isName(child));
  visit(root, "element", ({ properties }) => {
    for (const [key, value] of Object.entries(properties)) {
      if (key === "id") properties[key] = `${prefix}-${String(value)}`;
      else if (typeof value === "string") {
        properties[key] = value
          .replaceAll(/url\(#([^)]+)\)/gu, `url(#${prefix}-$1)`)
          .replace(key === "href" ? /^#(.+)$/u : /(?!)/u, `#${prefix}-$1`);
      }
    }
  });
}

function isName(node: ElementContent): boolean {
  return node.type === "element" && (node.tagName === "title" || node.tagName === "desc");
}
