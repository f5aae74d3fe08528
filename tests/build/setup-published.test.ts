import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createBuildDirectory, manifestName, publish } from "../../src/build/published.ts";
import type { Manifest } from "../../src/build/published.ts";
import { clone, cloneEnvironment, versioned } from "./clone.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "apuntes-published-"));
  const made = root;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

test("dist shows the latest build, and the one before it is kept", async () => {
  for (const text of ["one", "two", "three"]) await publishText(text);
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("three");
  expect(readBuilds()).toHaveLength(2);
  const kept = readBuilds().map((name) => readFileSync(join(root, ".builds", name, "index.html"), "utf8"));
  expect(kept.sort()).toEqual(["three", "two"]);
  expectComplete(root);
});

test("the same content has the same name, and going back to an old build works", async () => {
  await publishText("one");
  const first = readlinkSync(join(root, "dist"));
  await publishText("two");
  await publishText("one");
  expect(readlinkSync(join(root, "dist"))).toBe(first);
  expect(readBuilds()).toHaveLength(2);
  expectComplete(root);
});

test("a dist that is a folder gives way to the link", async () => {
  mkdirSync(join(root, "dist/old"), { recursive: true });
  await publishText("one");
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("one");
  expect(readBuilds()).toHaveLength(1);
});

test("temporaries of dead processes go, those of living ones stay", async () => {
  const { pid } = await runToEnd();
  const dead = join(root, ".builds", `tmp-${pid}-0`);
  mkdirSync(join(dead, "half"), { recursive: true });
  const living = await createBuildDirectory(root);
  await publishText("one");
  expect(existsSync(dead)).toBe(false);
  expect(existsSync(living)).toBe(true);
});

test("a process killed at any moment leaves dist whole", { timeout: 60_000 }, async () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 100_000);
  console.log(`seed ${seed}`);
  const random = toRandom(seed);
  await publishText("first");
  for (let round = 0; round < 20; round++) {
    const child = fork("tests/build/publish-loop.ts", [root, String(round)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await once(child, "message");
    await pause(random() * 60);
    child.kill("SIGKILL");
    await once(child, "exit");
    expectComplete(root);
  }
  await publishText("last");
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("last");
  expect(readBuilds()).toHaveLength(2);
  expect(readdirSync(join(root, ".builds"))).toHaveLength(2);
});

// A course of one lesson goes through every step of a real build in seconds. The twenty kills above fall on publishing,
// the one step that touches `dist`; these five, anywhere.
test.runIf(versioned)("a whole build killed at any moment leaves dist whole", { timeout: 300_000 }, async () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 100_000);
  const random = toRandom(seed);
  const folder = await clone(join(root, "curso"));
  // Cutting the letters anew would make the first build longer than those that will be killed.
  const fonts = "node_modules/.cache/apuntes/fonts";
  if (existsSync(fonts)) cpSync(fonts, join(folder, fonts), { recursive: true });
  const started = performance.now();
  writeLesson(folder, "primera");
  await once(startBuild(folder), "exit");
  const whole = performance.now() - started;
  console.log(`seed ${seed}, a build takes ${(whole / 1000).toFixed(1)} s`);
  let shown = readlinkSync(join(folder, "dist"));
  let published = 0;
  for (let round = 0; round < 5; round++) {
    writeLesson(folder, `vuelta ${round}`);
    const child = startBuild(folder);
    const ended = once(child, "exit");
    // One of the five falls on its last tenth, where it publishes.
    await Promise.race([ended, pause(whole * (round % 5 === 4 ? 0.9 + 0.1 * random() : random()))]);
    if (child.exitCode === null) process.kill(-child.pid!, "SIGKILL");
    await ended;
    expectComplete(folder);
    if (readlinkSync(join(folder, "dist")) !== shown) published += 1;
    shown = readlinkSync(join(folder, "dist"));
  }
  expect(published).toBeLessThan(5);
  writeLesson(folder, "última");
  await once(startBuild(folder), "exit");
  expect(readFileSync(join(folder, "dist/lecciones/prueba/index.html"), "utf8")).toContain("última");
  expect(readdirSync(join(folder, ".builds"))).toHaveLength(2);
});

function writeLesson(folder: string, word: string): void {
  const content = join(folder, "src/content");
  rmSync(join(content, "lecciones"), { recursive: true });
  mkdirSync(join(content, "lecciones"));
  writeFileSync(join(content, "preguntas.yml"), "[]\n");
  writeFileSync(join(content, "bibliografia.bib"), "");
  const heading = "---\ntitulo: Prueba\nparte: Introducción\nresumen: Una prueba.\n---";
  const text = `${heading}\n\nEs la ${word}.\n\n## Una sección\n\n- uno;\n- dos;\n- tres.\n`;
  writeFileSync(join(content, "lecciones/01-prueba.mdx"), text);
}

// In a group of its own, so that what it starts is killed with it.
function startBuild(folder: string): ChildProcess {
  const env = cloneEnvironment();
  return spawn(process.execPath, ["src/build/build.ts"], { cwd: folder, env, stdio: "ignore", detached: true });
}

async function publishText(text: string): Promise<void> {
  const directory = await createBuildDirectory(root);
  writeFileSync(join(directory, "index.html"), text);
  await publish(directory, root);
}

function readBuilds(): string[] {
  return readdirSync(join(root, ".builds")).filter((name) => !name.startsWith("tmp-"));
}

function expectComplete(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, "dist", manifestName), "utf8")) as Manifest;
  expect(Object.keys(manifest).length).toBeGreaterThan(0);
  for (const [path, hash] of Object.entries(manifest)) {
    const content = readFileSync(join(folder, "dist", path));
    expect(createHash("sha256").update(content).digest("hex")).toBe(hash);
  }
}

async function runToEnd(): Promise<ChildProcess> {
  const child = fork("tests/build/publish-loop.ts", [], { stdio: "ignore" });
  await once(child, "exit");
  return child;
}

// Numerical Recipes' linear congruential generator: enough to spread moments, and the same for a seed.
function toRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
