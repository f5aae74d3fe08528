import { checkCourse, type CheckedCourse } from "../../src/course/check.ts";
import type { CourseFiles } from "../../src/course/course.ts";
import { toLine } from "../../src/course/issue.ts";
import { type Node, walk } from "../../src/course/mdx.ts";

const settings = `nombre: Curso
descripcion: Un curso de prueba.
autores: [Nadie]
licencia:
  textos: { nombre: CC BY-SA 4.0, url: "https://creativecommons.org/licenses/by-sa/4.0/" }
  codigo: { nombre: MIT, url: "https://opensource.org/license/mit" }
partes:
  - nombre: Tiempo
`;

const bibliography = "@misc{lamport1978, title = {Time}}\n@misc{baran1964, title = {Networks}}\n";

// Uses both sources, and is not part of the course: a test's own lessons need not cite them.
const draft = lesson("Se citan [@lamport1978; @baran1964].", "borrador: true");

/** Line of the file where the text given to `lesson` begins. */
export const firstLine = 6;

/** A lesson's text with the least frontmatter, and what is added to it. */
export function lesson(text: string, more = ""): string {
  return `---\ntitulo: Lección\nparte: Tiempo\nresumen: Una.${more === "" ? "" : `\n${more}`}\n---\n${text}`;
}

/** The files of a course that is right but for what is given; lessons by file name, other files by path. */
export function filesOf(texts: Record<string, string>): CourseFiles {
  const given = Object.entries(texts).map(([name, text]) => [
    name.includes("/") ? name : `src/content/lecciones/${name}`,
    text,
  ]);
  const all: Record<string, string> = {
    "src/content/curso.yml": settings,
    "src/content/bibliografia.bib": bibliography,
    "src/content/lecciones/90-en-borrador.mdx": draft,
    ...Object.fromEntries(given),
  };
  return new Map(Object.entries(all).map(([file, text]) => [file, new TextEncoder().encode(text)]));
}

export function check(texts: Record<string, string>, options: { drafts?: boolean } = {}): CheckedCourse {
  return checkCourse(filesOf(texts), options);
}

/** `file:line:column: message` of each issue, with the bare file name. */
export function messages(texts: Record<string, string>, options: { drafts?: boolean } = {}): string[] {
  return check(texts, options).issues.map((issue) =>
    toLine({ ...issue, file: issue.file.split("/").at(-1) ?? "", remedy: "" }).trim(),
  );
}

/** The tree without what may differ between two spellings of the same thing. */
export function toShape(node: Node): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === "position" ? undefined : value)));
}

export function find(tree: Node, matches: (node: Node) => boolean): Node[] {
  return [...walk(tree)].map(([node]) => node).filter(matches);
}
