import type { Course } from "./course.ts";
import { definitionId } from "./definition.ts";
import type { Issue } from "./issue.ts";
import { readText, readWords } from "./jsx.ts";
import { citedSources } from "./lesson-sources.ts";
import type { Lesson } from "./lesson.ts";
import { isJsx, type Jsx, type Node, walk } from "./mdx.ts";
import { type Place, placeAt, placeOfNode, toIssue } from "./place.ts";
import { readPieces } from "./reference.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";
import { placeOfValue } from "./written-attribute.ts";

/** Every term, source, image, diagram, question, part and section that is named exists. */
export function checkReferences(course: Course): Issue[] {
  return [
    ...course.lessons.flatMap((lesson) => [
      ...checkPart(course, lesson),
      ...[...walk(lesson.tree)].flatMap(([node]) => [...checkNode(course, lesson, node)]),
    ]),
    ...course.questions.flatMap((question) => [...checkQuestion(course, question)]),
    ...checkUncited(course),
  ];
}

function checkUncited({ lessons, unpublished, sourceKeys }: Course): Issue[] {
  const cited = new Set(lessons.flatMap(citedSources));
  return [...sourceKeys]
    .filter(([key]) => !cited.has(key) && !unpublished.some((text) => text.includes(key)))
    .map(([key, place]) =>
      toIssue(place, `Ninguna lección cita la fuente «${key}».`, `Se cita con [@${key}], o se borra.`),
    );
}

function checkPart(course: Course, lesson: Lesson): Issue[] {
  if (lesson.part === "" || course.parts.length === 0 || course.parts.includes(lesson.part)) return [];
  const remedy = toRemedy(lesson.part, course.parts, `Las partes son ${toList(course.parts)} (curso.yml).`);
  return [toIssue(placeAt(lesson, lesson.offsets.part), `La parte «${lesson.part}» no existe.`, remedy)];
}

function* checkNode(course: Course, lesson: Lesson, node: Node): Generator<Issue> {
  if (node.type === "text") yield* checkText(course, lesson, node);
  else if (node.type === "definition") {
    const message = "Una definición de enlace de Markdown no se usa en el curso.";
    const remedy = "El enlace se escribe entero, [texto](dirección), y un término se define con <Definicion>.";
    yield toIssue(placeOfNode(lesson, node), message, remedy);
  } else if (node.type === "image" || node.type === "imageReference") {
    const message = "Las imágenes van con <Figura>, que lleva número y licencia.";
    yield toIssue(placeOfNode(lesson, node), message, 'Se escribe <Figura archivo="…" alt="…" />.');
  } else if (isJsx(node)) yield* checkElement(course, lesson, node);
}

function* checkText(course: Course, lesson: Lesson, node: Node): Generator<Issue> {
  const start = node.position?.start.offset ?? 0;
  for (const piece of readPieces(lesson.text.slice(start, node.position?.end.offset ?? start))) {
    const place = placeAt(lesson, start + piece.offset);
    if (piece.kind === "term" && course.terms.find(piece.name) === undefined) {
      const remedy = toRemedy(piece.name, course.terms.names(), "Falta su <Definicion>, o el nombre es otro.");
      yield toIssue(place, `El término «${piece.name}» no está definido.`, remedy);
    } else if (piece.kind === "text") yield* checkLoose(lesson, piece.value, start + piece.offset);
    for (const { key, offset } of piece.kind === "citation" ? piece.citations : []) {
      yield* checkSource(course, key, placeAt(lesson, start + offset));
    }
  }
}

