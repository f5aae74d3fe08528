import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readAddress, readRepository, toAddress } from "../../src/build/site-address.ts";

test.each([
  ["https://github.com/ana/apuntes.git", "ana/apuntes"],
  ["https://github.com/ana/apuntes", "ana/apuntes"],
  ["https://token@github.com/ana/apuntes/", "ana/apuntes"],
  ["git@github.com:ana/sistemas.distribuidos.git\n", "ana/sistemas.distribuidos"],
  ["ssh://git@github.com/ana/apuntes.git", "ana/apuntes"],
  ["ssh://git@github.com:22/ana/apuntes.git", "ana/apuntes"],
  ["https://gitlab.com/ana/apuntes.git", undefined],
  ["https://notgithub.com/ana/apuntes.git", undefined],
  ["https://example.org/github.com/ana/apuntes", undefined],
  ["/srv/git/apuntes.git", undefined],
  ["", undefined],
])("the repository of the remote %j", (remote, repository) => {
  expect(readRepository(remote)).toBe(repository);
});

test("a project's site is under its name, an owner's own at the root", () => {
  expect(toAddress("Ana/Apuntes")).toEqual({
    site: "https://ana.github.io",
    base: "/Apuntes/",
    repository: "Ana/Apuntes",
  });
  expect(toAddress("Ana/ana.github.io").base).toBe("/");
});

test("GitHub's variable, else the remote, else this machine; the own variables override", () => {
  const root = mkdtempSync(join(tmpdir(), "apuntes-address-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  expect(readAddress(root, {})).toEqual({ site: "http://localhost:4321", base: "/apuntes/" });

  execFileSync("git", ["init", "--quiet"], { cwd: root });
  execFileSync("git", ["remote", "add", "origin", "git@github.com:ana/curso.git"], { cwd: root });
  expect(readAddress(root, { GITHUB_REPOSITORY: "" }).base).toBe("/curso/");
  expect(readAddress(root, { GITHUB_REPOSITORY: "eva/otro" }).site).toBe("https://eva.github.io");
  const own = { APUNTES_SITE: "https://curso.example/", APUNTES_BASE: "sd" };
  expect(readAddress(root, own)).toEqual({ site: "https://curso.example", base: "/sd/", repository: "ana/curso" });
  expect(readAddress(root, { APUNTES_BASE: "/" }).base).toBe("/");
});
