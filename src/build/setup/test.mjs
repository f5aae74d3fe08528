// `npm test`: installs what is missing, runs every test, and ends with one line of numbers.
// Runs before anything is installed: plain JavaScript for Node 20.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled, SetupError } from "./install.mjs";
import { root, runOne } from "./run.mjs";
import { toLastLine, toTally } from "./tally.mjs";

const { passed, failed } = await runTests(process.argv.slice(2));
// A gate that failed before the tests counts as one of them, so that the last line tells the whole result.
const before = Number(process.env["APUNTES_FAILED_BEFORE"] ?? 0);
console.log(toLastLine({ passed, failed: failed + before }));
process.exitCode = failed > 0 ? 1 : 0;

/** @param {string[]} filters */
async function runTests(filters) {
  const folder = mkdtempSync(join(tmpdir(), "apuntes-test-"));
  const file = join(folder, "report.json");
  try {
    const { node, env } = ensureInstalled(root);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await runOne(node, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...filters], env);
    return toTally(readReport(file), code);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    return toTally(undefined, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {import("./tally.mjs").Report | undefined}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
