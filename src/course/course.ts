import { type Definition, namesOf } from "./definition.ts";
import { type DiagramSource, readDiagramFile } from "./diagram.ts";
import { decode } from "./encoding.ts";
import { readFenceDiagrams } from "./fence-diagram.ts";
import { type Fields, readFields, readPositive } from "./fields.ts";
import type { Issue } from "./issue.ts";
import { type Lesson, readLesson } from "./lesson.ts";
import { type Place, type SourceFile, toIssue } from "./place.ts";
import { type Question, readQuestions } from "./question.ts";
import { TermIndex } from "./reference.ts";
import { readSourceKeys } from "./source.ts";

export interface Licence {
  name: string;
  url: string;
}

/** The whole course, read: everything that an output needs, each thing once. */
export interface Course {
  name: string;
  description: string;
  authors: string[];
  licences: { text: Licence; code: Licence };
  /** Names of the parts, in order. */
  parts: string[];
  /** Words that the teacher says in a minute, when `curso.yml` gives them. */
  pace: number | undefined;
  /** In the order of their numbers. */
  lessons: Lesson[];
  /** By id, in reading order. */
  definitions: Map<string, Definition>;
  terms: TermIndex;
  questions: Question[];
  /** Keys of the bibliography, with their places. */
  sourceKeys: Map<string, Place>;
  /** Texts of the lessons that are drafts or could not be read: what they name is in use all the same. */
  unpublished: string[];
  /** By name: one per `.mmd` file and one per Mermaid fence. */
  diagrams: Map<string, DiagramSource>;
  /** What has a file that could not be read: naming it is no second mistake. */
  unread: { lessons: Set<string>; diagrams: Set<string>; sources: boolean; questions: boolean };
  /** File names in `figuras/`. */
  figures: Set<string>;
  /** The files of the runnable examples in `listados/`, by path in it: `contador/compose.yaml`. */
  examples: Map<string, string>;
  /** Addresses of what can be downloaded: the files in `public/`, `/x.pdf`, and a zip of each example. */
  downloads: Set<string>;
}

/** The files of a course by path from the root of the project, with `/`. */
export type CourseFiles = Map<string, Uint8Array>;

export const contentFolder = "src/content";
export const examplesFolder = `${contentFolder}/listados/`;

/** Reads all that an author wrote. Issues say what could not be read; the rest of the course is still there. */
export function readCourse(files: CourseFiles, { drafts = false } = {}): { course: Course; issues: Issue[] } {
  const issues: Issue[] = [];
  const keep = <T>(read: { issues: Issue[] } & T): T => {
    issues.push(...read.issues);
    return read;
  };
  const open = (path: string) => openFile(files, path, issues);

  const settings = keep(readSettings(open(`${contentFolder}/curso.yml`)));
  const written = [...files.keys()]
    .filter((path) => path.startsWith(`${contentFolder}/lecciones/`) && !fileName(path).startsWith("."))
    .flatMap((path) => open(path) ?? []);
  const read = written
    .map(readLesson)
    .filter(({ draft }) => drafts || !draft)
    .map(keep);
  const lessons = read.flatMap(({ lesson }) => lesson ?? []).sort((a, b) => a.number - b.number);
  const questions = open(`${contentFolder}/preguntas.yml`);
  const bibliography = open(`${contentFolder}/bibliografia.bib`);
  const diagramFiles = [...files.keys()].filter((path) => path.startsWith("diagrams/") && path.endsWith(".mmd"));
  const diagrams = diagramFiles
    .flatMap((path) => open(path) ?? [])
    .flatMap(({ file, text }) => keep(readDiagramFile(diagramName(file), text, file)).source ?? [])
    .map((source) => {
      const committed = open(source.file.replace(/\.mmd$/u, ".svg"))?.text;
      return committed === undefined ? source : { ...source, committed };
    });
  for (const lesson of lessons) diagrams.push(...keep(readFenceDiagrams(lesson)).sources);
  issues.push(...checkDiagramNames(diagrams));

  const examples = new Map(
    under(files, examplesFolder).flatMap((path) => {
      const text = open(`${examplesFolder}${path}`)?.text;
      return text === undefined ? [] : [[path, text] as const];
    }),
  );

  const definitions = new Map<string, Definition>();
  const terms = new TermIndex();
  for (const definition of lessons.flatMap((lesson) => lesson.definitions)) {
    if (!definitions.has(definition.id)) definitions.set(definition.id, definition);
    for (const name of namesOf(definition)) if (terms.find(name) === undefined) terms.add(name, definition.id);
  }
  const course = {
    ...settings.settings,
    lessons,
    definitions,
    terms,
    questions: questions === undefined ? [] : keep(readQuestions(questions)).questions,
    sourceKeys: bibliography === undefined ? new Map() : keep(readSourceKeys(bibliography)).keys,
    diagrams: new Map(diagrams.map((diagram) => [diagram.name, diagram])),
    unread: {
      lessons: new Set(read.flatMap(({ lesson, slug }) => (lesson === undefined && slug !== undefined ? [slug] : []))),
      diagrams: new Set(diagramFiles.map(diagramName)),
      sources: bibliography === undefined,
      questions: questions === undefined,
    },
    figures: new Set(under(files, `${contentFolder}/figuras/`)),
    unpublished: written.filter(({ file }) => !lessons.some((lesson) => lesson.file === file)).map(({ text }) => text),
    examples,
    downloads: new Set([
      ...under(files, "public/").map((name) => `/${name}`),
      ...[...examples.keys()].map((path) => `/descargas/${path.split("/")[0]}.zip`),
    ]),
  };
  return { course, issues };
}

