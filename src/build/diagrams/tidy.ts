/** Changes to a drawing that no eye can see: fewer elements, shorter numbers, names of its own. */

/** Removes definitions that nothing refers to. */
export function dropUnusedDefinitions(svg: SVGSVGElement): void {
  for (;;) {
    const used = new Set<string>();
    for (const element of svg.querySelectorAll("*")) {
      for (const { value } of element.attributes) for (const id of referencesIn(value)) used.add(id);
    }
    const unused = [...svg.querySelectorAll("marker, symbol, filter, linearGradient, pattern, clipPath")].filter(
      (element) => !used.has(element.id),
    );
    for (const element of unused) element.remove();
    if (unused.length === 0) return;
  }
}

/** Removes elements of a painted drawing that draw nothing, and groups that only hold one element or no transform. */
export function dropEmptyElements(svg: SVGSVGElement): void {
  for (const element of [...svg.querySelectorAll("*")].toReversed()) {
    if (isEmpty(element)) element.remove();
    else if (element.localName === "g" && element.attributes.length === 0) element.replaceWith(...element.childNodes);
  }
}

/** Joins neighbouring spans that look the same: Mermaid writes one for each word. */
export function joinSpans(svg: SVGSVGElement): void {
  for (const span of svg.querySelectorAll("tspan")) {
    const before = span.previousSibling;
    if (before?.nodeName !== "tspan" || span.childElementCount > 0 || span.hasAttribute("x")) continue;
    const previous = before as Element;
    if (previous.childElementCount > 0 || attributesOf(previous) !== attributesOf(span)) continue;
    span.textContent = `${previous.textContent}${span.textContent}`;
    previous.remove();
  }
  for (const span of svg.querySelectorAll("tspan")) {
    const [only] = span.children;
    if (span.childNodes.length === 1 && only?.attributes.length === 0) only.replaceWith(...only.childNodes);
  }
}

function attributesOf(element: Element): string {
  return [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(" ");
}

/**
 * Rough.js draws a shape as its ground and, with four times the points, its outline: the ground can carry both.
 * The drawing has to be painted.
 */
export function joinOutlines(svg: SVGSVGElement): void {
  for (const group of svg.querySelectorAll("g")) {
    const [ground, outline, ...others] = group.children;
    if (ground?.localName !== "path" || outline?.localName !== "path" || others.length > 0) continue;
    if (ground.getAttribute("fill") === "none" || !outline.hasAttribute("stroke")) continue;
    const [contour, ...holes] = (ground.getAttribute("d") ?? "").split(/(?=M)/u);
    const start = /^M[^A-Z]+/u.exec(contour ?? "")?.[0].trim();
    if (start === undefined || holes.length > 0 || !outline.getAttribute("d")?.startsWith(start)) continue;
    for (const { name, value } of outline.attributes) if (name.startsWith("stroke")) ground.setAttribute(name, value);
    ground.setAttribute("d", `${ground.getAttribute("d") ?? ""}Z`);
    outline.remove();
  }
}

/** Names every id that is referred to `<prefix>-1`, `<prefix>-2`… in order of appearance, and removes the others. */
export function renameIds(svg: SVGSVGElement, prefix: string): void {
  const elements = [...svg.querySelectorAll("*")];
  const used = new Set(
    elements.flatMap((element) => [...element.attributes].flatMap(({ value }) => referencesIn(value))),
  );
  const names = new Map<string, string>();
  for (const element of elements) {
    if (used.has(element.id) && !names.has(element.id)) names.set(element.id, `${prefix}-${names.size + 1}`);
    const name = names.get(element.id);
    if (name === undefined) element.removeAttribute("id");
    else element.setAttribute("id", name);
  }
  for (const element of elements) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? "";
      const renamed = value
        .replaceAll(/url\(["']?#([^"')]+)["']?\)/gu, (_, id: string) => `url(#${names.get(id) ?? id})`)
        .replace(/^#(.+)$/u, (whole, id: string) => (name.endsWith("href") ? `#${names.get(id) ?? id}` : whole));
      if (renamed !== value) element.setAttribute(name, renamed);
    }
  }
}

const geometric = new Set([
  "d",
  "x",
  "y",
  "x1",
  "y1",
  "x2",
  "y2",
  "cx",
  "cy",
  "r",
  "rx",
  "ry",
  "dx",
  "dy",
  "width",
  "height",
  "points",
  "transform",
  "viewBox",
  "refX",
  "refY",
  "markerWidth",
  "markerHeight",
  "font-size",
  "stroke-width",
  "patternTransform",
]);

/** Rounds geometry to hundredths of a px. Throws on a number that is none: a browser would draw nothing or worse. */
export function roundNumbers(svg: SVGSVGElement): void {
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? "";
      if (!geometric.has(name)) continue;
      if (/NaN|undefined|Infinity/u.test(value)) {
        throw new Error(`Mermaid drew ${element.localName} with ${name}="${value}".`);
      }
      element.setAttribute(name, shorten(value));
    }
  }
}

function shorten(value: string): string {
  return value.replaceAll(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/giu, (number, at: number) => {
    const rounded = Math.round(Number(number) * 100) / 100;
    const text = String(Object.is(rounded, -0) ? 0 : rounded);
    // In «.45.5» the second point begins a number; with a zero before it, both would read as one.
    return /\d/u.test(value[at - 1] ?? "") && !text.startsWith("-") ? ` ${text}` : text;
  });
}

/** Well-formed text that reads the same as XML and inside HTML. */
export function serialise(element: Element): string {
  const attributes = [...element.attributes].map(
    ({ name, value }) => ` ${name}="${escape(value).replaceAll('"', "&quot;")}"`,
  );
  const content = [...element.childNodes].map((node) => {
    if (node.nodeType === 1) return serialise(node as Element);
    return node.nodeType === 3 ? escape(node.textContent ?? "") : "";
  });
  const name = element.localName;
  return content.length === 0
    ? `<${name}${attributes.join("")}/>`
    : `<${name}${attributes.join("")}>${content.join("")}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function referencesIn(value: string): string[] {
  const urls = [...value.matchAll(/url\(["']?#([^"')]+)["']?\)/gu)].map(([, id = ""]) => id);
  return value.startsWith("#") ? [...urls, value.slice(1)] : urls;
}

function isEmpty(element: Element): boolean {
  switch (element.localName) {
    case "g":
    case "defs":
      return element.childElementCount === 0;
    case "text":
    case "tspan":
      return element.textContent === "";
    case "rect":
      if (isInvisible(element)) return true;
      return !(Number(element.getAttribute("width")) > 0 && Number(element.getAttribute("height")) > 0);
    case "path":
      return (element.getAttribute("d") ?? "") === "" || isInvisible(element);
    default:
      return false;
  }
}

function isInvisible(element: Element): boolean {
  return element.getAttribute("fill") === "none" && !element.hasAttribute("stroke");
}
