import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse, stringify } from "yaml";
import { toSlug } from "../course/text.ts";

const folder = "src/content/lecciones";

/**
 * `npm run leccion "Título"`: a new draft lesson with the next number, in the last part of the course.
 * Gives its path from `root`; throws a Spanish sentence when the title is of no use or already has its lesson.
 */
export function createLesson(root: string, title: string): string {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const file = `${folder}/${toFileName(title, names)}`;
  writeFileSync(join(root, file), toLesson(title, readLastPart(root)), { flag: "wx" });
  return file;
}

/** `07-relojes-logicos.mdx`: one more than the highest number in `names`. */
export function toFileName(title: string, names: string[]): string {
  const slug = toSlug(title);
  if (slug === "") throw new Error('Falta el título: escribir npm run leccion "Relojes lógicos".');
  const same = names.find((name) => name.replace(/^\d+-|\.mdx?$/g, "") === slug);
  if (same) throw new Error(`Ya existe ${folder}/${same}: elegir otro título o editar esa lección.`);
  const highest = Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0));
  return `${String(highest + 1).padStart(2, "0")}-${slug}.mdx`;
}

/** The text of an empty lesson, with what an author writes most in comments. */
export function toLesson(title: string, part: string): string {
  const frontmatter = stringify({ titulo: title, parte: part, resumen: "Una frase que dice qué se aprende." });
  return `---
${frontmatter}# Con esta línea la lección se ve en npm run dev y no se publica. Al terminar, se borra.
borrador: true
---

Un párrafo que dice de qué trata la lección y por qué importa.

## Primer tema

{/* Cada título de nivel 2 o 3 abre una diapositiva. Las listas, tablas, figuras y definiciones van a la diapositiva;
los párrafos, a las notas de quien expone. */}

{/* Una definición: su texto aparece en el glosario, la búsqueda y las tarjetas.
<Definicion termino="Término" ingles="term" fuente="clave2024">
  Qué es, en una o dos frases.
</Definicion>
Después se la nombra así: [[término]]. Una cita de la bibliografía, así: [@clave2024, p. 11]. */}

{/* Un diagrama de la carpeta diagrams:
<Diagrama nombre="nombre-del-archivo" alt="Qué se ve y qué muestra." /> */}
`;
}

function readLastPart(root: string): string {
  const course: unknown = parse(readFileSync(join(root, "src/content/curso.yml"), "utf8"));
  const parts = course instanceof Object && "partes" in course && Array.isArray(course.partes) ? course.partes : [];
  const last: unknown = parts.at(-1);
  return last instanceof Object && "nombre" in last ? String(last.nombre) : "";
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(`Lección creada: ${createLesson(process.cwd(), process.argv.slice(2).join(" ").trim())}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
