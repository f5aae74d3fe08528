import type { Course } from "./course.ts";
import type { Issue } from "./issue.ts";
import { type AttributeValue, readAttributes } from "./jsx.ts";
import type { Lesson } from "./lesson.ts";
import { childrenOf, commentOf, isJsx, type Jsx, type Node, textOf, walk } from "./mdx.ts";
import { placeOfNode, toIssue } from "./place.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";
import { type AttributeKind, type ComponentRule, vocabulary } from "./vocabulary.ts";

/** Only the vocabulary may stand in a lesson: no other component, attribute, expression, import or HTML. */
export function checkComponents(course: Course): Issue[] {
  return course.lessons.flatMap((lesson) =>
    [...walk(lesson.tree)].flatMap(([node]) => [...checkNode(lesson, node)]),
  );
}

function* checkNode(lesson: Lesson, node: Node): Generator<Issue> {
  const issue = (message: string, remedy: string, needle?: string) =>
    toIssue(placeOfNode(lesson, node, needle), message, remedy);

  if (node.type === "mdxjsEsm") {
    yield issue("Una lección no importa ni exporta nada.", "Conviene borrar la línea: los componentes ya están.");
  } else if (node.type === "html") {
    yield issue("El HTML suelto no se publica.", "Conviene escribirlo en Markdown o con un componente.");
  } else if (node.type === "heading" && node.depth === 1) {
    yield issue("El título de nivel 1 ya es el de la lección.", "Se escribe con «##».");
  } else if (isExpression(node)) {
    yield issue("Las llaves con código no se publican.", "Para una llave literal se escribe «\\{».");
  } else if (isJsx(node)) yield* checkElement(node, issue);
}

type Report = (message: string, remedy: string, needle?: string) => Issue;

function* checkElement(element: Jsx, issue: Report): Generator<Issue> {
  const name = element.name ?? "";
  const rule = vocabulary[name];
  if (rule === undefined) {
    const names = Object.keys(vocabulary);
    const forbidden = name === "script" || name === "style";
    yield forbidden
      ? issue(`La etiqueta <${name}> no se publica.`, "Conviene borrarla: una lección no lleva código propio.")
      : issue(`El componente <${name}> no existe.`, toRemedy(name, names, `Los componentes son ${toList(names)}.`));
  }
  for (const [attribute, value] of readAttributes(element)) yield* checkAttribute(name, rule, attribute, value, issue);
  if (rule === undefined) return;
  for (const required of rule.required) {
    if (isGiven(readAttributes(element).get(required))) continue;
    yield issue(`A <${name}> le falta «${required}».`, `Se escribe <${name} ${required}="…">.`);
  }
  const empty = childrenOf(element).every((child) => textOf(child).trim() === "" && childrenOf(child).length === 0);
  if (rule.content === "some" && empty) {
    yield issue(`<${name}> no tiene contenido.`, `El texto va entre <${name}> y </${name}>.`);
  } else if (rule.content === "none" && !empty) {
    yield issue(`<${name}> no lleva contenido.`, `Se escribe <${name} />.`);
  }
}

function* checkAttribute(
  name: string,
  rule: ComponentRule | undefined,
  attribute: string,
  value: AttributeValue,
  issue: Report,
): Generator<Issue> {
  if (/^on[A-Za-z]/.test(attribute)) {
    yield issue(`El atributo «${attribute}» ejecutaría código.`, "Conviene borrarlo.", attribute);
    return;
  }
  if (typeof value === "string" && /^\s*javascript:/i.test(value)) {
    yield issue("Una dirección «javascript:» ejecutaría código.", "Conviene borrarla.", attribute);
    return;
  }
  if (rule === undefined) return;
  const kind = rule.attributes[attribute];
  const names = Object.keys(rule.attributes);
  if (kind === undefined) {
    const list = names.length === 0 ? `<${name}> no lleva atributos.` : `<${name}> lleva ${toList(names)}.`;
    yield issue(`<${name}> no tiene el atributo «${attribute}».`, toRemedy(attribute, names, list), attribute);
  } else if (!isOfKind(value, kind)) {
    yield issue(`El atributo «${attribute}» no es ${kindNames[kind]}.`, example(attribute, kind), attribute);
  }
}

const kindNames = { text: "un texto entre comillas", flag: "una marca sin valor", number: "un número entero" };

function example(attribute: string, kind: AttributeKind): string {
  return `Se escribe ${{ text: `${attribute}="…"`, flag: attribute, number: `${attribute}={3}` }[kind]}.`;
}

function isOfKind(value: AttributeValue, kind: AttributeKind): boolean {
  if (kind === "flag") return value === true;
  if (kind === "text") return typeof value === "string";
  return typeof value === "object" && /^\d+$/.test(value.expression.trim());
}

function isGiven(value: AttributeValue | undefined): boolean {
  return value !== undefined && (typeof value !== "string" || value.trim() !== "");
}

function isExpression(node: Node): boolean {
  return (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") && commentOf(node) === undefined;
}
