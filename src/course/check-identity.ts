import { type Course } from "./course.ts";
import { definitionAnchor } from "./definition.ts";
import type { Issue } from "./issue.ts";
import { readNames, readText } from "./jsx.ts";
import type { Lesson } from "./lesson.ts";
import { isJsx, type Jsx, textOf, walk } from "./mdx.ts";
import { type Place, placeAt, placeOfNode, toIssue } from "./place.ts";
import { readHeadings } from "./section.ts";
import { fold, toSlug } from "./text.ts";
import { placeOfAttribute, placeOfValue } from "./written-attribute.ts";

/** Two things never share an address, an id or a name, and every id can be part of an address. */
export function checkIdentity(course: Course): Issue[] {
  const definitions = course.lessons.flatMap((lesson) => lesson.definitions);
  return [
    ...checkSlugs(course),
    ...course.lessons.flatMap((lesson) => [...checkIds(lesson), ...checkAnchors(lesson), ...checkPlacements(lesson)]),
    ...repeated(
      definitions.map(({ id, place }) => ({ key: id, place })),
      (key, first) => [
        `La definición «${key}» ya existe (${first}).`,
        'Conviene cambiar el término o darle otro id="…".',
      ],
    ),
    ...checkNames(course),
    ...repeated(
      course.questions.map(({ id, place }) => ({ key: id, place })),
      (key, first) => [`La pregunta «${key}» ya existe (${first}).`, "Conviene darle otro id."],
    ),
  ];
}

interface Keyed {
  key: string;
  place: Place;
}

function checkSlugs(course: Course): Issue[] {
  const own = course.lessons.map((lesson) => ({ key: lesson.slug, place: placeAt(lesson, 0) }));
  const former = course.lessons.flatMap((lesson) =>
    lesson.formerSlugs.map((key, index) => ({ key, place: placeAt(lesson, lesson.offsets.formerSlugs[index] ?? 0) })),
  );
  const numbers = course.lessons.map((lesson) => ({ key: String(lesson.number), place: placeAt(lesson, 0) }));
  return [
    ...former
      .filter(({ key }) => key !== toSlug(key))
      .map(({ key, place }) =>
        toIssue(place, `«${key}» no pudo ser la dirección de una lección.`, `Se escribe «${toSlug(key)}».`),
      ),
    ...repeated([...own, ...former], (key, first) => [
      `La dirección «/lecciones/${key}/» ya está usada (${first}).`,
      "Conviene cambiar el nombre del archivo o el dato «antes».",
    ]),
    ...repeated(numbers, (key, first) => [
      `El número de lección ${key} ya está usado (${first}).`,
      "Conviene renombrar el archivo con un número libre.",
    ]),
  ];
}

function* checkIds(lesson: Lesson): Generator<Issue> {
  for (const { heading, id } of readHeadings(lesson.tree)) {
    if (id !== "") continue;
    const message = `El título «${textOf(heading)}» no tiene letras con que formar su dirección.`;
    yield toIssue(placeOfNode(lesson, heading), message, "En la línea anterior se escribe {/* id: un-nombre */}.");
  }
  for (const [node] of walk(lesson.tree)) {
    const ids = { Definicion: "termino", Figura: "archivo", Comparacion: "titulo" };
    if (!isJsx(node) || !Object.hasOwn(ids, node.name ?? "")) continue;
    const [id, source] = [readText(node, "id"), readText(node, ids[node.name as keyof typeof ids])];
    if (id !== undefined && (id === "" || id !== toSlug(id))) {
      const remedy = `Se escribe id="${toSlug(id) || "un-nombre"}": minúsculas sin acentos y guiones.`;
      yield toIssue(placeOfAttribute(lesson, node, "id"), `El id «${id}» no puede ser parte de una dirección.`, remedy);
    } else if (id === undefined && source !== undefined && source.trim() !== "" && toSlug(source) === "") {
      const message = `Con «${source}» no se puede formar una dirección.`;
      yield toIssue(placeOfNode(lesson, node), message, 'Se agrega id="un-nombre".');
    }
  }
}

// Ids of definitions are unique in the whole course, which is said elsewhere; here only against headings and figures.
function checkAnchors(lesson: Lesson): Issue[] {
  const headings = readHeadings(lesson.tree).map(({ heading, id }) => ({
    key: id,
    place: placeOfNode(lesson, heading),
  }));
  const exhibits = lesson.exhibits.map(({ anchor, place }) => ({ key: anchor, place }));
  const definitions = new Map(lesson.definitions.map(({ id, place }) => [definitionAnchor(id), place]));
  const all = [...headings, ...exhibits, ...[...definitions].map(([key, place]) => ({ key, place }))];
  const named = all.filter(({ key }) => key !== "" && !key.endsWith("-"));
  return repeated(
    named.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
    (key, first) => [`La dirección «#${key}» ya está usada en la lección (${first}).`, toAnchorRemedy(key)],
  );
}

function toAnchorRemedy(anchor: string): string {
  if (/^(?:fig|tabla)-/.test(anchor))
    return `Conviene darle otro id="…", o mostrar una sola y nombrarla con [](#${anchor}).`;
  return "Conviene cambiar el título, o fijar otro en la línea anterior: {/* id: otro-nombre */}.";
}

function checkPlacements(lesson: Lesson): Issue[] {
  const questions = [...walk(lesson.tree)].flatMap(([node]) => {
    const id = isJsx(node, "Pregunta") ? readText(node, "id") : undefined;
    return id === undefined ? [] : [{ key: id, place: placeOfAttribute(lesson, node as Jsx, "id") }];
  });
  return repeated(questions, (key, first) => [
    `La pregunta «${key}» ya está en la lección (${first}).`,
    "Conviene dejarla en un solo lugar.",
  ]);
}

// A definition may repeat a name of its own (term and plural alike), never one of another.
function checkNames(course: Course): Issue[] {
  const owners = new Map<string, string>();
  const issues: Issue[] = [];
  for (const lesson of course.lessons) {
    const elements = [...walk(lesson.tree)].flatMap(([node]) => (isJsx(node, "Definicion") ? [node] : []));
    for (const [index, element] of elements.entries()) {
      const id = lesson.definitions[index]?.id ?? "";
      for (const { name, attribute } of writtenNames(element)) {
        const owner = owners.get(fold(name)) ?? id;
        owners.set(fold(name), owner);
        if (owner === id) continue;
        const message = `El nombre «${name}» ya es de la definición «${owner}».`;
        const remedy =
          attribute === "termino"
            ? "Conviene un término más preciso."
            : `Conviene quitarlo de «${attribute}» o precisarlo.`;
        issues.push(toIssue(placeOfValue(lesson, element, attribute, name), message, remedy));
      }
    }
  }
  return issues;
}

function writtenNames(element: Jsx): { name: string; attribute: string }[] {
  return [
    ...["termino", "plural"].flatMap((attribute) => {
      const name = readText(element, attribute) ?? "";
      return name.trim() === "" ? [] : [{ name, attribute }];
    }),
    ...readNames(element, "alias").map((name) => ({ name, attribute: "alias" })),
  ];
}

function repeated(things: Keyed[], say: (key: string, first: string) => [message: string, remedy: string]): Issue[] {
  const seen = new Map<string, Place>();
  return things.flatMap(({ key, place }) => {
    const first = seen.get(key);
    if (key === "") return [];
    if (first !== undefined) return [toIssue(place, ...say(key, `${first.file}:${first.line}`))];
    seen.set(key, place);
    return [];
  });
}
