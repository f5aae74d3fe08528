import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, readlink, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";

/** The file of each published build that lists its other files and their SHA-256, by path with `/`. */
export const manifestName = ".manifest.json";

export type Manifest = Record<string, string>;

let made = 0;

/** A fresh empty folder in `.builds/` to build into; hand it to `publish`. One of a dead process is removed later. */
export async function createBuildDirectory(root: string): Promise<string> {
  const directory = temporary(root);
  await mkdir(directory, { recursive: true });
  return directory;
}

/**
 * Makes a finished build the one that `dist` shows, in one step: at every instant `dist` is one whole build, the old
 * or the new, also when the process is killed. The build moves to `.builds/<hash of its content>`; the two latest stay.
 */
export async function publish(buildDirectory: string, root: string): Promise<void> {
  const manifest = await readManifest(buildDirectory);
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
  await writeFile(join(buildDirectory, manifestName), text);
  const name = createHash("sha256").update(text).digest("hex").slice(0, 16);
  await moveBuild(buildDirectory, join(root, ".builds", name));
  await linkDist(root, join(".builds", name));
  await removeOld(root, name);
}

/** The files of a build and their hashes, in an order that is the same on every machine. */
export async function readManifest(directory: string): Promise<Manifest> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => path !== manifestName)
    .sort();
  const manifest: Manifest = {};
  for (const path of paths) {
    manifest[path] = createHash("sha256")
      .update(await readFile(join(directory, path)))
      .digest("hex");
  }
  return manifest;
}

async function moveBuild(from: string, to: string): Promise<void> {
  const now = new Date();
  await utimes(from, now, now);
  try {
    await rename(from, to);
  } catch (error) {
    if (!isCode(error, "ENOTEMPTY", "EEXIST")) throw error;
    // The same content was built before: that build, complete since it has its name, is as good.
    await utimes(to, now, now);
    await rm(from, { recursive: true });
  }
}

async function linkDist(root: string, target: string): Promise<void> {
  const dist = join(root, "dist");
  const link = temporary(root);
  await symlink(target, link, "dir");
  try {
    await rename(link, dist);
  } catch (error) {
    if (!isCode(error, "EISDIR", "ENOTEMPTY", "EEXIST")) throw error;
    // Checkouts from before this scheme, and a plain `astro build`, have a folder there: no single step replaces it.
    const old = temporary(root);
    await rename(dist, old);
    await rename(link, dist);
    await rm(old, { recursive: true });
  }
}

/** Keeps `current`, what `dist` shows (another process may have published meanwhile) and the latest of the others. */
async function removeOld(root: string, current: string): Promise<void> {
  const builds = join(root, ".builds");
  const names = await readdir(builds);
  const shown = basename(await readlink(join(root, "dist")));
  const finished = names.filter((name) => !isTemporary(name) && name !== current);
  const [, ...older] = await sortByAge(builds, finished);
  for (const name of older.filter((each) => each !== shown)) {
    // Under a temporary name first: a half-removed build must never be found under the name of a whole one.
    const doomed = temporary(root);
    await rename(join(builds, name), doomed).catch(ignoreMissing);
    await rm(doomed, { recursive: true, force: true });
  }
  for (const name of names.filter((each) => isTemporary(each) && !isAlive(each))) {
    await rm(join(builds, name), { recursive: true, force: true });
  }
}

async function sortByAge(folder: string, names: string[]): Promise<string[]> {
  const aged = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(ignoreMissing);
      return { name, time: found?.mtimeMs ?? 0 };
    }),
  );
  return aged.sort((a, b) => b.time - a.time).map(({ name }) => name);
}

function temporary(root: string): string {
  return join(root, ".builds", `tmp-${process.pid}-${made++}`);
}

function isTemporary(name: string): boolean {
  return name.startsWith("tmp-");
}

function isAlive(name: string): boolean {
  try {
    process.kill(Number(name.split("-")[1]), 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!isCode(error, "ENOENT")) throw error;
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
