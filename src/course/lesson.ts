import type { Root } from "mdast";
import { type Definition, readDefinitions } from "./definition.ts";
import { type Exhibit, readExhibits } from "./exhibit.ts";
import { type Fields, readFields, readPositive } from "./fields.ts";
import { type Issue } from "./issue.ts";
import { explainMdx } from "./mdx-error.ts";
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
  /** Minutes that the author gives to it in class; without them its words are counted. */
  minutes: number | undefined;
  /** The items of its lists appear one by one on the slides. */
  incremental: boolean;
  /** Slugs that the lesson had before: they redirect here. */
  formerSlugs: string[];
  tree: Root;
  sections: Section[];
  definitions: Definition[];
  exhibits: Exhibit[];
  /** Offsets of frontmatter values, for issues that are found later. */
  offsets: { part: number; formerSlugs: number[] };
}

const nameRule = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

export interface ReadLesson {
  /** Nothing when the name, the frontmatter or the MDX cannot be read. */
  lesson: Lesson | undefined;
  /** The file's name gives the slug even of a lesson that cannot be read: links to it are not dead. */
  slug: string | undefined;
  draft: boolean;
  issues: Issue[];
}

/** Reads one lesson, with everything that is wrong in its name, frontmatter and syntax. */
export function readLesson(source: SourceFile): ReadLesson {
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
  const draft = fields?.flag("borrador") ?? false;
  const slug = name?.[2] ?? "";
  if (name === null || fields === undefined || tree === undefined) {
    return { lesson: undefined, slug: name?.[2], draft, issues };
  }
  const number = Number(name[1]);
  const sections = readSections(tree, number, source);
  const lesson = {
    ...source,
    number,
    slug,
    title: fields.text("titulo") ?? "",
    part: fields.text("parte") ?? "",
    summary: fields.text("resumen") ?? "",
    items: fields.list("items"),
    draft,
    minutes: readPositive(fields, "minutos", source, issues),
    incremental: fields.flag("incremental"),
    formerSlugs: fields.list("antes"),
    tree,
    sections,
    definitions: readDefinitions(tree, slug, source, (node) => sectionAt(sections, node)),
    exhibits: readExhibits(tree, number, source),
    offsets: { part: fields.offset("parte"), formerSlugs: fields.offsets("antes") },
  };
  return { lesson, slug, draft, issues };
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
    "minutos?": "number",
    "incremental?": "flag",
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
    issues.push(
      toIssue(place, ...explainMdx(message, source.text.split("\n")[place.line - 1]?.slice(place.column - 1) ?? "")),
    );
    return undefined;
  }
}
