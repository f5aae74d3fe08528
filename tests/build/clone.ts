import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const root = process.cwd();

/** What a zip of the sources lacks: there is no commit to clone. */
export const versioned = existsSync(join(root, ".git"));

/** The last commit of this checkout in a folder of its own, with the same packages and none of their caches. */
export async function clone(folder: string): Promise<string> {
  await promisify(execFile)("git", ["clone", "--quiet", root, folder]);
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")).filter((each) => !/^\.(cache|vite|astro)/.test(each))) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  return folder;
}

/** The environment of a build in a clone: an address of its own, and nothing of the test runner's. */
export function cloneEnvironment(where: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...where, GITHUB_REPOSITORY: "catedra/sd", VITEST: undefined, APUNTES_SALIDA: undefined };
}
