import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test.each([
  "node:fs",
  "node:fs/promises",
  "fs",
  "astro",
  "astro:content",
  "astro/loaders",
  "../build/site-address.ts",
  "../islands/clock/model.ts",
])("src/course may not import %s", (specifier) => {
  expect(lint("src/course/slide.ts", `import { x } from "${specifier}";\nexport const y = x;\n`)).not.toEqual([]);
});

test("src/course may import itself and a pure library", () => {
  const source = `import { visit } from "unist-util-visit";\nimport { x } from "./issue.ts";\nexport const y = [visit, x];\n`;
  expect(lint("src/course/slide.ts", source)).toEqual([]);
});

test("the message says where effects live", () => {
  const [complaint] = lint("src/course/slide.ts", `import { x } from "node:fs";\nexport const y = x;\n`);
  expect(complaint).toContain("Effects live in src/build.");
});

test.each(["document.title", "Date.now()", "Math.random()", "performance.now()"])("a model may not use %s", (use) => {
  expect(lint("src/islands/clock/model.ts", `export const y = ${use};\n`)).not.toEqual([]);
  expect(lint("src/islands/clock/element.ts", `export const y = ${use};\n`)).toEqual([]);
});

test.each(["node:fs", "astro:content", "./view.ts", "./element.ts"])("a model may not import %s", (specifier) => {
  const source = `import { x } from "${specifier}";\nexport const y = x;\n`;
  expect(lint("src/islands/clock/model.ts", source)).not.toEqual([]);
});

function lint(file: string, source: string): string[] {
  const root = mkdtempSync(join(tmpdir(), "apuntes-lint-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, dirname(file)), { recursive: true });
  copyFileSync(".oxlintrc.json", join(root, ".oxlintrc.json"));
  writeFileSync(join(root, file), source);
  const oxlint = join(process.cwd(), "node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "--format=json"], { cwd: root, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string; help?: string }[] };
  return diagnostics.map(({ message, help }) => `${message} ${help ?? ""}`);
}
