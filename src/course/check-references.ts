import type { Course } from "./course.ts";
import type { Definition } from "./definition.ts";
import type { Issue } from "./issue.ts";
import { readText, readWords } from "./jsx.ts";
import type { Lesson } from "./lesson.ts";
import { isJsx, type Node, walk } from "./mdx.ts";
import { placeAt, placeOfNode, toIssue } from "./place.ts";
import { readPieces, readTarget } from "./reference.ts";
import { definitionAnchor } from "./definition.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";

/** Pages of the site that a lesson may link to, besides lessons. */
export const sitePages = ["/", "/glosario/", "/buscar/", "/fuentes/", "/guia/", "/diapositivas/", "/lecciones/"];

/** Every term, source, link, image, diagram and question that is named exists. */
export function checkReferences(course: Course): Issue[] {
  return [
    ...course.lessons.flatMap((lesson) => [
      ...checkPart(course, lesson),
      ...[...walk(lesson.tree)].flatMap(([node]) => [...checkNode(course, lesson, node)]),
    ]),
    ...course.questions.flatMap((question) => [...checkQuestion(course, question)]),
  ];
}

function checkPart(course: Course, lesson: Lesson): Issue[] {
  if (lesson.part === "" || course.parts.includes(lesson.part)) return [];
  const remedy = toRemedy(lesson.part, course.parts, `Las partes son ${toList(course.parts)} (curso.yml).`);
  return [toIssue(placeAt(lesson, lesson.offsets.part), `La parte «${lesson.part}» no existe.`, remedy)];
}

function* checkNode(course: Course, lesson: Lesson, node: Node): Generator<Issue> {
  if (node.type === "text") yield* checkText(course, lesson, node);
  else if (node.type === "definition") {
    const message = "Una definición de enlace de Markdown no se usa en el curso.";
    yield toIssue(placeOfNode(lesson, node), message, "El enlace se escribe entero: [texto](dirección).");
  } else if (node.type === "link") yield* checkLink(course, lesson, node, node.url);
  else if (node.type === "image") {
    const message = "Las imágenes van con <Figura>, que lleva número y licencia.";
    yield toIssue(placeOfNode(lesson, node), message, 'Se escribe <Figura archivo="…" alt="…" />.');
  } else if (isJsx(node)) yield* checkElement(course, lesson, node);
}

function* checkText(course: Course, lesson: Lesson, node: Node): Generator<Issue> {
  const start = node.position?.start.offset ?? 0;
  for (const piece of readPieces(lesson.text.slice(start, node.position?.end.offset ?? start))) {
    if (piece.kind === "term" && course.terms.find(piece.name) === undefined) {
      const remedy = toRemedy(piece.name, course.terms.names(), "Falta su <Definicion> o el nombre es otro.");
      yield toIssue(placeAt(lesson, start + piece.offset), `El término «${piece.name}» no está definido.`, remedy);
    }
    for (const { key, offset } of piece.kind === "citation" ? piece.citations : []) {
      if (!course.sourceKeys.has(key)) yield unknownSource(course, placeAt(lesson, start + offset), key);
    }
  }
}

function unknownSource(course: Course, place: ReturnType<typeof placeAt>, key: string): Issue {
  const remedy = toRemedy(key, course.sourceKeys.keys(), "Falta su entrada en bibliografia.bib.");
  return toIssue(place, `La fuente «${key}» no existe.`, remedy);
}

