import type { Root } from "mdast";
import { type Definition, readDefinitions } from "./definition.ts";
import { type Exhibit, readExhibits } from "./exhibit.ts";
import { type Fields, readFields } from "./fields.ts";
import { type Issue } from "./issue.ts";
import { type Node, parseMdx, textOf } from "./mdx.ts";
import { placeAt, type SourceFile, toIssue } from "./place.ts";
import { readSections, type Section } from "./section.ts";

/** One MDX file of the course, read. */
export interface Lesson extends SourceFile {
  /** The number of the file name: `06-topologias.mdx` is 6. */
  number: number;
  slug: string;
  title: string;
  part: string;
  summary: string;
  /** Items of the notes that the title itself carries. */
  items: string[];
  draft: boolean;
  /** Slugs that the lesson had before: they redirect here. */
  formerSlugs: string[];
  tree: Root;
  sections: Section[];
  definitions: Definition[];
  exhibits: Exhibit[];
  /** Offsets of frontmatter values, for issues that are found later. */
  offsets: { part: number; formerSlugs: number };
}

const nameRule = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

/** Reads one lesson. Without frontmatter or with broken MDX there are issues and no lesson. */
export function readLesson(source: SourceFile): { lesson: Lesson | undefined; issues: Issue[] } {
  const issues: Issue[] = [];
  const name = nameRule.exec(source.file.split("/").at(-1) ?? "");
  if (name === null) {
    issues.push(
      toIssue(
        placeAt(source, 0),
        "El nombre del archivo no es un número, un guion y un nombre en minúsculas sin acentos.",
        "Por ejemplo: «06-topologias.mdx».",
      ),
    );
  }
  const fields = readFrontmatter(source, issues);
  const tree = readTree(source, issues);
  if (name === null || fields === undefined || tree === undefined) return { lesson: undefined, issues };
  const number = Number(name[1]);
  const slug = name[2] ?? "";
  const sections = readSections(tree, number, source);
  const lesson = {
    ...source,
    number,
    slug,
    title: fields.text("titulo") ?? "",
    part: fields.text("parte") ?? "",
    summary: fields.text("resumen") ?? "",
    items: fields.list("items"),
    draft: fields.flag("borrador"),
    formerSlugs: fields.list("antes"),
    tree,
    sections,
    definitions: readDefinitions(tree, slug, source, (node) => sectionAt(sections, node)),
    exhibits: readExhibits(tree, number, source),
    offsets: { part: fields.offset("parte"), formerSlugs: fields.offset("antes") },
  };
  return { lesson, issues };
}

/** Minutes to read a lesson at 200 words a minute, the pace of study (Brysbaert 2019 gives 238 for leisure). */
export function readingMinutes(lesson: Lesson): number {
  return Math.max(1, Math.round(textOf(lesson.tree).split(/\s+/).length / 200));
}

function sectionAt(sections: Section[], node: Node): string | undefined {
  const line = node.position?.start.line ?? 0;
  return sections.findLast((section) => section.place.line <= line)?.id;
}

function readFrontmatter(source: SourceFile, issues: Issue[]): Fields | undefined {
  const match = /^---\r?\n([\s\S]*?)(?:^|\n)---\s*(?:\n|$)/.exec(source.text);
  if (match === null) {
    issues.push(
      toIssue(
        placeAt(source, 0),
        "Faltan los datos de la lección.",
        "El archivo empieza con una línea «---», los datos titulo, parte y resumen, y otra línea «---».",
      ),
    );
    return undefined;
  }
  const offset = match[0].indexOf("\n") + 1;
  const read = readFields(source, match[1] ?? "", offset, {
    titulo: "text",
    parte: "text",
    resumen: "text",
    "items?": "words",
    "borrador?": "flag",
    "antes?": "words",
  });
  issues.push(...read.issues);
  return read.fields;
}

function readTree(source: SourceFile, issues: Issue[]): Root | undefined {
  try {
    return parseMdx(source.text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = "1", column = "1"] = /^(\d+):(\d+):/.exec(message) ?? [];
    const place = { file: source.file, line: Number(line), column: Number(column) };
    issues.push(toIssue(place, ...explain(message)));
    return undefined;
  }
}

/** The parser's own words, said again for an author. */
function explain(message: string): [message: string, remedy: string] {
  const tag = /`(<[^`]*>)`/.exec(message)?.[1];
  if (message.includes("Unexpected closing tag")) {
    return [`Hay un cierre ${tag} sin apertura.`, "Conviene borrarlo o escribir la apertura que falta."];
  }
  if (message.includes("Expected a closing tag")) {
    return [`Falta el cierre de ${tag}.`, `Se escribe ${tag?.replace("<", "</")} en su propia línea.`];
  }
  if (message.includes("expression")) {
    return ["La expresión entre llaves no se puede leer.", "Para una llave literal se escribe «\\{»."];
  }
  if (message.includes("after `<`") || message.includes("before name")) {
    return ["Después de «<» no hay un componente.", "Para un «menor que» literal se escribe «\\<»."];
  }
  return [
    `El MDX no se puede leer (${message.replace(/^[\d:\s]+/, "").replace(/\s*\([^()]*\)$/, "")}).`,
    "Conviene revisar etiquetas, comillas y llaves cerca de ese lugar.",
  ];
}
