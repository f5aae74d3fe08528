import type { Jsx } from "./mdx.ts";

/** The value of a written attribute: its text, `true` when only named, or the source of its `{expression}`. */
export type AttributeValue = string | true | { expression: string };

/** The attributes of a component by name, as written. Spreads (`{...x}`) appear under the name `{...}`. */
export function readAttributes(element: Jsx): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute") attributes.set("{...}", { expression: attribute.value });
    else if (attribute.value === null || attribute.value === undefined) attributes.set(attribute.name, true);
    else if (typeof attribute.value === "string") attributes.set(attribute.name, attribute.value);
    else attributes.set(attribute.name, { expression: attribute.value.value });
  }
  return attributes;
}

/** The text of one attribute, or nothing when it is absent or is not text. */
export function readText(element: Jsx, name: string): string | undefined {
  const value = readAttributes(element).get(name);
  return typeof value === "string" ? value : undefined;
}

/** `"a b"` → `["a", "b"]`: keys and ids, separated by spaces. */
export function readWords(element: Jsx, name: string): string[] {
  return (readText(element, name) ?? "").split(/\s+/).filter((word) => word !== "");
}

/** `"a; b c"` → `["a", "b c"]`: names of several words, separated by semicolons. */
export function readNames(element: Jsx, name: string): string[] {
  return (readText(element, name) ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A copy of the element with these attributes added or replaced; `undefined` is left out. */
export function withAttributes(element: Jsx, values: Record<string, string | undefined>): Jsx {
  const kept = element.attributes.filter(
    (attribute) => attribute.type !== "mdxJsxAttribute" || values[attribute.name] === undefined,
  );
  return { ...element, attributes: [...kept, ...toAttributes(values)] } as Jsx;
}

/** Attribute nodes for a new element. */
export function toAttributes(values: Record<string, string | undefined>): Jsx["attributes"] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ type: "mdxJsxAttribute" as const, name, value }],
  );
}
