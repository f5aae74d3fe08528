import type { Jsx } from "./mdx.ts";
import { type Place, placeAt, placeOfNode, type SourceFile } from "./place.ts";

/** Where an attribute stands in its file; the tree of MDX does not say. Offsets in UTF-16 units. */
export interface WrittenAttribute {
  /** `{...}` for a spread. */
  name: string;
  offset: number;
  /** What follows the `=`, with its quotes or braces; empty for a bare name. */
  value: string;
  valueOffset: number;
}

/** The attributes of a component's opening tag, in order, repeated ones included. */
export function readWrittenAttributes(source: SourceFile, element: Jsx): WrittenAttribute[] {
  const start = element.position?.start.offset ?? 0;
  const text = source.text.slice(start, element.position?.end.offset ?? start);
  const written: WrittenAttribute[] = [];
  let at = /^<\s*[\w.:$-]*/.exec(text)?.[0].length ?? 0;
  for (;;) {
    at += spaces(text, at);
    const name = /^(?:[^\s=>/{}"']+|\{)/.exec(text.slice(at))?.[0];
    if (name === undefined) return written;
    if (name === "{") {
      const length = bracedLength(text, at);
      written.push({ name: "{...}", offset: start + at, value: "", valueOffset: start + at });
      at += length;
      continue;
    }
    const equals = /^\s*=\s*/.exec(text.slice(at + name.length))?.[0] ?? "";
    const valueAt = at + name.length + equals.length;
    const value = equals === "" ? "" : text.slice(valueAt, valueAt + valueLength(text, valueAt));
    written.push({ name, offset: start + at, value, valueOffset: start + valueAt });
    at = valueAt + value.length;
  }
}

/** Where the attribute's name stands, or the component when it has none of that name. */
export function placeOfAttribute(source: SourceFile, element: Jsx, name: string): Place {
  const found = readWrittenAttributes(source, element).find((attribute) => attribute.name === name);
  return found === undefined ? placeOfNode(source, element) : placeAt(source, found.offset);
}

/** Where those words stand in the attribute's value: between spaces, semicolons or quotes when they do so anywhere. */
export function placeOfValue(source: SourceFile, element: Jsx, name: string, words: string): Place {
  const found = readWrittenAttributes(source, element).find((attribute) => attribute.name === name);
  if (found === undefined) return placeOfNode(source, element);
  const edge = `[\\s;"'{}]`;
  const whole = new RegExp(`(?<=${edge})${words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?=${edge})`).exec(found.value);
  return placeAt(source, found.valueOffset + Math.max(0, whole?.index ?? found.value.indexOf(words)));
}

function spaces(text: string, at: number): number {
  return /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
}

function valueLength(text: string, at: number): number {
  const first = text[at];
  if (first === "{") return bracedLength(text, at);
  const end = text.indexOf(first ?? "", at + 1);
  return end < 0 ? text.length - at : end + 1 - at;
}

function bracedLength(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    else if (text[index] === "}") depth -= 1;
    if (depth === 0) return index + 1 - at;
  }
  return text.length - at;
}
