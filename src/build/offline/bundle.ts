import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { rolldown } from "rolldown";

/** A built site on disk: its folder and the path under which its pages know it. */
export interface BuiltSite {
  folder: string;
  base: string;
}

/**
 * One script that does what these modules do, with all that they would load later inside it: addresses of the site, and
 * files on disk. What they link to (a style sheet that a key brings) becomes a `data:` address. Of the islands only the
 * named ones come along.
 */
export async function bundleScripts(
  modules: readonly string[],
  site: BuiltSite,
  islands: ReadonlySet<string>,
): Promise<string> {
  const entry = "\0entry";
  const bundle = await rolldown({
    input: entry,
    logLevel: "warn",
    platform: "browser",
    plugins: [
      {
        name: "built-site",
        resolveId: (id) => (id === entry ? entry : id.startsWith(site.base) ? toFile(id, site) : undefined),
        load: (id) => (id === entry ? modules.map((path) => `import ${JSON.stringify(path)};`).join("\n") : undefined),
        transform: (code) => (code.includes("dataset.isla") ? dropIslands(code, islands) : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife", codeSplitting: false, minify: true });
  await bundle.close();
  const [{ code }] = output;
  return inlineAddresses(code, /(["'`])(\/[^"'`\s]+\.(?:css|svg|json|woff2))\1/gu, site);
}

// The table that says which script makes an island live: what it does not name is not bundled.
function dropIslands(code: string, kept: ReadonlySet<string>): string {
  return code.replace(
    /\b(\w+)(\s*:\s*\(\)\s*=>\s*(?:\w+\(\(\)\s*=>\s*)?)import\(\s*["'`][^"'`]+["'`]\s*\)/gu,
    (entry, name: string, before: string) => (kept.has(name) ? entry : `${name}${before}Promise.resolve()`),
  );
}

/** The style sheets of the site in one, with the files that they ask for inside. */
export async function bundleStyles(paths: readonly string[], site: BuiltSite): Promise<string> {
  const sheets = await Promise.all(paths.map((path) => readFile(toFile(path, site), "utf8")));
  return inlineAddresses(sheets.join("\n"), /\burl\((["']?)(\/[^"')]+)\1\)/gu, site);
}

/** The file as an address that contains it. */
export async function toDataAddress(path: string, site: BuiltSite): Promise<string> {
  const bytes = await readFile(toFile(path, site));
  // Style sheets that a key brings ask for nothing that the page has not.
  return `data:${types[extname(path)] ?? "application/octet-stream"};base64,${bytes.toString("base64")}`;
}

/** Where a file of the site is on disk. */
export function toFile(path: string, { folder, base }: BuiltSite): string {
  return join(folder, path.slice(base.length));
}

const types: Record<string, string | undefined> = {
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

async function inlineAddresses(text: string, pattern: RegExp, site: BuiltSite): Promise<string> {
  const addresses = new Map<string, string>();
  for (const [, , path = ""] of text.matchAll(pattern))
    if (path.startsWith(site.base)) addresses.set(path, await toDataAddress(path, site));
  return text.replace(pattern, (whole, _quote: string, path: string) => {
    const address = addresses.get(path);
    return address === undefined ? whole : whole.replace(path, address);
  });
}
