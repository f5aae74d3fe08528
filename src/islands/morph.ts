/**
 * Makes the children of an element what their markup says, and keeps every element that is still there: its focus, its
 * transitions, an open disclosure and a pointer that holds it. Elements match by `data-clave` or `id`, else by their
 * place; the inside of one with `data-fijo` stays as it was first drawn.
 * @param children markup of each child, one element, always as many
 */
export function morph(element: Element, children: readonly string[]): void {
  const before = drawn.get(element);
  drawn.set(element, children);
  const template = document.createElement("template");
  for (const [index, markup] of children.entries()) {
    const child = element.children[index]!;
    // Most of an island stays as it is: reading its markup again is what takes time.
    if (markup === before?.[index]) {
      for (const field of child.querySelectorAll("input, option")) syncField(field);
      continue;
    }
    template.innerHTML = markup;
    morphElement(child, template.content.firstElementChild!);
  }
}

const drawn = new WeakMap<Element, readonly string[]>();

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
  if (!present.hasAttribute("data-fijo")) morphChildren(present, wanted);
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
