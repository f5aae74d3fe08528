import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Job {
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  steps: { uses?: string; run?: string; with?: Record<string, unknown>; if?: string }[];
}

const text = readFileSync(".github/workflows/publicar.yml", "utf8");
const workflow = parse(text) as { permissions: unknown; jobs: Record<"construir" | "publicar", Job> };
const { construir, publicar } = workflow.jobs;

test("every action is pinned to a commit, with its version beside it", () => {
  const uses = text.split("\n").filter((line) => line.includes("uses:"));
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("each job has only the permissions that it needs", () => {
  expect(workflow.permissions).toEqual({});
  expect(construir.permissions).toEqual({ contents: "read" });
  expect(publicar.permissions).toEqual({ pages: "write", "id-token": "write" });
});

test("what is published has been built, checked and tested, with the whole history", () => {
  expect(construir.steps[0]?.with).toMatchObject({ "fetch-depth": 0, "persist-credentials": false });
  const runs = construir.steps.flatMap(({ run }) => run ?? []);
  const takenAlong = ["npm run pdf", "npm run slides:offline", "npm run pptx"];
  expect(runs).toEqual(["npm ci", "npm run build", "npm run check", "npm test", ...takenAlong]);
  expect(construir.steps.at(-1)).toMatchObject({ with: { path: "dist" } });
});

test("nothing in it names a repository, an owner or an address, so a fork edits nothing", () => {
  expect(text).not.toMatch(/github\.io|github\.repository|https?:/);
});
