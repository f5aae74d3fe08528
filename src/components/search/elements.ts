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
