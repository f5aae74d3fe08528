import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take more than their size tells: last, one of them would keep one core waiting for the other. */
const long = ["reproducible", "setup-published", "deck-fit", "islands-used", "deck-accessibility", "faulty-course"];

/** The sites are built while the tests that do without them run. */
const needsSite = ({ moduleId }: TestSpecification) => moduleId.includes("/tests/site/");

const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(`/${name}.test.ts`));

const rank = (file: TestSpecification) => 2 * Number(needsSite(file)) - Number(isLong(file));

class SiteLaterLongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Each worker may drive a Chromium of its own, and a class-room machine has two cores.
    maxWorkers: 2,
    sequence: { sequencer: SiteLaterLongestFirst },
    projects: [
      {
        test: {
          name: "pure",
          // What a file imports serves the next one too: nothing of ours keeps state in a module.
          isolate: false,
          include: ["tests/{course,slides,islands,build}/**/*.test.ts"],
          // Limits against standing still, not measures: the sites are built at the same time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "site",
          isolate: false,
          include: ["tests/site/**/*.test.ts"],
          globalSetup: "tests/site/setup.ts",
          setupFiles: "tests/site/built.ts",
          testTimeout: 120_000,
          // On a busy machine a page may take its time to say what is waited for.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
