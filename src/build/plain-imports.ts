const helper = "\0vite/preload-helper.js";
const own = "\0apuntes/plain-import/";

/**
 * Leaves `import()` as browsers know it. Vite puts a helper in front, for style sheets of parts that load on demand:
 * ours have none, and the helper is a file more that every page waits for, since pages and decks share it. The list of
 * files that it would ask for goes too.
 */
export function plainImports() {
  return {
    name: "apuntes:plain-imports",
    apply: "build" as const,
    enforce: "pre" as const,
    // One for each importer: what two share would become a file again.
    resolveId: (id: string, importer: string | undefined) => (id === helper ? own + importer : undefined),
    load: (id: string) => (id.startsWith(own) ? "export const __vitePreload = (load) => load();" : undefined),
    generateBundle: {
      order: "post" as const,
      handler(_: unknown, bundle: Record<string, { code?: string }>) {
        for (const chunk of Object.values(bundle))
          if (chunk.code !== undefined)
            chunk.code = chunk.code
              .replace(/^const __vite__mapDeps=.*\n/mu, "")
              .replace(/,\s*__vite__mapDeps\(\[[\d,]*\]\)/gu, "");
      },
    },
  };
}
