import type { Parts } from "./parts.ts";

/**
 * Makes the parts of an island what their markup says, and keeps every element that is still there: its focus, its
 * transitions, an open disclosure and a pointer that holds it. Elements match by `data-clave` or `id`, else by their
 * place.
 * @param parts markup of each part, by its name in `data-parte`; one that is not there, or not given, is passed over
 */
export function morph(island: Element, parts: Parts): void {
  const before = drawn.get(island);
  drawn.set(island, parts);
  const template = document.createElement("template");
  for (const part of island.querySelectorAll<HTMLElement>("[data-parte]")) {
    const name = part.dataset["parte"] ?? "";
    const markup = parts[name]?.text;
    if (markup === undefined) continue;
    // Most of an island stays as it is: reading its markup again is what takes time.
    if (markup === before?.[name]?.text) {
      for (const field of part.querySelectorAll("input, option")) syncField(field);
      continue;
    }
    template.innerHTML = markup;
    morphChildren(part, template.content);
  }
}

const drawn = new WeakMap<Element, Parts>();

function morphChildren(present: ParentNode & Node, wanted: Node): void {
  const named = new Map<string, Element>();
  for (const child of present.children) {
    const name = nameOf(child);
    if (name !== "") named.set(name, child);
  }
  let next = present.firstChild;
  for (const node of Array.from(wanted.childNodes)) {
    const found = named.get(nameOf(node)) ?? (next !== null && nameOf(next) === "" ? next : undefined);
    if (found === undefined || found.nodeName !== node.nodeName || nameOf(found) !== nameOf(node)) {
      present.insertBefore(node, next);
      continue;
    }
    if (found === next) next = next.nextSibling;
    else present.insertBefore(found, next);
    if (found instanceof Element) morphElement(found, node as Element);
    else if (found.nodeValue !== node.nodeValue) found.nodeValue = node.nodeValue;
  }
  while (next !== null) {
    const after = next.nextSibling;
    next.remove();
    next = after;
  }
}

function morphElement(present: Element, wanted: Element): void {
  // Most of a drawing stays as it is; unlike a field, it has no state apart from its attributes.
  if (present instanceof SVGElement && present.isEqualNode(wanted)) return;
  for (const { name, value } of wanted.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  for (const { name } of Array.from(present.attributes)) {
    // Whoever opened a disclosure keeps it open.
    if (name !== "open" && !wanted.hasAttribute(name)) present.removeAttribute(name);
  }
  syncField(present);
  morphChildren(present, wanted);
}

// What was typed, pressed or chosen is apart from the attributes; the state decides.
function syncField(field: Element): void {
  if (field instanceof HTMLOptionElement) field.selected = field.hasAttribute("selected");
  if (!(field instanceof HTMLInputElement)) return;
  const value = field.getAttribute("value") ?? "";
  if (field.type === "checkbox" || field.type === "radio") field.checked = field.hasAttribute("checked");
  else if (field.value !== value) field.value = value;
}

function nameOf(node: Node): string {
  return node instanceof Element ? (node.getAttribute("data-clave") ?? node.id) : "";
}
