/** What an author may write after `:::`, and what each one is for. */
export const authorClasses: Readonly<Record<string, string>> = {
  aca: "lo que se señala",
  caido: "lo que cayó",
  a: "la parte A",
  b: "la parte B",
  c: "la parte C",
  azul: "un mensaje",
};

/** The types whose nodes show those classes. */
export const classTypes: ReadonlySet<string> = new Set(["flowchart", "state", "class", "er", "block", "mindmap"]);

/** The classes with their uses, as error messages list them. */
export function toClassList(): string {
  return Object.entries(authorClasses)
    .map(([name, use]) => `:::${name} (${use})`)
    .join(", ");
}

/** What an author who wrote a colour in a diagram of this type can do instead. */
export function toColourRemedy(type: string | undefined): string {
  return type !== undefined && classTypes.has(type)
    ? `En su lugar hay clases con nombre: ${toClassList()}.`
    : "Se puede borrar: los diagramas de este tipo ya tienen los colores de los temas.";
}

/** Gives each line arrow heads of its own colour: Mermaid draws one head for all lines. */
export function colourMarkers(svg: SVGSVGElement): void {
  for (const line of svg.querySelectorAll("[marker-start], [marker-end]")) {
    const stroke = line.getAttribute("stroke");
    for (const name of ["marker-start", "marker-end"]) {
      const id = /url\(["']?#([^"')]+)/u.exec(line.getAttribute(name) ?? "")?.[1];
      const marker = id === undefined ? null : svg.querySelector(`marker[id="${id}"]`);
      if (marker === null || stroke === null || isColoured(marker, stroke)) continue;
      const own = `${marker.id}-${stroke.replaceAll(/\W/gu, "")}`;
      if (svg.querySelector(`marker[id="${own}"]`) === null) {
        const copy = marker.cloneNode(true) as Element;
        copy.id = own;
        recolour(copy, stroke);
        marker.after(copy);
      }
      line.setAttribute(name, `url(#${own})`);
    }
  }
}

function isColoured(marker: Element, colour: string): boolean {
  return [...marker.children].every((shape) =>
    [shape.getAttribute("fill"), shape.getAttribute("stroke")].includes(colour),
  );
}

function recolour(marker: Element, colour: string): void {
  for (const shape of marker.children) {
    for (const name of ["fill", "stroke"]) {
      const value = shape.getAttribute(name);
      if (value !== null && value !== "none" && value !== "var(--papel)") shape.setAttribute(name, colour);
    }
  }
}

/** Lines of a flowchart take classes as nodes do (`a e1@--> b`, `class e1 azul`), which Mermaid reads but does not write. */
export function markLines(svg: SVGSVGElement, code: string): void {
  for (const [, ids = "", name = ""] of code.matchAll(/^\s*class\s+([\w,\s-]+?)\s+([\w-]+)\s*;?\s*$/gmu)) {
    if (!Object.hasOwn(authorClasses, name)) continue;
    for (const id of ids.split(",")) svg.querySelector(`path[data-id="${id.trim()}"]`)?.classList.add(name);
  }
}
