// `node run.mjs file.ts …`: installs what is missing and runs the file in the project's Node.
// Runs before anything is installed: plain JavaScript for Node 20.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled, SetupError } from "./install.mjs";

/** The folder of the project. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Runs TypeScript files of the project, one after the other, until one fails. Signals go to the one that runs.
 * @param {string[][]} orders each a file and its arguments
 * @returns {Promise<number>} the exit code of the last one that ran
 */
export async function runAll(orders) {
  try {
    const { node, env } = ensureInstalled(root);
    for (const order of orders) {
      const code = await runOne(node, order, env);
      if (code !== 0) return code;
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/**
 * Runs one file and gives its exit code. It ends with whoever asked for it: npm, when it is killed, tells nobody.
 * @param {string} node
 * @param {string[]} order
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function runOne(node, order, env) {
  const child = spawn(node, order, { cwd: root, env, stdio: "inherit" });
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill(), 500);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await runAll([process.argv.slice(2)]);
}
