import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { showLinks } from "../course/download.ts";
import { writeServiceWorker } from "./offline.ts";
import { createBuildDirectory, publish } from "./published.ts";

/** Where a site has what can be taken along. */
export const downloadsFolder = "descargas";

/** The folder of the build that `dist` shows now. Throws a Spanish sentence when there is none. */
export async function findShownBuild(root: string): Promise<string> {
  return realpath(join(root, "dist")).catch(() => {
    throw new Error("Todavía no hay un sitio construido: primero, npm run build.");
  });
}

/**
 * Shows the build `from` again with these files, by name, in its `descargas/` and the links to them in sight. They are
 * made from that build, so that what can be taken along never tells another version than the pages: a new build begins
 * without them. Throws when `dist` shows another build by now.
 */
export async function addDownloads(root: string, from: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const next = await createBuildDirectory(root);
  await cp(from, next, { recursive: true, preserveTimestamps: true });
  const folder = join(next, downloadsFolder);
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const present = new Set(await readdir(folder));
  for (const path of await readdir(next, { recursive: true })) {
    if (!path.endsWith(".html") || path.startsWith(downloadsFolder)) continue;
    const html = await readFile(join(next, path), "utf8");
    const shown = showLinks(html, present);
    if (shown !== html) await writeFile(join(next, path), shown);
  }
  // It keeps pages by their hashes, and links have come into sight.
  if (existsSync(join(next, "sw.js"))) await writeServiceWorker(next);
  if ((await findShownBuild(root)) !== from)
    throw new Error("Mientras tanto se construyó otro sitio: hay que repetir la orden.");
  await publish(next, root);
}
