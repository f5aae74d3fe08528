type Child = Node | string | undefined | false;

/** An element with its attributes and children; text stays text, whatever is in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** A button that looks like a link. */
export function makeAction(text: string, act: () => void): HTMLButtonElement {
  const button = make("button", { type: "button", class: "enlace" }, text);
  button.addEventListener("click", act);
  return button;
}

/** The magnifying glass of Lucide. */
export function makeSearchIcon(): SVGSVGElement {
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": "1.75", "stroke-linecap": "round" };
  const icon = draw("svg", { class: "icono", viewBox: "0 0 24 24", "aria-hidden": "true", ...stroke });
  icon.append(draw("path", { d: "m21 21-4.34-4.34" }), draw("circle", { cx: "11", cy: "11", r: "8" }));
  return icon;
}

function draw<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
