import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Each worker may drive a Chromium of its own, and a class-room machine has two cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "pure",
          include: ["tests/{course,slides,islands,build}/**/*.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          globalSetup: "tests/site/setup.ts",
          testTimeout: 120_000,
          // On a busy machine a page may take its time to say what is waited for.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
