import { describe, expect, test } from "vitest";
import { readLesson } from "../../src/course/lesson.ts";
import { check, lesson, messages } from "./small-course.ts";

function issues(text: string, file = "01-a.mdx"): string[] {
  return readLesson({ file, text }).issues.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("a lesson", () => {
  test("has its number and address in the name of its file", () => {
    const { lesson: read } = readLesson({ file: "x/06-relojes-logicos.mdx", text: lesson("") });
    expect(read).toMatchObject({
      number: 6,
      slug: "relojes-logicos",
      title: "Lección",
      part: "Tiempo",
      summary: "Una.",
    });
  });

  test.each(["relojes.mdx", "06-Relojes.mdx", "06-relójes.mdx", "06_relojes.mdx", "06-relojes.md", "06-a--b.mdx"])(
    "is not called %s",
    (file) => {
      expect(issues(lesson(""), file)).toHaveLength(1);
      expect(readLesson({ file, text: lesson("") }).lesson).toBeUndefined();
    },
  );

  test("may carry items and former addresses", () => {
    const { lesson: read } = readLesson({ file: "01-a.mdx", text: lesson("", "items: I-1 I-2\nantes: [uno, dos]") });
    expect(read?.items).toEqual(["I-1", "I-2"]);
    expect(read?.formerSlugs).toEqual(["uno", "dos"]);
  });

  test("may say its minutes in class and that its lists come item by item", () => {
    const text = lesson("", "minutos: 40\nincremental: true");
    expect(readLesson({ file: "01-a.mdx", text }).lesson).toMatchObject({ minutes: 40, incremental: true });
    expect(readLesson({ file: "01-a.mdx", text: lesson("") }).lesson).toMatchObject({
      minutes: undefined,
      incremental: false,
    });
  });

  test.each([
    ["Sin datos.", ["1:1 Faltan los datos de la lección."]],
    ["---\n# nada\n---\n", ["2:1 Faltan los datos."]],
    ["---\ntitulo: A\nparte: B\n---\n", ["2:1 Falta el dato «resumen»."]],
    [lesson("", "minutos: 0"), ["5:10 El dato «minutos» no es mayor que cero."]],
    [lesson("", "minutos: una hora"), ["5:10 El dato «minutos» no es un número."]],
    [lesson("<Nota>\nx\n"), ["6:1 Falta el cierre de <Nota>."]],
    [lesson("<Nota>\nx\n</Cita>\n"), ["8:1 Aquí se cierra </Cita>, pero lo último abierto es <Nota>."]],
    [lesson("</Nota>\n"), ["6:1 Hay un cierre </Nota> sin apertura."]],
    [lesson("ñ <3\n"), ["6:3 Después de «<» no hay un componente."]],
    [lesson("a\n<https://a.org>\n"), ["7:1 Una dirección no va entre «<» y «>»."]],
    [lesson("<!-- a -->\n"), ["6:1 Los comentarios de HTML no se publican."]],
    [lesson("<Nota titulo=a>b</Nota>\n"), ["6:1 La etiqueta <Nota> está mal escrita."]],
    [lesson("a {b c\n"), ["6:3 Las llaves no tienen adentro nada que se entienda o no se cierran."]],
  ])("%j has exactly its issues", (text, expected) => {
    expect(issues(text)).toEqual(expected);
  });

  test("that is a draft is neither read nor checked unless drafts are asked for", () => {
    const texts = { "01-a.mdx": lesson("[[nada]]", "borrador: true"), "02-b.mdx": lesson("[a](a)\n") };
    expect(check(texts).course.lessons.map(({ slug }) => slug)).toEqual(["b"]);
    expect(messages(texts)).toEqual(["02-b.mdx:6:5: La lección «a» no existe."]);
    expect(messages(texts, { drafts: true })).toEqual(["01-a.mdx:7:1: El término «nada» no está definido."]);
  });

  test("that cannot be read has one issue, and links to it are not dead", () => {
    const texts = { "01-a.mdx": lesson("<Nota>\n"), "02-b.mdx": lesson("[a](a#x)\n") };
    expect(messages(texts)).toEqual(["01-a.mdx:6:1: Falta el cierre de <Nota>."]);
  });
});
