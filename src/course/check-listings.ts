import type { Code } from "mdast";
import { type Course, examplesFolder } from "./course.ts";
import { isMermaid } from "./exhibit.ts";
import { fenceAttributes, readFenceMeta } from "./fence.ts";
import type { Issue } from "./issue.ts";
import type { Lesson } from "./lesson.ts";
import { walk } from "./mdx.ts";
import { placeAt, placeOfNode, toIssue } from "./place.ts";
import { toRemedy } from "./suggestion.ts";
import { toList } from "./text.ts";

/** Languages that listings may be in; the highlighter loads exactly these. */
export const languages = [
  "bash",
  "css",
  "dockerfile",
  "html",
  "ini",
  "js",
  "json",
  "nginx",
  "python",
  "sql",
  "text",
  "ts",
  "yaml",
];

/** The columns that fit a slide at 22 px and a phone with little scrolling. */
export const widestListing = 64;

/**
 * Every listing is in a language that can be coloured, fits its width and highlights lines that it has; those of a
 * runnable example are, one after the other, its file.
 */
export function checkListings(course: Course): Issue[] {
  return course.lessons.flatMap((lesson) => [
    ...[...walk(lesson.tree)].flatMap(([node]) => {
      if (node.type !== "code") return [];
      if (isMermaid(node)) return [...checkMeta(lesson, node)];
      return [...checkLanguage(lesson, node), ...checkMeta(lesson, node), ...checkWidth(lesson, node)];
    }),
    ...checkExamples(course, lesson),
  ]);
}

// A name with a folder is that of a file in `listados/`: `archivo="contador/compose.yaml"`.
function* checkExamples(course: Course, lesson: Lesson): Generator<Issue> {
  const printed = new Map<string, Code[]>();
  for (const [node] of walk(lesson.tree)) {
    const name = node.type === "code" ? readFenceMeta(node.meta ?? "").values.get("archivo") : undefined;
    if (node.type === "code" && name?.includes("/")) printed.set(name, [...(printed.get(name) ?? []), node]);
  }
  for (const [name, nodes] of printed) {
    const file = course.examples.get(name);
    const [first] = nodes;
    if (file === undefined && first !== undefined) {
      const place = placeAt(lesson, Math.max(0, lesson.text.indexOf(name, headOffset(lesson, first))));
      const remedy = toRemedy(name, course.examples.keys(), "Sin carpeta, el nombre es solo el título del listado.");
      yield toIssue(place, `El archivo «${examplesFolder}${name}» no existe.`, remedy);
    } else if (file !== undefined) yield* checkExample(lesson, name, nodes, file.replace(/\n$/, "").split("\n"));
  }
}

function* checkExample(lesson: Lesson, name: string, nodes: Code[], wanted: string[]): Generator<Issue> {
  const lines = nodes.flatMap((node) => {
    const { file, line, column } = placeOfNode(lesson, node);
    return node.value.split("\n").map((text, index) => ({ text, place: { file, line: line + 1 + index, column } }));
  });
  const at = lines.findIndex(({ text }, index) => text !== wanted[index]);
  const { place } = lines.at(at) ?? {};
  if (place === undefined || (at < 0 && lines.length === wanted.length)) return;
  const next = wanted[at < 0 ? lines.length : at];
  const remedy =
    next === undefined ? "El archivo ya terminó: sobra desde aquí." : `En el archivo sigue «${next.trim()}».`;
  yield toIssue(place, `El listado no es igual al archivo «${examplesFolder}${name}».`, remedy);
}

function* checkLanguage(lesson: Lesson, node: Code): Generator<Issue> {
  const language = node.lang ?? "text";
  if (languages.includes(language)) return;
  const remedy = toRemedy(
    language,
    [...languages, "mermaid"],
    `Los lenguajes son ${toList(languages)}; sin color, text.`,
  );
  yield toIssue(placeAt(lesson, headOffset(lesson, node)), `El lenguaje «${language}» no existe.`, remedy);
}

function* checkMeta(lesson: Lesson, node: Code): Generator<Issue> {
  const { unknown, lines } = readFenceMeta(node.meta ?? "");
  const meta = headOffset(lesson, node) + (node.lang?.length ?? 0);
  const at = (word: string) => placeAt(lesson, Math.max(meta, lesson.text.indexOf(word, meta)));
  for (const word of unknown) {
    const otherwise = `Se puede escribir ${toList(fenceAttributes.map((name) => `${name}="…"`))} y {2-4,7} o, por pasos, {2-4|7}.`;
    const remedy = toRemedy(word.split("=")[0] ?? word, fenceAttributes, otherwise, (near) => `${near}="…"`);
    yield toIssue(at(word), `El listado no lleva «${word}».`, remedy);
  }
  const count = node.value.split("\n").length;
  const last = Math.max(0, ...lines);
  if (last > count) {
    const remedy = "Las líneas se cuentan desde 1, dentro del listado.";
    yield toIssue(
      at("{"),
      `El listado tiene ${count === 1 ? "1 línea" : `${count} líneas`} y se resalta la ${last}.`,
      remedy,
    );
  } else if (lines.includes(0))
    yield toIssue(at("{"), "El listado no tiene línea 0.", "Las líneas se cuentan desde 1.");
}

function* checkWidth(lesson: Lesson, node: Code): Generator<Issue> {
  const { file, line, column } = placeOfNode(lesson, node);
  for (const [index, text] of node.value.split("\n").entries()) {
    const columns = [...text].length;
    if (columns <= widestListing) continue;
    const place = { file, line: line + 1 + index, column: column + widestListing };
    const message = `La línea del listado tiene ${columns} columnas; entran ${widestListing}.`;
    yield toIssue(place, message, "Conviene partirla: desde esta columna no se vería en la diapositiva.");
  }
}

// Where the language is written: after the backticks or tildes.
function headOffset(lesson: Lesson, node: Code): number {
  const start = node.position?.start.offset ?? 0;
  return start + (/^[`~]*\s*/.exec(lesson.text.slice(start, start + 40))?.[0].length ?? 0);
}
