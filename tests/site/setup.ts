import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { serve } from "../../src/build/setup/serve.ts";
import type { Served } from "../../src/build/setup/serve.ts";
import { toAddress } from "../../src/build/site-address.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** First page of the site built for the base `/sd/`, as most forks publish it. */
    site: string;
    /** First page of the site of a brief course, built for the root of a host. */
    rootSite: string;
    /** Folders with the files of each. */
    siteFolder: string;
    rootFolder: string;
  }
}

/** A course of two lessons: what hangs on the base shows in it, and it is built in a third of the time. */
const briefCourse = join(process.cwd(), "tests/fixtures/curso-breve");

/** Builds one site per base, apart from `dist`, and serves both while the tests run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = performance.now();
  const parent = join(process.cwd(), "node_modules/.cache/apuntes");
  await mkdir(parent, { recursive: true });
  // Inside the checkout: what Astro bundles on the way imports packages.
  const folder = await mkdtemp(join(parent, "site-"));
  const served: Served[] = [];
  const tearDown = async () => {
    await Promise.all(served.map(({ close }) => close()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // One after the other: both write the same caches.
    for (const [repository, course] of [["catedra/sd"], ["catedra/catedra.github.io", briefCourse]] as const) {
      const root = join(folder, basename(repository));
      await build(root, repository, course);
      served.push(await serve({ root, base: toAddress(repository).base, port: 0 }));
    }
  } catch (error) {
    await tearDown();
    throw error;
  }
  const [site, rootSite] = served;
  project.provide("site", site!.url);
  project.provide("rootSite", rootSite!.url);
  project.provide("siteFolder", join(folder, "sd"));
  project.provide("rootFolder", join(folder, "catedra.github.io"));
  console.log(`Both sites were built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return tearDown;
}

// As the workflow of a fork does, from the name of its repository alone.
async function build(folder: string, repository: string, course?: string): Promise<void> {
  const env = {
    ...process.env,
    GITHUB_REPOSITORY: repository,
    APUNTES_SITE: undefined,
    APUNTES_BASE: undefined,
    APUNTES_SALIDA: folder,
    APUNTES_CURSO: course,
    VITEST: undefined,
  };
  await promisify(execFile)(process.execPath, ["src/build/build.ts"], { env, maxBuffer: 1e8 });
}
