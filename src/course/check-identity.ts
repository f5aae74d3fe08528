import { type Course } from "./course.ts";
import { namesOf } from "./definition.ts";
import type { Issue } from "./issue.ts";
import { type Place, placeAt, toIssue } from "./place.ts";
import { fold } from "./text.ts";

/** Two things never share an address, an id or a name. */
export function checkIdentity(course: Course): Issue[] {
  return [
    ...checkSlugs(course),
    ...course.lessons.flatMap((lesson) =>
      repeated(
        [...lesson.sections.map(({ id, place }) => ({ key: id, place })), ...lesson.exhibits.map(toKeyed)],
        (key) => [`La dirección «#${key}» ya está usada en la lección.`, "Conviene cambiar el título o el id."],
      ),
    ),
    ...repeated(
      course.lessons.flatMap((lesson) => lesson.definitions).map(({ id, place }) => ({ key: id, place })),
      (key) => [`La definición «${key}» ya existe.`, 'Conviene cambiar el término o darle otro id="…".'],
    ),
    ...checkNames(course),
    ...repeated(
      course.questions.map(({ id, place }) => ({ key: id, place })),
      (key) => [`La pregunta «${key}» ya existe.`, "Conviene darle otro id."],
    ),
  ];
}

interface Keyed {
  key: string;
  place: Place;
}

function toKeyed({ anchor, place }: { anchor: string; place: Place }): Keyed {
  return { key: anchor, place };
}

function checkSlugs(course: Course): Issue[] {
  const own = course.lessons.map((lesson) => ({ key: lesson.slug, place: placeAt(lesson, 0) }));
  const former = course.lessons.flatMap((lesson) =>
    lesson.formerSlugs.map((key) => ({ key, place: placeAt(lesson, lesson.offsets.formerSlugs) })),
  );
  const numbers = course.lessons.map((lesson) => ({ key: String(lesson.number), place: placeAt(lesson, 0) }));
  return [
    ...repeated([...own, ...former], (key) => [
      `La dirección «/lecciones/${key}/» ya está usada.`,
      "Conviene cambiar el nombre del archivo o el dato «antes».",
    ]),
    ...repeated(numbers, (key) => [`El número de lección ${key} está dos veces.`, "Conviene renombrar el archivo."]),
  ];
}

// A definition may repeat a name of its own (term and plural alike), never one of another.
function checkNames(course: Course): Issue[] {
  const owners = new Map<string, string>();
  const issues: Issue[] = [];
  for (const definition of course.lessons.flatMap((lesson) => lesson.definitions)) {
    for (const name of namesOf(definition)) {
      const owner = owners.get(fold(name));
      if (owner !== undefined && owner !== definition.id) {
        const message = `El nombre «${name}» ya es de la definición «${owner}».`;
        issues.push(toIssue(definition.place, message, "Conviene quitarlo del alias o precisar el término."));
      }
      owners.set(fold(name), owner ?? definition.id);
    }
  }
  return issues;
}

function repeated(things: Keyed[], say: (key: string) => [message: string, remedy: string]): Issue[] {
  const seen = new Set<string>();
  return things.flatMap(({ key, place }) => {
    if (seen.has(key)) return [toIssue(place, ...say(key))];
    seen.add(key);
    return [];
  });
}
