import { isMap, isScalar, isSeq, type Node as YamlNode, parseDocument, type Scalar, type YAMLMap } from "yaml";
import type { Issue } from "./issue.ts";
import { placeAt, type SourceFile, toIssue } from "./place.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";
import { explainYaml } from "./yaml-error.ts";

export type FieldKind = "text" | "words" | "flag" | "number" | "texts" | "map" | "maps";

/** What a YAML map may hold: kind by key; a key that ends in `?` may be left out. */
export type FieldRules = Record<string, FieldKind>;

export interface Fields {
  text(key: string): string | undefined;
  list(key: string): string[];
  flag(key: string): boolean;
  number(key: string): number | undefined;
  maps(key: string): Fields[];
  /** Offset of a key's value in the file, for issues that are found later. */
  offset(key: string): number;
  /** Offset of each of the words that `list` gives. */
  offsets(key: string): number[];
  /** Offset of the map itself. */
  start: number;
}

/** A number above zero, or nothing with an issue where it is not. */
export function readPositive(fields: Fields, key: string, source: SourceFile, issues: Issue[]): number | undefined {
  const number = fields.number(key);
  if (number === undefined || number > 0) return number;
  const place = placeAt(source, fields.offset(key));
  issues.push(toIssue(place, `El dato «${key}» no es mayor que cero.`, `Se escribe, por ejemplo, «${key}: 40».`));
  return undefined;
}

interface Reading {
  source: SourceFile;
  issues: Issue[];
}

const kindNames: Record<FieldKind, string> = {
  text: "un texto",
  words: "un texto o una lista",
  flag: "true o false",
  number: "un número",
  texts: "una lista de textos",
  map: "una ficha",
  maps: "una lista de fichas",
};

/**
 * Reads one YAML map that begins at `offset` of the file and reports, with its place, every key that is
 * unknown, missing or of another kind. `nested` gives the rules of the maps below a `map` or `maps` key.
 */
export function readFields(
  source: SourceFile,
  yaml: string,
  offset: number,
  rules: FieldRules,
  nested: Record<string, FieldRules> = {},
): { fields: Fields | undefined; issues: Issue[] } {
  const reading = { source, issues: [] as Issue[] };
  const root = parse(reading, yaml, offset);
  if (root === null) report(reading, offset, "Faltan los datos.", `Son ${toList(requiredKeys(rules))}, uno por línea.`);
  if (root === undefined || root === null) return { fields: undefined, issues: reading.issues };
  return { fields: readMap(reading, root, offset, rules, nested), issues: reading.issues };
}

/** The same for a file that is a YAML list of maps, all with the same rules. */
export function readFieldList(source: SourceFile, rules: FieldRules): { list: Fields[]; issues: Issue[] } {
  const reading = { source, issues: [] as Issue[] };
  const root = parse(reading, source.text, 0);
  if (root === undefined || root === null) return { list: [], issues: reading.issues };
  if (!isSeq(root)) {
    report(reading, 0, "El archivo no es una lista.", "Cada ficha empieza con «- » al comienzo de la línea.");
    return { list: [], issues: reading.issues };
  }
  const list = (root.items as YamlNode[]).map((item) => readMap(reading, item, 0, rules, {}));
  return { list, issues: reading.issues };
}

// Nothing when it cannot be read; null when there is nothing to read. After the first error the others are its echoes.
function parse(reading: Reading, yaml: string, offset: number): YamlNode | null | undefined {
  const document = parseDocument(yaml, { prettyErrors: false });
  const [error] = document.errors;
  if (error === undefined) return document.contents;
  report(reading, offset + error.pos[0], ...explainYaml(error));
  return undefined;
}

function readMap(
  reading: Reading,
  node: YamlNode,
  offset: number,
  rules: FieldRules,
  nested: Record<string, FieldRules>,
): Fields {
  const values = new Map<string, { node: YamlNode; offset: number }>();
  const start = offset + (node.range?.[0] ?? 0);
  const known = knownKeys(rules);
  if (!isMap(node)) {
    report(
      reading,
      start,
      "Falta la ficha con sus datos.",
      `Los datos son ${toList(requiredKeys(rules))}, uno por línea.`,
    );
  } else {
    for (const { key, value } of node.items as { key: YamlNode; value: YamlNode | null }[]) {
      const name = isScalar(key) ? String(key.value) : "";
      const at = offset + (key.range?.[0] ?? 0);
      const kind = ruleOf(rules, name);
      if (kind === undefined) {
        report(reading, at, `El dato «${name}» no existe.`, toRemedy(name, known, `Los datos son ${toList(known)}.`));
      } else if (value === null || !isOfKind(value, kind)) {
        const place = isNothing(value) ? at : offset + (value.range?.[0] ?? 0);
        report(reading, place, `El dato «${name}» no es ${kindNames[kind]}.`, example(name, kind, value));
      } else {
        values.set(name, { node: value, offset: offset + (value.range?.[0] ?? 0) });
      }
    }
    for (const key of Object.keys(rules)) {
      if (key.endsWith("?") || hasKey(node, key)) continue;
      report(reading, start, `Falta el dato «${key}».`, example(key, rules[key] ?? "text"));
    }
  }
  return toFields(reading, values, start, offset, nested);
}

