import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
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
    /** A file that appears when both are built: its words are `built`, or tell what went wrong. */
    built: string;
  }
}

/** A course of two lessons: what hangs on the base shows in it, and it is built in a third of the time. */
const briefCourse = join(process.cwd(), "tests/fixtures/curso-breve");

/**
 * Starts building one site per base, apart from `dist`, and serves both while the tests run. It does not wait for them:
 * meanwhile the tests that need no site keep the other core busy, and `built.ts` holds back those that do.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = join(process.cwd(), "node_modules/.cache/apuntes");
  await mkdir(parent, { recursive: true });
  // Inside the checkout: what Astro bundles on the way imports packages.
  const folder = await mkdtemp(join(parent, "site-"));
  const stop = new AbortController();
  const main = await serveSite(folder, "catedra/sd");
  const brief = await serveSite(folder, "catedra/catedra.github.io");
  const built = join(folder, "built");
  project.provide("site", main.url);
  project.provide("rootSite", brief.url);
  project.provide("siteFolder", main.root);
  project.provide("rootFolder", brief.root);
  project.provide("built", built);
  const building = buildBoth(main, brief, stop.signal).then(
    (seconds) => {
      console.log(`Both sites were built in ${seconds.toFixed(1)} s.`);
      return writeFile(built, "built");
    },
    (error: unknown) => writeFile(built, `The site could not be built: ${String(error)}`),
  );
  return async () => {
    stop.abort();
    await building;
    await Promise.all([main.close(), brief.close()]);
    await rm(folder, { recursive: true, force: true });
  };
}

interface Site extends Served {
  root: string;
  repository: string;
}

// The folder is empty still.
async function serveSite(folder: string, repository: string): Promise<Site> {
  const root = join(folder, basename(repository));
  await mkdir(root);
  const served = await serve({ root, base: toAddress(repository).base, port: 0 });
  return { root, repository, ...served };
}

// One after the other: both write the same caches. Gives the seconds it took.
async function buildBoth(main: Site, brief: Site, signal: AbortSignal): Promise<number> {
  const started = performance.now();
  await build(main, signal);
  await build(brief, signal, briefCourse);
  return (performance.now() - started) / 1000;
}

// As the workflow of a fork does, from the name of its repository alone.
async function build({ root, repository }: Site, signal: AbortSignal, course?: string): Promise<void> {
  const env = {
    ...process.env,
    GITHUB_REPOSITORY: repository,
    APUNTES_SITE: undefined,
    APUNTES_BASE: undefined,
    APUNTES_SALIDA: root,
    APUNTES_CURSO: course,
    VITEST: undefined,
  };
  await promisify(execFile)(process.execPath, ["src/build/build.ts"], { env, maxBuffer: 1e8, signal });
}
