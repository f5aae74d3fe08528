import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CourseFiles } from "../course/course.ts";

const patterns = ["src/content/**/*", "src/content/listados/**/.*", "diagrams/*.{mmd,svg}", "public/**/*"];

/** The folder with the course's own files; another one only in tests. */
export function courseRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env["APUNTES_CURSO"] ?? process.cwd();
}

/** Every file that an author writes, by path from the root, in a fixed order. */
export function readCourseFiles(root: string): CourseFiles {
  return new Map(listCourseFiles(root).map((file) => [file, readFileSync(join(root, file))]));
}

/** Changes whenever a file of the course does: cheap enough to ask before every use. */
export function courseFingerprint(root: string): string {
  return listCourseFiles(root)
    .map((file) => {
      const { mtimeMs, size } = statSync(join(root, file));
      return `${file}:${mtimeMs}:${size}`;
    })
    .join("\n");
}

function listCourseFiles(root: string): string[] {
  return globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
}
