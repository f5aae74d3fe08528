import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { createLesson, toFileName } from "../../src/build/new-lesson.ts";
import { readLesson } from "../../src/course/lesson.ts";

test("the next number, with gaps and with none", () => {
  expect(toFileName("Relojes lógicos", [])).toBe("01-relojes-logicos.mdx");
  expect(toFileName("¿Qué es Docker?", ["03-definiciones.mdx", "11-docker.mdx", ".keep"])).toBe("12-que-es-docker.mdx");
});

test("no title and a lesson that exists are refused with a remedy", () => {
  expect(() => toFileName(" ¿? ", [])).toThrow('Falta el título: escribir npm run leccion "Relojes lógicos".');
  expect(() => toFileName("Definiciones", ["03-definiciones.mdx"])).toThrow("Ya existe src/content/lecciones/03-def");
});

test("the new file is a draft lesson without errors, in the last part", () => {
  const root = mkdtempSync(join(tmpdir(), "apuntes-leccion-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "src/content/lecciones"), { recursive: true });
  writeFileSync(join(root, "src/content/curso.yml"), "partes:\n  - nombre: Introducción\n  - nombre: Relojes\n");
  const file = createLesson(root, 'Tiempo: "antes de" y # después');
  expect(file).toBe("src/content/lecciones/01-tiempo-antes-de-y-despues.mdx");

  const text = readFileSync(join(root, file), "utf8");
  expect(parse(text.split("---\n")[1] ?? "")).toMatchObject({
    titulo: 'Tiempo: "antes de" y # después',
    parte: "Relojes",
    borrador: true,
  });
  const { lesson, issues } = readLesson({ file, text });
  expect(issues).toEqual([]);
  expect(lesson).toMatchObject({ number: 1, draft: true });
});
