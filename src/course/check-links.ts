import type { Link } from "mdast";
import { sourceAnchor } from "./address.ts";
import { isCode } from "./check-components.ts";
import type { Course } from "./course.ts";
import { definitionAnchor } from "./definition.ts";
import type { Issue } from "./issue.ts";
import type { Lesson } from "./lesson.ts";
import { childrenOf, walk } from "./mdx.ts";
import { placeAt, toIssue } from "./place.ts";
import { readTarget } from "./reference.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";

/** Pages of the site that a lesson may link to, besides lessons and decks. */
export const sitePages = [
  "/",
  "/glosario/",
  "/buscar/",
  "/fuentes/",
  "/correcciones/",
  "/guia/",
  "/diapositivas/",
  "/lecciones/",
];

type Report = (message: string, remedy: string) => Issue;

/** Every Markdown link goes to a place that exists. */
export function checkLinks(course: Course): Issue[] {
  return course.lessons.flatMap((lesson) =>
    [...walk(lesson.tree)].flatMap(([node]) => (node.type === "link" ? [...checkLink(course, lesson, node)] : [])),
  );
}

function* checkLink(course: Course, lesson: Lesson, link: Link): Generator<Issue> {
  const report: Report = (message, remedy) => toIssue(placeAt(lesson, urlOffset(lesson, link)), message, remedy);
  if (isCode(link.url)) {
    yield report("Una dirección que ejecuta código no se publica.", "Conviene borrarla y dejar solo el texto.");
    return;
  }
  const target = readTarget(link.url);
  if (target.kind === "page") yield* checkPage(course, target.path, target.anchor, report);
  else if (target.kind === "lesson") {
    const other = target.slug === undefined ? lesson : course.lessons.find(({ slug }) => slug === target.slug);
    if (other !== undefined) yield* checkAnchor(other, target.anchor, report);
    else if (!course.unread.lessons.has(target.slug ?? "")) yield deadLesson(course, target.slug ?? "", report);
  }
}

function* checkPage(course: Course, path: string, anchor: string | undefined, report: Report): Generator<Issue> {
  const [, kind, slug] = /^\/(lecciones|diapositivas)\/([^/]+)\/?$/.exec(path) ?? [];
  if (kind === "lecciones") {
    const remedy = `A una lección se la enlaza con su nombre: [texto](${slug}${anchor === undefined ? "" : `#${anchor}`}).`;
    yield report(`La dirección «${path}» cambiaría con el sitio.`, remedy);
  } else if (kind === "diapositivas" && course.lessons.some((lesson) => lesson.slug === slug)) {
    return;
  } else if (sitePages.includes(path)) {
    if (anchor === undefined) return;
    const anchors = path === "/fuentes/" ? [...course.sourceKeys.keys()].map(sourceAnchor) : [];
    if (anchors.includes(anchor)) return;
    const remedy = toRemedy(
      anchor,
      anchors,
      "A una definición se la nombra con [[término]]; a una fuente, con [@clave].",
    );
    yield report(`El lugar «#${anchor}» no existe en «${path}».`, remedy);
  } else if (!course.downloads.has(path) && !course.downloads.has(decode(path))) {
    const known = [...sitePages, ...course.downloads];
    yield report(`La página «${path}» no existe.`, toRemedy(path, known, `Hay ${toList(sitePages)}.`));
  }
}

function deadLesson(course: Course, name: string, report: Report): Issue {
  const slugs = course.lessons.map(({ slug }) => slug);
  const slug = name.replace(/^(?:\.?\.\/)*(?:\d+-)?|\.mdx?$/g, "");
  if (slugs.includes(slug)) return report(`La lección «${name}» no existe.`, `Se escribe solo su nombre: «${slug}».`);
  return report(`La lección «${name}» no existe.`, toRemedy(name, slugs, `Hay ${toList(slugs)}.`));
}

function* checkAnchor(lesson: Lesson, anchor: string | undefined, report: Report): Generator<Issue> {
  const anchors = anchorsOf(lesson);
  if (anchor === undefined || anchors.includes(anchor)) return;
  const some =
    anchors.length === 0 ? "Esa lección no tiene lugares con dirección." : `Hay ${toList(anchors.slice(0, 8))}.`;
  yield report(`El lugar «#${anchor}» no existe en «${lesson.slug}».`, toRemedy(anchor, anchors, some));
}

function anchorsOf(lesson: Lesson): string[] {
  return [
    ...lesson.sections.map(({ id }) => id),
    ...lesson.exhibits.map(({ anchor }) => anchor),
    ...lesson.definitions.map(({ id }) => definitionAnchor(id)),
  ];
}

// The address stands after the words of the link; an address that is its own text has none before it.
function urlOffset(lesson: Lesson, link: Link): number {
  const start = link.position?.start.offset ?? 0;
  const words = childrenOf(link).at(-1)?.position?.end.offset ?? start;
  const opening = /^[^(]*\]\(\s*<?/.exec(lesson.text.slice(words, link.position?.end.offset));
  return opening === null ? start : words + opening[0].length;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
