import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Manifest, readManifest } from "./published.ts";

// Downloads, pictures for social networks and the list for search engines: nobody reads them here without a connection.
const excluded = /^(descargas|social)\/|^(sitemap\.xml|sw\.js)$|^\.|\.(pdf|png|pptx|zip|apkg|tsv)$/;
const hashLength = 16;

/**
 * Writes the service worker of a finished build, `sw.js` at its root: it keeps exactly these files, each told by its
 * hash, and any change in one makes it another worker, which is how a browser learns of a new build.
 */
export async function writeServiceWorker(outDir: string): Promise<void> {
  const files = JSON.stringify(toOfflineFiles(await readManifest(outDir)));
  const version = createHash("sha256").update(files).digest("hex").slice(0, hashLength);
  const source = await readFile(join(import.meta.dirname, "offline-worker.js"), "utf8");
  const worker = source
    .replace("const files = {};", () => `const files = ${files};`)
    .replace(`const version = "";`, `const version = "${version}";`);
  await writeFile(join(outDir, "sw.js"), worker);
}

/** What is kept, as it is asked for: `lecciones/x/index.html` is `lecciones/x/`. Hashes by address without the base. */
export function toOfflineFiles(manifest: Manifest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(manifest)
      .filter(([path]) => !excluded.test(path))
      .map(([path, hash]) => [path.replace(/(^|\/)index\.html$/, "$1"), hash.slice(0, hashLength)]),
  );
}
