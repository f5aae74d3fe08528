import { execFileSync } from "node:child_process";

/** Where the site lives: `site` has no path, `base` begins and ends with `/`, `repository` is `owner/name` on GitHub. */
export interface Address {
  site: string;
  base: string;
  repository?: string;
}

type Environment = Record<string, string | undefined>;

/**
 * The address of this copy of the course, so that a fork publishes without editing a file: from `GITHUB_REPOSITORY`,
 * else from the remote `origin` of the checkout at `root`, else one for this machine only.
 * `APUNTES_SITE` and `APUNTES_BASE` override it (own domains, tests).
 */
export function readAddress(root: string, env: Environment = process.env): Address {
  const repository = env["GITHUB_REPOSITORY"] || readRepository(readOrigin(root));
  return override(repository ? toAddress(repository) : { site: "http://localhost:4321", base: "/apuntes/" }, env);
}

/** Where GitHub Pages publishes the repository `owner/name`: at the root if it is the owner's own site. */
export function toAddress(repository: string): Address {
  const [owner = "", name = ""] = repository.split("/");
  const host = `${owner.toLowerCase()}.github.io`;
  return { site: `https://${host}`, base: name.toLowerCase() === host ? "/" : `/${name}/`, repository };
}

/** `owner/name` of a remote on github.com (https, ssh or `git@`); nothing for any other. */
export function readRepository(remote: string): string | undefined {
  const [, owner, name] =
    /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]+@)?github\.com(?::\d+\/|[/:])([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      remote.trim(),
    ) ?? [];
  return owner && name ? `${owner}/${name}` : undefined;
}

function override(address: Address, env: Environment): Address {
  const site = env["APUNTES_SITE"] ? env["APUNTES_SITE"].replace(/\/+$/, "") : address.site;
  const base = env["APUNTES_BASE"] ? `/${env["APUNTES_BASE"]}/`.replace(/\/+/g, "/") : address.base;
  return { ...address, site, base };
}

function readOrigin(root: string): string {
  try {
    // Stops at `root`: a copy without its own .git, inside another project, is not that project.
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: `${root}/..` };
    return execFileSync("git", ["remote", "get-url", "origin"], {
      cwd: root,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return "";
  }
}
