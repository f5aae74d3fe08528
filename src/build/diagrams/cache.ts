import { createHash } from "node:crypto";
import { glob, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagram, DiagramSource } from "../../course/diagram.ts";
import type { FontFiles } from "../fonts.ts";

/** Drawings kept between builds, by a hash of all that they depend on. */
export class DiagramCache {
  readonly #directory: string;
  readonly #tools: string;

  private constructor(directory: string, tools: string) {
    this.#directory = directory;
    this.#tools = tools;
  }

  static async open(root: string, fonts: FontFiles): Promise<DiagramCache> {
    const directory = join(root, "node_modules/.cache/apuntes/diagrams");
    await mkdir(directory, { recursive: true });
    return new DiagramCache(directory, await hashTools(root, fonts));
  }

  async read(source: DiagramSource): Promise<Diagram | undefined> {
    const text = await readFile(this.#pathOf(source), "utf8").catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Diagram);
  }

  /** Only good drawings are kept, so that a diagram with issues reports them again. */
  async write(source: DiagramSource, diagram: Diagram): Promise<void> {
    const path = this.#pathOf(source);
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, JSON.stringify(diagram));
    await rename(unfinished, path);
  }

  #pathOf({ name, code, title, description, steps, committed }: DiagramSource): string {
    const source = [this.#tools, name, code, title, description, steps, committed];
    return join(this.#directory, `${hash(JSON.stringify(source))}.json`);
  }
}

/** Mermaid, the window, the fonts and our own code: a change in any of them may change every drawing. */
async function hashTools(root: string, fonts: FontFiles): Promise<string> {
  const own = ["src/build/diagrams/**/*.ts", "src/build/{text-metrics,font-file}.ts"];
  const files = (await Array.fromAsync(glob(own, { cwd: root }))).sort().map((file) => join(root, file));
  const packages = ["mermaid", "jsdom", "harfbuzzjs", "wawoff2"].map((name) =>
    join(root, "node_modules", name, "package.json"),
  );
  const all = [...files, ...packages, ...Object.values(fonts.paths).sort()];
  const hashes = await Promise.all(all.map(async (file) => hash(await readFile(file))));
  return hash(hashes.join("\n"));
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
