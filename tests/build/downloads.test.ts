import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { addDownloads, findShownBuild } from "../../src/build/downloads.ts";
import { writeServiceWorker } from "../../src/build/offline.ts";
import { createBuildDirectory, manifestName, publish, readManifest } from "../../src/build/published.ts";
import { toHiddenLink } from "../../src/course/download.ts";

const hidden = ["a.pdf", "b.html"].map((file) => toHiddenLink(file, `<a href="/descargas/${file}">x</a>`)).join("");
const read = (root: string, path: string) => readFileSync(join(root, "dist", path), "utf8");

test("what is made later is one more whole build, with its links in sight, and keeps what was made before", async () => {
  const root = await showBuild(`<a href="x">y</a>${hidden}`);
  const before = read(root, "uno/index.html");
  await addDownloads(root, await findShownBuild(root), new Map([["a.pdf", new TextEncoder().encode("%PDF")]]));
  expect(read(root, "descargas/a.pdf")).toBe("%PDF");
  expect(read(root, "index.html").replace(/<!--.*?-->/gu, "")).toBe(
    '<a href="x">y</a><a href="/descargas/a.pdf">x</a>',
  );
  expect(read(root, "uno/index.html")).toBe(before);
  await addDownloads(root, await findShownBuild(root), new Map([["b.html", new TextEncoder().encode(hidden)]]));
  expect(read(root, "descargas/a.pdf")).toBe("%PDF");
  expect(read(root, "index.html")).not.toContain("<!--");
  // A file to take along is no page of the site: it stays as it was made.
  expect(read(root, "descargas/b.html")).toBe(hidden);
  // Whoever has the site without a connection keeps the page as it is now, and no file to take along.
  const kept = read(root, "sw.js");
  expect(kept).toContain(createHash("sha256").update(read(root, "index.html")).digest("hex").slice(0, 16));
  expect(kept).not.toContain("a.pdf");
  expect(JSON.parse(read(root, manifestName))).toEqual(await readManifest(join(root, "dist")));
});

test("nothing is added to a build that is no longer shown, nor where there is none", async () => {
  const root = await showBuild("<p>viejo</p>");
  const old = await findShownBuild(root);
  await showBuild("<p>nuevo</p>", root);
  await expect(addDownloads(root, old, new Map([["a.pdf", new Uint8Array(1)]]))).rejects.toThrow(/otro sitio/u);
  expect(read(root, "index.html")).toBe("<p>nuevo</p>");
  expect(existsSync(join(root, "dist/descargas"))).toBe(false);
  await expect(findShownBuild(join(root, "nada"))).rejects.toThrow(/npm run build/u);
});

async function showBuild(page: string, root = mkdtempSync(join(tmpdir(), "apuntes-descargas-"))): Promise<string> {
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const build = await createBuildDirectory(root);
  await mkdir(join(build, "uno"), { recursive: true });
  await writeFile(join(build, "index.html"), page);
  await writeFile(join(build, "uno/index.html"), "<p>uno</p>");
  await writeServiceWorker(build);
  await publish(build, root);
  return root;
}
