import { describe, expect, test } from "vitest";
import { readCourseFiles } from "../../src/build/course-files.ts";
import { checkCourse } from "../../src/course/check.ts";
import { toLine } from "../../src/course/issue.ts";
import { check, filesOf, lesson, messages } from "./small-course.ts";

describe("a course", () => {
  test("that is right has no issues", () => {
    expect(messages({ "01-a.mdx": lesson("Un texto [@lamport1978].\n") })).toEqual([]);
  });

  test("has its lessons in the order of their numbers", () => {
    const { course } = check({ "10-b.mdx": lesson(""), "2-c.mdx": lesson(""), "01-a.mdx": lesson("") });
    expect(course.lessons.map(({ slug }) => slug)).toEqual(["a", "c", "b"]);
  });

  test("needs its settings", () => {
    expect(messages({ "src/content/curso.yml": "# nada" })).toEqual(["curso.yml:1:1: Faltan los datos."]);
    expect(messages({ "src/content/curso.yml": "nombre: A" })).toHaveLength(4);
  });

  test("may say the words that its teacher says in a minute", () => {
    const file = "src/content/curso.yml";
    const settings = new TextDecoder().decode(filesOf({}).get(file));
    expect(check({ [file]: `${settings}ritmo: 110\n` }).course.pace).toBe(110);
    expect(messages({ [file]: `${settings}ritmo: -1\n` })).toEqual([
      "curso.yml:9:8: El dato «ritmo» no es mayor que cero.",
    ]);
  });

  test("may link to its decks, its public files and the pages of the site", () => {
    const links = "[a](/diapositivas/a/) [b](/plan%20b.pdf) [c](/glosario/) [d](/fuentes/#fuente-lamport1978)\n";
    expect(messages({ "01-a.mdx": lesson(links), "public/plan b.pdf": "" })).toEqual([]);
    expect(messages({ "01-a.mdx": lesson(links) })).toEqual(["01-a.mdx:6:27: La página «/plan%20b.pdf» no existe."]);
  });

  test("with a diagram that cannot be read does not complain of who shows it", () => {
    const texts = { "01-a.mdx": lesson('<Diagrama nombre="x" />\n'), "diagrams/x.mmd": "flowchart LR\n" };
    expect(messages(texts)).toEqual(["x.mmd:1:1: Al diagrama le falta el encabezado con su título y su descripción."]);
  });

  test("may have titles that begin like an address that runs code", () => {
    expect(messages({ "01-a.mdx": lesson('<Nota titulo="JavaScript: una introducción">x</Nota>\n') })).toEqual([]);
    expect(messages({ "01-a.mdx": lesson("[a](<java script:x>)\n") })).toEqual([
      "01-a.mdx:6:6: Una dirección que ejecuta código no se publica.",
    ]);
  });

  test("takes no name of JavaScript for a component, attribute or figure", () => {
    const text = lesson(
      '<Constructor>x</Constructor>\n\n<Nota constructor="x">x</Nota>\n\n<constructor>x</constructor>\n',
    );
    expect(messages({ "01-a.mdx": text })).toHaveLength(3);
  });
});

test("the lessons of this course have no issues", () => {
  const { course, issues } = checkCourse(readCourseFiles(process.cwd()), { drafts: true });
  expect(issues.map(toLine)).toEqual([]);
  expect(course.lessons.length).toBeGreaterThanOrEqual(3);
  expect(course.definitions.size).toBeGreaterThan(20);
});
