import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isInstalled } from "../../src/build/setup/install.mjs";
import { checkPlatform } from "../../src/build/setup/platform.mjs";
import { toLastLine, toTally } from "../../src/build/setup/tally.mjs";

const linux = { platform: "linux", arch: "x64" };

test("Linux x64 starts with Node 20.20, other machines need a new one", () => {
  expect(checkPlatform({ ...linux, version: "v20.20.0" })).toBeUndefined();
  expect(checkPlatform({ ...linux, version: "v20.19.5" })).toContain(
    "Node 20.20 o más nuevo y el instalado es el 20.19.5",
  );
  expect(checkPlatform({ platform: "darwin", arch: "arm64", version: "v24.15.0" })).toBeUndefined();
  expect(checkPlatform({ platform: "darwin", arch: "arm64", version: "v26.0.0" })).toBeUndefined();
  expect(checkPlatform({ platform: "linux", arch: "arm64", version: "v24.14.9" })).toContain("Node 24.15 o más nuevo");
});

test("what the lock demands must be there in its version; the optional may be absent", () => {
  const wanted = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "2.0.0", optional: true },
  };
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
  expect(isInstalled(wanted, { "node_modules/b": { version: "2.0.0" } })).toBe(false);
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.0.0" } })).toBe(
    false,
  );
  expect(isInstalled(wanted, undefined)).toBe(false);
});

test("what runs before the installation imports only Node and itself", () => {
  for (const name of ["platform", "install", "run", "start", "test", "tally"]) {
    const source = readFileSync(`src/build/setup/${name}.mjs`, "utf8");
    const imports = [...source.matchAll(/^import .* from "(.*)";$/gm)].map(([, specifier]) => specifier ?? "");
    expect(imports.filter((specifier) => !/^(node:|\.\/[a-z]+\.mjs$)/.test(specifier))).toEqual([]);
  }
});

const passing = { status: "passed", assertionResults: [{ status: "passed" }, { status: "passed" }] };

test("the last line counts tests, and files that broke without one", () => {
  const report = { success: true, numPassedTests: 2, numFailedTests: 0, testResults: [passing] };
  expect(toLastLine(toTally(report, 0))).toBe("2 passed, 0 failed");
  const failing = { status: "failed", assertionResults: [{ status: "failed" }] };
  const broken = { status: "failed", assertionResults: [] };
  const mixed = { success: false, numPassedTests: 2, numFailedTests: 1, testResults: [passing, failing, broken] };
  expect(toTally(mixed, 1)).toEqual({ passed: 2, failed: 2 });
});

test("no report, no tests and an unexplained exit code are failures", () => {
  const empty = { success: true, numPassedTests: 0, numFailedTests: 0, testResults: [] };
  expect(toTally(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  expect(toTally(empty, 0)).toEqual({ passed: 0, failed: 1 });
  expect(toTally({ ...empty, numPassedTests: 3, testResults: [passing] }, 139)).toEqual({ passed: 3, failed: 1 });
});
