import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** One check: what it looks at, in Spanish, and the order that runs it. */
interface Check {
  name: string;
  order: string[];
}

interface Outcome {
  name: string;
  good: boolean;
  seconds: number;
  output: string;
}

const quick: Check[] = [
  { name: "formato", order: ["node_modules/oxfmt/bin/oxfmt", "--check"] },
  { name: "reglas", order: ["node_modules/oxlint/bin/oxlint"] },
  { name: "curso", order: ["src/build/check-course.ts"] },
];

const slow: Check[] = [
  { name: "tipos", order: ["node_modules/astro/bin/astro.mjs", "check", "--minimumSeverity", "warning"] },
  { name: "sin uso", order: ["node_modules/knip/bin/knip.js", "--no-progress"] },
  { name: "ortografía", order: ["node_modules/cspell/bin.mjs", "lint", "--no-progress", "--no-summary"] },
];

/** `node src/build/setup/check.ts [--rapido]`: every check at once, each told when it ends; exit code 1 if one fails. */
const checks = process.argv.includes("--rapido") ? quick : [...slow, ...quick];
const outcomes = await Promise.all(checks.map(tellCheck));
const failed = outcomes.filter(({ good }) => !good).map(({ name }) => name);
console.log(failed.length === 0 ? "Todo en orden." : `Por corregir: ${failed.join(", ")}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function tellCheck(check: Check): Promise<Outcome> {
  const outcome = await runCheck(check);
  const { name, good, seconds, output } = outcome;
  const time = seconds.toLocaleString("es-AR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  console.log(`${good ? "✓" : "✗"} ${name} (${time} s)`);
  if (!good) console.log(output.trim().replace(/^/gm, "    "));
  return outcome;
}

async function runCheck({ name, order }: Check): Promise<Outcome> {
  const start = performance.now();
  const child = spawn(process.execPath, order, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close") as Promise<[number | null]>;
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { name, good: code === 0, seconds: (performance.now() - start) / 1000, output: `${out}\n${errors}` };
}