function* checkLink(course: Course, lesson: Lesson, node: Node, url: string): Generator<Issue> {
  const at = (message: string, remedy: string) => toIssue(placeOfNode(lesson, node), message, remedy);
  if (/^\s*(javascript|data|vbscript):/i.test(url)) {
    yield at("Una dirección que ejecuta código no se publica.", "Conviene borrarla.");
    return;
  }
  const target = readTarget(url);
  if (target.kind === "outside") return;
  if (target.kind === "page") {
    if (sitePages.includes(target.path) || course.publicFiles.has(target.path)) return;
    const known = [...sitePages, ...course.publicFiles];
    yield at(`La página «${target.path}» no existe.`, toRemedy(target.path, known, `Hay ${toList(sitePages)}.`));
    return;
  }
  const slugs = course.lessons.map(({ slug }) => slug);
  const other = target.slug === undefined ? lesson : course.lessons.find(({ slug }) => slug === target.slug);
  if (other === undefined) {
    yield at(`La lección «${target.slug}» no existe.`, toRemedy(target.slug ?? "", slugs, `Hay ${toList(slugs)}.`));
  } else if (target.anchor !== undefined && !anchorsOf(other).includes(target.anchor)) {
    const anchors = anchorsOf(other);
    const message = `El lugar «#${target.anchor}» no existe en «${other.slug}».`;
    yield at(message, toRemedy(target.anchor, anchors, `Hay ${toList(anchors.slice(0, 8))}.`));
  }
}

function anchorsOf(lesson: Lesson): string[] {
  return [
    ...lesson.sections.map(({ id }) => id),
    ...lesson.exhibits.map(({ anchor }) => anchor),
    ...lesson.definitions.map(({ id }: Definition) => definitionAnchor(id)),
  ];
}

function* checkElement(course: Course, lesson: Lesson, node: Node): Generator<Issue> {
  if (!isJsx(node)) return;
  const at = (needle: string) => placeOfNode(lesson, node, needle);
  for (const key of readWords(node, "fuente")) {
    if (!course.sourceKeys.has(key)) yield unknownSource(course, at(key), key);
  }
  for (const id of readWords(node, "relacionados")) {
    if (course.definitions.has(id)) continue;
    const remedy = toRemedy(id, course.definitions.keys(), "El id es el término en minúsculas, sin acentos y con guiones.");
    yield toIssue(at(id), `La definición relacionada «${id}» no existe.`, remedy);
  }
  const named = {
    Figura: { attribute: "archivo", known: course.figures, thing: "El archivo", where: "src/content/figuras/" },
    Diagrama: { attribute: "nombre", known: course.diagrams, thing: "El diagrama", where: "diagrams/" },
    Pregunta: {
      attribute: "id",
      known: new Map(course.questions.map(({ id }) => [id, id])),
      thing: "La pregunta",
      where: "preguntas.yml",
    },
  }[node.name ?? ""];
  const name = readText(node, named?.attribute ?? "");
  if (named === undefined || name === undefined || named.known.has(name)) return;
  const remedy = toRemedy(name, named.known.keys(), `Tiene que estar en ${named.where}.`);
  yield toIssue(at(`"${name}"`), `${named.thing} «${name}» no existe.`, remedy);
}

function* checkQuestion(course: Course, question: Course["questions"][number]): Generator<Issue> {
  const lesson = course.lessons.find(({ slug }) => slug === question.lesson);
  if (lesson === undefined) {
    const slugs = course.lessons.map(({ slug }) => slug);
    const message = `La pregunta «${question.id}» es de la lección «${question.lesson}», que no existe.`;
    yield toIssue(question.place, message, toRemedy(question.lesson, slugs, `Hay ${toList(slugs)}.`));
  } else if (question.section !== undefined && !lesson.sections.some(({ id }) => id === question.section)) {
    const ids = lesson.sections.map(({ id }) => id);
    const message = `La pregunta «${question.id}» es de la sección «${question.section}», que no existe.`;
    yield toIssue(question.place, message, toRemedy(question.section, ids, `Hay ${toList(ids)}.`));
  }
  for (const term of question.terms) {
    if (course.definitions.has(term)) continue;
    const message = `La pregunta «${question.id}» nombra la definición «${term}», que no existe.`;
    yield toIssue(question.place, message, toRemedy(term, course.definitions.keys(), "Conviene quitarla."));
  }
}
