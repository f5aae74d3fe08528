import type { Course } from "./course.ts";
import type { Issue } from "./issue.ts";
import { readText } from "./jsx.ts";
import type { Lesson } from "./lesson.ts";
import { childrenOf, commentOf, isJsx, type Jsx, type Node, textOf, walk } from "./mdx.ts";
import { placeOfNode, toIssue } from "./place.ts";
import { readFixedId } from "./section.ts";
import { containers } from "./vocabulary.ts";
import { placeOfValue } from "./written-attribute.ts";

/** Each thing stands where page and slide can place it: headings in steps, components as blocks, notes after their words. */
export function checkLayout(course: Course): Issue[] {
  return course.lessons.flatMap((lesson) => [
    ...checkHeadings(lesson),
    ...checkFixedIds(lesson),
    ...checkNesting(lesson),
    ...checkNotes(lesson),
    ...checkTables(lesson),
  ]);
}

function* checkHeadings(lesson: Lesson): Generator<Issue> {
  let previous = 1;
  for (const node of lesson.tree.children) {
    if (node.type !== "heading") continue;
    const { depth } = node;
    if (depth === 1) {
      const message = "El título de nivel 1 es el de la lección, que va en «titulo».";
      yield toIssue(placeOfNode(lesson, node), message, "En el texto se empieza con «##».");
    } else if (depth > previous + 1) {
      const message = `Un título de nivel ${depth} no puede seguir a uno de nivel ${previous}.`;
      yield toIssue(placeOfNode(lesson, node), message, `Se escribe con «${"#".repeat(previous + 1)}».`);
    }
    if (depth > 1) previous = depth;
  }
}

// An id that is fixed for no heading would be silently lost, and with it the address that others link to.
function* checkFixedIds(lesson: Lesson): Generator<Issue> {
  const { children } = lesson.tree;
  for (const [node, ancestors] of walk(lesson.tree)) {
    if (!/^id\b/.test(commentOf(node) ?? "")) continue;
    const at = ancestors.length === 1 ? children.findIndex((child) => child === node) : -1;
    const next = at < 0 ? undefined : children.slice(at + 1).find((child) => commentOf(child) === undefined);
    if (readFixedId(node) === undefined) {
      const message = "El id fijo no se entiende.";
      yield toIssue(
        placeOfNode(lesson, node),
        message,
        "Se escribe {/* id: un-nombre */}, en minúsculas sin acentos y con guiones.",
      );
    } else if (next?.type !== "heading") {
      const message = "Un id fijo va justo antes de un título, y aquí no sigue ninguno.";
      yield toIssue(placeOfNode(lesson, node), message, "Conviene moverlo a la línea anterior al título, o borrarlo.");
    }
  }
}

// On a phone the heading of a column stands before each of its cells; a screen reader says it everywhere.
function* checkTables(lesson: Lesson): Generator<Issue> {
  for (const [node] of walk(lesson.tree)) {
    if (node.type !== "table") continue;
    for (const cell of node.children[0]?.children ?? []) {
      if (textOf(cell).trim() !== "") continue;
      yield toIssue(
        placeOfNode(lesson, cell),
        "La tabla tiene una columna sin encabezado.",
        "Se escribe qué dice la columna.",
      );
    }
  }
}

function* checkNesting(lesson: Lesson): Generator<Issue> {
  for (const [node, ancestors] of walk(lesson.tree)) {
    const outer = ancestors.findLast((ancestor): ancestor is Jsx => isJsx(ancestor));
    if (node.type === "heading" && outer !== undefined) {
      const message = `Un título no va dentro de <${outer.name}>.`;
      yield toIssue(placeOfNode(lesson, node), message, "Se escribe fuera del componente, o en negrita: **título**.");
    }
    if (!isJsx(node) || !/^[A-Z]/.test(node.name ?? "")) continue;
    if (outer !== undefined && !containers.has(outer.name ?? "")) {
      const message = `<${node.name}> no va dentro de <${outer.name}>.`;
      yield toIssue(placeOfNode(lesson, node), message, `Se escribe después de </${outer.name}>.`);
    } else if (node.type === "mdxJsxTextElement") {
      const message = `<${node.name}> no va dentro de un párrafo, un título o una celda.`;
      yield toIssue(
        placeOfNode(lesson, node),
        message,
        "Va en su propia línea, con una línea vacía antes y otra después.",
      );
    }
  }
}

// A note corrects the block before it; other notes and comments may stand between.
function* checkNotes(lesson: Lesson): Generator<Issue> {
  let before: Node | undefined;
  for (const node of lesson.tree.children) {
    if (!isJsx(node, "Precision") && !isJsx(node, "Historia")) {
      if (commentOf(node) === undefined && node.type !== "yaml") before = node;
      continue;
    }
    const words = readText(node, "sobre");
    if (before === undefined || before.type === "heading") {
      const message = `<${node.name}> no tiene antes un texto que anotar.`;
      yield toIssue(placeOfNode(lesson, node), message, "Va después del párrafo, la lista o la tabla de que habla.");
    } else if (words !== undefined && !hasWords(before, words)) {
      const message = `Las palabras «${words}» no están en el bloque anterior.`;
      const remedy = "En «sobre» se copian tal cual, seguidas y sin cambio de letra en el medio.";
      yield toIssue(placeOfValue(lesson, node, "sobre", words), message, remedy);
    }
  }
}

function hasWords(node: Node, words: string): boolean {
  if (node.type === "inlineCode") return node.value === words;
  return node.type === "text" ? node.value.includes(words) : childrenOf(node).some((child) => hasWords(child, words));
}
