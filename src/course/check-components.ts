import type { Course } from "./course.ts";
import type { Issue } from "./issue.ts";
import { type AttributeValue, readAttributes } from "./jsx.ts";
import type { Lesson } from "./lesson.ts";
import { childrenOf, commentOf, isJsx, type Jsx, type Node, walk } from "./mdx.ts";
import { type Place, placeAt, placeOfNode, toIssue } from "./place.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";
import { type AttributeKind, type Choice, type ComponentRule, type Count, vocabulary } from "./vocabulary.ts";
import { placeOfAttribute, readWrittenAttributes } from "./written-attribute.ts";

/** Only the vocabulary may stand in a lesson: no other component, attribute, expression, import or HTML. */
export function checkComponents(course: Course): Issue[] {
  return course.lessons.flatMap((lesson) => [...walk(lesson.tree)].flatMap(([node]) => [...checkNode(lesson, node)]));
}

function* checkNode(lesson: Lesson, node: Node): Generator<Issue> {
  const place = placeOfNode(lesson, node);
  if (node.type === "mdxjsEsm") {
    const remedy = "Conviene borrar la línea: los componentes ya están. Si es prosa, se empieza con otra palabra.";
    yield toIssue(place, "Una lección no importa ni exporta nada.", remedy);
  } else if (isExpression(node)) {
    yield toIssue(place, "Las llaves con código no se publican.", "Para una llave literal se escribe «\\{».");
  } else if (node.type === "text") {
    yield* checkDirectives(lesson, node);
  } else if (isJsx(node)) yield* checkElement(lesson, node);
}

// Other tools give `:::name` a meaning; here it would be published as it stands.
function* checkDirectives(lesson: Lesson, node: Node): Generator<Issue> {
  const start = node.position?.start.offset ?? 0;
  const written = lesson.text.slice(start, node.position?.end.offset ?? start);
  for (const { 0: all, 1: name = "", index } of written.matchAll(/^[ \t]*:::+[ \t]*(\w[\w-]*)/gmu)) {
    const place = placeAt(lesson, start + index + all.indexOf(":"));
    const component = toRemedy(name, Object.keys(vocabulary), "Se escribe con un componente: <Nota>…</Nota>.");
    yield toIssue(place, `La directiva «:::${name}» no existe en el curso.`, component);
  }
}

function* checkElement(lesson: Lesson, element: Jsx): Generator<Issue> {
  const name = element.name ?? "";
  const rule = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
  const place = placeOfNode(lesson, element);
  if (rule === undefined) yield unknownElement(place, name);
  const attributes = readAttributes(element);
  for (const [attribute, value] of attributes) {
    yield* checkAttribute(name, rule, attribute, value, placeOfAttribute(lesson, element, attribute));
  }
  const written = readWrittenAttributes(lesson, element);
  for (const [index, attribute] of written.entries()) {
    if (written.findIndex(({ name: same }) => same === attribute.name) === index) continue;
    const message = `El atributo «${attribute.name}» está dos veces en <${name}>.`;
    yield toIssue(placeAt(lesson, attribute.offset), message, "Conviene borrar uno.");
  }
  if (rule === undefined) return;
  for (const required of rule.required) {
    if (isGiven(attributes.get(required))) continue;
    yield toIssue(
      place,
      `A <${name}> le falta «${required}».`,
      required === "alt" ? alternative : `Se agrega ${required}="…".`,
    );
  }
  const empty = childrenOf(element).every(isEmpty);
  if (rule.content === "some" && empty) {
    yield toIssue(place, `<${name}> no tiene contenido.`, `El texto va entre <${name}> y </${name}>.`);
  } else if (rule.content === "none" && !empty) {
    yield toIssue(place, `<${name}> no lleva contenido.`, `Se escribe <${name} />.`);
  }
}

const alternative = 'Se agrega alt="…": lo que se ve, en una frase, para quien no ve la imagen.';

function unknownElement(place: Place, name: string): Issue {
  if (name === "script" || name === "style") {
    const remedy = `Conviene borrarla con todo lo que hay hasta </${name}>: una lección no lleva código propio.`;
    return toIssue(place, `La etiqueta <${name}> no se publica.`, remedy);
  }
  if (/^[a-z]/.test(name) || name === "") {
    const message = `La etiqueta HTML <${name}> no se publica.`;
    return toIssue(place, message, "Conviene escribirlo en Markdown o con un componente, por ejemplo <Nota>.");
  }
  const names = Object.keys(vocabulary);
  const remedy = toRemedy(name, names, `Los componentes son ${toList(names)}.`, (near) => `<${near}>`);
  return toIssue(place, `El componente <${name}> no existe.`, remedy);
}

