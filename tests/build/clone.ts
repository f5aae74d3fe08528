import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const root = process.cwd();
const run = promisify(execFile);

/** What a zip of the sources lacks: there is no commit to clone. */
export const versioned = existsSync(join(root, ".git"));

/** This checkout in a folder of its own, changes included, with the same packages and none of their caches. */
export async function clone(folder: string): Promise<string> {
  await run("git", ["clone", "--quiet", root, folder]);
  for (const path of await listChanged()) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
    else rmSync(join(folder, path), { force: true });
  }
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")).filter((each) => !/^\.(cache|vite|astro)/.test(each))) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  return folder;
}

/** What the test runner puts in the environment of its tests, and Astro takes for the site's. */
const ofTheRunner = ["VITEST", "BASE_URL", "MODE", "DEV", "PROD", "SSR", "NODE_ENV", "APUNTES_SALIDA"];

/** The environment of a build in a clone: an address of its own, and nothing of the test runner's. */
export function cloneEnvironment(where: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !ofTheRunner.includes(name));
  return { ...Object.fromEntries(own), ...where, GITHUB_REPOSITORY: "catedra/sd" };
}

async function listChanged(): Promise<string[]> {
  const lists = await Promise.all([
    run("git", ["diff", "--name-only", "-z", "HEAD"]),
    run("git", ["ls-files", "--others", "--exclude-standard", "-z"]),
  ]);
  return lists.flatMap(({ stdout }) => stdout.split("\0").filter((path) => path !== ""));
}