type Settings = Pick<Course, "name" | "description" | "authors" | "licences" | "parts" | "pace">;

function readSettings(source: SourceFile | undefined): { settings: Settings; issues: Issue[] } {
  if (source === undefined) {
    const place = { file: `${contentFolder}/curso.yml`, line: 1, column: 1 };
    const issue = toIssue(
      place,
      "Falta el archivo del curso.",
      "Lleva nombre, «descripcion», autores, licencia y partes.",
    );
    return { settings: toSettings(undefined), issues: [issue] };
  }
  const { fields, issues } = readFields(
    source,
    source.text,
    0,
    { nombre: "text", descripcion: "text", autores: "texts", licencia: "map", partes: "maps", "ritmo?": "number" },
    {
      licencia: { textos: "map", codigo: "map" },
      textos: { nombre: "text", url: "text" },
      codigo: { nombre: "text", url: "text" },
      partes: { nombre: "text" },
    },
  );
  const pace = fields === undefined ? undefined : readPositive(fields, "ritmo", source, issues);
  return { settings: { ...toSettings(fields), pace }, issues };
}

function toSettings(fields: Fields | undefined): Settings {
  const licences = fields?.maps("licencia")[0];
  return {
    name: fields?.text("nombre") ?? "",
    description: fields?.text("descripcion") ?? "",
    authors: fields?.list("autores") ?? [],
    licences: {
      text: toLicence(licences?.maps("textos")[0]),
      code: toLicence(licences?.maps("codigo")[0]),
    },
    parts: fields?.maps("partes").flatMap((part) => part.text("nombre") ?? []) ?? [],
    pace: undefined,
  };
}

function toLicence(fields: Fields | undefined): Licence {
  return { name: fields?.text("nombre") ?? "", url: fields?.text("url") ?? "" };
}

function openFile(files: CourseFiles, path: string, issues: Issue[]): SourceFile | undefined {
  const bytes = files.get(path);
  if (bytes === undefined) return undefined;
  const { text, issue } = decode(path, bytes);
  if (issue !== undefined) issues.push(issue);
  return text === undefined ? undefined : { file: path, text };
}

function under(files: CourseFiles, folder: string): string[] {
  return [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
}

function diagramName(path: string): string {
  return fileName(path).replace(/\.mmd$/, "");
}

// Two of one lesson would share an anchor too, and that is said of the lesson.
function checkDiagramNames(diagrams: DiagramSource[]): Issue[] {
  return diagrams.flatMap((diagram, index) => {
    const first = diagrams.slice(0, index).find(({ name }) => name !== "" && name === diagram.name);
    if (first === undefined || first.file === diagram.file) return [];
    const place = { file: diagram.file, line: diagram.line - 1, column: diagram.column };
    const message = `El diagrama «${diagram.name}» ya existe en ${first.file}.`;
    return [toIssue(place, message, 'Conviene darle otro id="…" o mostrarlo con <Diagrama nombre="…" />.')];
  });
}

function fileName(path: string): string {
  return path.split("/").at(-1) ?? path;
}
