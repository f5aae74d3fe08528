import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take more than their size tells: last, one of them would keep one core waiting for the other. */
const long = ["reproducible", "setup-published", "deck-fit", "islands-used", "deck-accessibility", "faulty-course"];

const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(`/${name}.test.ts`));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Each worker may drive a Chromium of its own, and a class-room machine has two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
