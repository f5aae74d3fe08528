import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, dev?: boolean, optional?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {Record<string, LockEntry>} LockPackages the `packages` of a package-lock.json, by path
 */

/**
 * The optional dependencies that some entry names and no entry provides: npm leaves out of the lock
 * those of other platforms, and then `npm ci` refuses the lock.
 * @param {LockPackages} packages
 * @returns {{ path: string, name: string, version: string, by: string }[]}
 */
export function findMissing(packages) {
  return Object.entries(packages).flatMap(([by, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isProvided(packages, by, name))
      .map(([name, version]) => ({ path: `node_modules/${name}`, name, version, by })),
  );
}

/**
 * The same packages with a placeholder for each missing one, without the registry addresses, in npm's order.
 * @param {LockPackages} packages
 * @returns {LockPackages}
 */
export function completeLock(packages) {
  const placeholders = findMissing(packages).map(({ path, name, version, by }) => {
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${by} asks for ${name}@${version}, not an exact version`);
    const dev = packages[by]?.dev ? { dev: true } : {};
    return [path, { version, ...dev, optional: true, ...toPlatform(name) }];
  });
  const kept = Object.entries(packages).map(([path, { resolved: _, ...entry }]) => [path, entry]);
  const sorted = [...kept, ...placeholders].sort(([a], [b]) => String(a).localeCompare(String(b), "en"));
  return Object.fromEntries(sorted);
}

/**
 * Node's resolution: the nearest `node_modules` upwards from the package at `path` that has `name`.
 * @param {LockPackages} packages
 * @param {string} path
 * @param {string} name
 */
function isProvided(packages, path, name) {
  const steps = path.split("/node_modules/");
  const folders = steps.map((_, index) => `${steps.slice(0, index + 1).join("/node_modules/")}/`);
  return ["", ...folders].some((folder) => packages[`${folder}node_modules/${name}`]);
}

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/**
 * The platform that a binary package's name tells: `binding-linux-arm64-musl`, `windows-x64`, `linux-arm-gnueabihf`…
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] }}
 */
export function toPlatform(name) {
  const words = name.replace("windows", "win32").split(/[-/]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const libc = toLibc(words);
  if (cpu.length === 0) throw new Error(`cannot read a platform in the name ${name}`);
  return { ...(os.length > 0 && { os }), cpu, ...(libc.length > 0 && { libc }) };
}

/** @param {string[]} words */
function toLibc(words) {
  if (words.some((word) => word.startsWith("musl"))) return ["musl"];
  return words.some((word) => word.startsWith("gnu")) ? ["glibc"] : [];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = new URL("../../../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = findMissing(lock.packages).length;
  lock.packages = completeLock(lock.packages);
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
  console.log(`package-lock.json: se agregaron ${missing} entradas de otras plataformas.`);
}