function* checkAttribute(
  name: string,
  rule: ComponentRule | undefined,
  attribute: string,
  value: AttributeValue,
  place: Place,
): Generator<Issue> {
  if (/^on[A-Za-z]/.test(attribute)) {
    yield toIssue(place, `El atributo «${attribute}» ejecutaría código.`, `Conviene borrarlo, con su valor.`);
  } else if (typeof value === "string" && isCode(value) && !isTitle(value)) {
    yield toIssue(place, `La dirección de «${attribute}» ejecutaría código.`, "Conviene borrarla.");
  } else if (rule !== undefined) {
    const kind = Object.hasOwn(rule.attributes, attribute) ? rule.attributes[attribute] : undefined;
    const names = Object.keys(rule.attributes);
    if (kind === undefined) {
      const list = names.length === 0 ? `<${name}> no lleva atributos.` : `<${name}> lleva ${toList(names)}.`;
      const remedy = toRemedy(attribute, names, list);
      yield toIssue(place, `<${name}> no tiene el atributo «${attribute}».`, remedy);
    } else if (typeof kind === "object" && "words" in kind) {
      yield* checkChoice(attribute, value, kind, place);
    } else if (typeof kind === "object") {
      const { from, to } = kind;
      if (isOfKind(value, "number") && isWithin(value, kind)) return;
      yield toIssue(
        place,
        `El atributo «${attribute}» no es un número de ${from} a ${to}.`,
        example(attribute, "number"),
      );
    } else if (!isOfKind(value, kind)) {
      yield toIssue(place, `El atributo «${attribute}» no es ${kindNames[kind]}.`, example(attribute, kind));
    }
  }
}

function* checkChoice(
  attribute: string,
  value: AttributeValue,
  { words, several }: Choice,
  place: Place,
): Generator<Issue> {
  if (typeof value !== "string") {
    yield toIssue(place, `El atributo «${attribute}» no es ${kindNames.text}.`, example(attribute, "text"));
    return;
  }
  for (const word of several ? value.split(",") : [value]) {
    if (words.includes(word)) continue;
    const list = several
      ? `Se escriben, separados por comas: ${toList([...words])}.`
      : `Puede ser ${toList([...words], "o")}.`;
    yield toIssue(place, `«${attribute}» no puede ser «${word}».`, toRemedy(word, words, list));
    return;
  }
}

function isWithin(value: AttributeValue, { from, to }: Count): boolean {
  const number = typeof value === "object" ? Number(value.expression) : Number.NaN;
  return number >= from && number <= to;
}

/** Whether a browser would run the address instead of opening it; browsers skip spaces and controls in its scheme. */
export function isCode(url: string): boolean {
  return /^(?:javascript|vbscript|data):/i.test(url.replace(/[\u0000-\u0020]/g, ""));
}

// «JavaScript: una introducción». No attribute of the vocabulary becomes an address.
function isTitle(value: string): boolean {
  return /^\s*\w+:(?:\s|$)/.test(value);
}

type SimpleKind = Extract<AttributeKind, string>;

const kindNames = { text: "un texto entre comillas", flag: "una marca sin valor", number: "un número entero" };

function example(attribute: string, kind: SimpleKind): string {
  return `Se escribe ${{ text: `${attribute}="…"`, flag: `${attribute}, sin «=»`, number: `${attribute}={3}` }[kind]}.`;
}

function isOfKind(value: AttributeValue, kind: SimpleKind): boolean {
  if (kind === "flag") return value === true;
  if (kind === "text") return typeof value === "string";
  return typeof value === "object" && /^\d+$/.test(value.expression.trim());
}

// A value of another kind is wrong, not missing: one issue says so.
function isGiven(value: AttributeValue | undefined): boolean {
  return value !== undefined && (typeof value !== "string" || value.trim() !== "");
}

function isEmpty(node: Node): boolean {
  if (node.type === "text") return node.value.trim() === "";
  if (node.type === "paragraph") return childrenOf(node).every(isEmpty);
  return commentOf(node) !== undefined;
}

function isExpression(node: Node): boolean {
  return (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") && commentOf(node) === undefined;
}
