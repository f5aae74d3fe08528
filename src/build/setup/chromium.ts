import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

export interface FoundChromium {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Quiet, without a sandbox (class-room containers run as root), and with the same glyph shapes on every machine. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  // One thread paints and none stands by for a graphics card: the tests have two cores for two browsers.
  "--in-process-gpu",
  "--num-raster-threads=1",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--hide-scrollbars",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

/** Starts the Chromium of tests and PDFs, without a window; whoever starts it closes it. Throws as `findChromium` does. */
export async function launch(): Promise<Browser> {
  const found = await findChromium();
  return chromium.launch({ ...found, headless: true });
}

/**
 * A Chromium to test with: the one `CHROMIUM_PATH` names, else one installed on this machine, else the one that comes
 * as a package (Linux x64), unpacked at its first use. Throws a Spanish sentence with the remedy when there is none.
 */
export async function findChromium(): Promise<FoundChromium> {
  const env = toStrings(process.env);
  const named = env["CHROMIUM_PATH"];
  if (named && !(await runs(named))) {
    throw new Error(
      `CHROMIUM_PATH señala «${named}», que no se puede ejecutar: corregir esa ruta o quitar la variable.`,
    );
  }
  const installed = named ?? (await findInstalled(env["PATH"] ?? ""));
  if (installed) return { executablePath: installed, args, env };
  if (process.platform === "linux" && process.arch === "x64") return unpack(env);
  throw new Error(
    "Las pruebas y los PDF necesitan un Chrome: instalarlo, o dar la ruta de uno en la variable CHROMIUM_PATH.",
  );
}

const commands = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const applications = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

async function findInstalled(path: string): Promise<string | undefined> {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  for (const candidate of process.platform === "darwin" ? [...applications, ...onPath] : onPath) {
    if (await runs(candidate)) return candidate;
  }
  return undefined;
}

// Ubuntu's `chromium-browser` exists without a browser behind it: only a version printed proves one.
async function runs(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    await promisify(execFile)(file, ["--version"], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks `@sparticuz/chromium` beside its final place and renames it, so that two processes cannot mix their files. */
async function unpack(env: Record<string, string>): Promise<FoundChromium> {
  const packageFile = join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(await readFile(packageFile, "utf8")) as { version: string };
  const home = join(root, "node_modules/.cache", `chromium-${version}`);
  const executablePath = join(home, "chromium");
  if (!(await exists(executablePath))) {
    await mkdir(dirname(home), { recursive: true });
    const temporary = await mkdtemp(`${home}-`);
    try {
      await inflate(temporary, env);
      await writeFile(join(temporary, "fonts", "fonts.conf"), fontsConfiguration);
      await rename(temporary, home);
    } catch (error) {
      if (!(await exists(executablePath))) throw error;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
  const libraries = [join(home, "al2023", "lib"), env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
  return { executablePath, args, env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, "fonts") } };
}

// The package's own looks in Lambda's folders. Only its one font, so that a fallback looks the same on every machine.
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">.</dir></fontconfig>
`;

// The package unpacks into the temporary directory, its libraries only if it believes to be in AWS Lambda, and changes
// the environment of its process: hence a process of its own.
async function inflate(folder: string, env: Record<string, string>): Promise<void> {
  const script = `const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    env: { ...env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
  });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function toStrings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