// What opens like a term, a citation or a footnote and is none would be published with its brackets.
function* checkLoose(lesson: Lesson, text: string, offset: number): Generator<Issue> {
  for (const { 0: sign, index } of text.matchAll(/(?<!\\)(?:\[\[|\[@|\[\^[^\]\s]+\])/g)) {
    const place = placeAt(lesson, offset + index);
    if (sign === "[[")
      yield toIssue(place, "Aquí se abre un término que no se cierra.", "Se escribe [[término]], sin énfasis adentro.");
    else if (sign === "[@")
      yield toIssue(place, "Aquí se abre una cita que no se cierra.", "Se escribe [@clave] o [@clave, p. 11].");
    else yield toIssue(place, `La nota ${sign} no existe.`, `Falta su texto, en una línea propia: ${sign}: …`);
  }
}

function* checkSource(course: Course, key: string, place: Place): Generator<Issue> {
  if (course.sourceKeys.has(key) || course.unread.sources) return;
  const otherwise = /\s|^$/.test(key) ? "Se escribe [@clave, p. 11; @otra]." : "Falta su entrada en bibliografia.bib.";
  yield toIssue(place, `La fuente «${key}» no existe.`, toRemedy(key, course.sourceKeys.keys(), otherwise));
}

function* checkElement(course: Course, lesson: Lesson, element: Jsx): Generator<Issue> {
  for (const key of readWords(element, "fuente")) {
    yield* checkSource(course, key, placeOfValue(lesson, element, "fuente", key));
  }
  for (const id of readWords(element, "relacionados")) {
    const place = placeOfValue(lesson, element, "relacionados", id);
    if (id === definitionId(element)) {
      yield toIssue(place, `La definición «${id}» se relaciona consigo misma.`, "Conviene quitarla de «relacionados».");
    } else if (!course.definitions.has(id)) {
      const otherwise = "El id es el del otro <Definicion>, o su término en minúsculas, sin acentos y con guiones.";
      const remedy = toRemedy(id, course.definitions.keys(), otherwise);
      yield toIssue(place, `La definición relacionada «${id}» no existe.`, remedy);
    }
  }
  const named = namedThing(course, element.name ?? "");
  const name = named === undefined ? undefined : readText(element, named.attribute);
  if (named === undefined || name === undefined || name.trim() === "" || named.known.has(name)) return;
  const remedy = toRemedy(name, named.known, `Tiene que estar en ${named.where}.`);
  yield toIssue(placeOfValue(lesson, element, named.attribute, name), `${named.thing} «${name}» no existe.`, remedy);
}

function namedThing(course: Course, component: string): NamedThing | undefined {
  switch (component) {
    case "Figura":
      return { attribute: "archivo", known: course.figures, thing: "La imagen", where: "src/content/figuras/" };
    case "Diagrama": {
      const known = new Set([...course.diagrams.keys(), ...course.unread.diagrams]);
      return { attribute: "nombre", known, thing: "El diagrama", where: "diagrams/, con la terminación .mmd" };
    }
    case "Pregunta": {
      const known = new Set(course.questions.map(({ id }) => id));
      return course.unread.questions
        ? undefined
        : { attribute: "id", known, thing: "La pregunta", where: "preguntas.yml" };
    }
    default:
      return undefined;
  }
}

interface NamedThing {
  attribute: string;
  known: Set<string>;
  thing: string;
  where: string;
}

function* checkQuestion(course: Course, question: Course["questions"][number]): Generator<Issue> {
  const { places, section } = question;
  const lesson = course.lessons.find(({ slug }) => slug === question.lesson);
  if (lesson === undefined && question.lesson !== "" && !course.unread.lessons.has(question.lesson)) {
    const slugs = course.lessons.map(({ slug }) => slug);
    const remedy = toRemedy(question.lesson, slugs, `Hay ${toList(slugs)}.`);
    yield toIssue(places.section, `La lección «${question.lesson}» de la pregunta no existe.`, remedy);
  } else if (lesson !== undefined && section !== undefined && !lesson.sections.some(({ id }) => id === section)) {
    const ids = lesson.sections.map(({ id }) => id);
    const remedy = toRemedy(section, ids, `Hay ${toList(ids)}.`);
    yield toIssue(places.section, `La sección «${section}» no existe en «${lesson.slug}».`, remedy);
  }
  for (const [index, term] of question.terms.entries()) {
    if (course.definitions.has(term)) continue;
    const remedy = toRemedy(term, course.definitions.keys(), "Conviene quitarla de «terminos».");
    yield toIssue(places.terms[index] ?? question.place, `La definición «${term}» no existe.`, remedy);
  }
}
