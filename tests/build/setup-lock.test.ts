import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { completeLock, findMissing, toPlatform } from "../../src/build/setup/complete-lock.mjs";
import type { LockPackages } from "../../src/build/setup/complete-lock.mjs";

const text = readFileSync("package-lock.json", "utf8");
const packages = (JSON.parse(text) as { packages: LockPackages }).packages;

test("the lock lists every optional dependency, of other platforms too (else: npm run lock:completar)", () => {
  expect(findMissing(packages)).toEqual([]);
});

test("the lock names no registry", () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
  expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

test("every package that this platform installs is locked by its hash", () => {
  const open = Object.entries(packages).filter(
    ([path, { integrity, optional, os, cpu }]) =>
      path !== "" &&
      !integrity &&
      (!optional || ((os ?? ["linux"]).includes("linux") && cpu?.includes("x64") && !path.endsWith("-musl"))),
  );
  expect(open).toEqual([]);
});

test("no package runs a script when it is installed", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});

test("a missing package gets a placeholder beside the others, and nothing else changes", () => {
  const lock: LockPackages = {
    "": {},
    "node_modules/a": { version: "1.0.0", dev: true, optionalDependencies: { "@a/win32-x64": "1.0.0", b: "^2.0.0" } },
    "node_modules/b": { version: "2.1.0", resolved: "https://registry.example/b.tgz" },
  };
  expect(completeLock(lock)).toEqual({
    "": {},
    "node_modules/@a/win32-x64": { version: "1.0.0", dev: true, optional: true, os: ["win32"], cpu: ["x64"] },
    "node_modules/a": lock["node_modules/a"],
    "node_modules/b": { version: "2.1.0" },
  });
});

test("a package is found in the nearest node_modules upwards, not in a neighbour's", () => {
  const needs = { optionalDependencies: { "c-linux-x64": "1.0.0" } };
  const found = { version: "1.0.0" };
  const under = "node_modules/a/node_modules/b";
  expect(findMissing({ [under]: needs, "node_modules/a/node_modules/c-linux-x64": found })).toEqual([]);
  expect(findMissing({ [under]: needs, "node_modules/c-linux-x64": found })).toEqual([]);
  expect(findMissing({ [under]: needs, "node_modules/d/node_modules/c-linux-x64": found })).toHaveLength(1);
});

test("the platform is read in the name", () => {
  expect(toPlatform("@oxlint/binding-linux-arm64-musl")).toEqual({ os: ["linux"], cpu: ["arm64"], libc: ["musl"] });
  expect(toPlatform("@oxlint/binding-linux-arm-gnueabihf")).toEqual({ os: ["linux"], cpu: ["arm"], libc: ["glibc"] });
  expect(toPlatform("@pagefind/windows-x64")).toEqual({ os: ["win32"], cpu: ["x64"] });
  expect(toPlatform("@astrojs/compiler-binding-wasm32-wasi")).toEqual({ cpu: ["wasm32"] });
  expect(() => toPlatform("left-pad")).toThrow("left-pad");
});