function knownKeys(rules: FieldRules): string[] {
  return Object.keys(rules).map((key) => key.replace("?", ""));
}

function requiredKeys(rules: FieldRules): string[] {
  return Object.keys(rules).filter((key) => !key.endsWith("?"));
}

function ruleOf(rules: FieldRules, name: string): FieldKind | undefined {
  return [name, `${name}?`].flatMap((key) => (Object.hasOwn(rules, key) ? (rules[key] ?? []) : []))[0];
}

function hasKey(map: YAMLMap, name: string): boolean {
  return map.items.some(({ key }) => isScalar(key) && String(key.value) === name);
}

function toFields(
  reading: Reading,
  values: Map<string, { node: YamlNode; offset: number }>,
  start: number,
  offset: number,
  nested: Record<string, FieldRules>,
): Fields {
  const scalar = (key: string): unknown => {
    const node = values.get(key)?.node;
    return isScalar(node) ? node.value : undefined;
  };
  return {
    text: (key) => (scalar(key) === undefined ? undefined : String(scalar(key))),
    list: (key) => readList(values.get(key)?.node).map(({ word }) => word),
    offsets: (key) => readList(values.get(key)?.node).map((item) => offset + item.offset),
    flag: (key) => scalar(key) === true,
    number: (key) => (typeof scalar(key) === "number" ? (scalar(key) as number) : undefined),
    maps: (key) => {
      const node = values.get(key)?.node;
      const items = isSeq(node) ? (node.items as YamlNode[]) : node === undefined ? [] : [node];
      return items.map((item) => readMap(reading, item, offset, nested[key] ?? {}, nested));
    },
    offset: (key) => values.get(key)?.offset ?? start,
    start,
  };
}

function readList(node: YamlNode | undefined): { word: string; offset: number }[] {
  if (isSeq(node)) {
    const items = (node.items as YamlNode[]).filter(isScalar);
    return items.map((item) => ({ word: String(item.value), offset: item.range?.[0] ?? 0 }));
  }
  if (!isScalar(node)) return [];
  const quote = node.type === "PLAIN" ? 0 : 1;
  return [...String(node.value).matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => {
    return { word, offset: (node.range?.[0] ?? 0) + quote + index };
  });
}

function isOfKind(node: YamlNode, kind: FieldKind): boolean {
  if (kind === "maps") return isSeq(node);
  if (kind === "map") return isMap(node);
  if (kind === "texts") return isSeq(node) && node.items.every(isFilled);
  if (kind === "words") return isFilled(node) || (isSeq(node) && node.items.every(isFilled));
  if (!isScalar(node)) return false;
  if (kind === "flag") return typeof node.value === "boolean";
  if (kind === "number") return typeof node.value === "number";
  return typeof node.value === "string" && node.value.trim() !== "";
}

function isNothing(node: YamlNode | null): node is null {
  return node === null || (isScalar(node) && node.value === null);
}

function isFilled(node: unknown): node is Scalar {
  return isScalar(node) && node.value !== null && String(node.value).trim() !== "";
}

function example(key: string, kind: FieldKind, written?: YamlNode | null): string {
  if (kind === "text" && isFilled(written)) return `Se escribe entre comillas: «${key}: "${written.source}"».`;
  if (kind === "map") return `Se escribe «${key}:» y debajo, con dos espacios de sangría, cada dato.`;
  if (kind === "maps") return `Se escribe «${key}:» y debajo, con «  - », cada ficha.`;
  const values = { text: "…", words: "uno, otro", flag: "true", number: "1", texts: "[uno, otro]" };
  return `Se escribe «${key}: ${values[kind]}».`;
}

function report({ source, issues }: Reading, offset: number, message: string, remedy: string): void {
  issues.push(toIssue(placeAt(source, offset), message, remedy));
}
