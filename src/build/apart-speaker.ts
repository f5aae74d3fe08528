const mark = "?orador";

/**
 * Gives the speaker's window copies of its own of the small modules that it shares with decks: what two pages share
 * becomes a file, which every deck would then wait for.
 */
export function apartSpeaker() {
  return {
    name: "apuntes:apart-speaker",
    apply: "build" as const,
    enforce: "pre" as const,
    async resolveId(this: Resolving, id: string, importer: string | undefined) {
      const isOurs = importer?.includes("/slides/speaker/") === true && id.startsWith("../runtime/");
      const isTheirs = importer?.endsWith(mark) === true && /^\.\/[\w-]+\.ts$/u.test(id);
      if (!isOurs && !isTheirs) return undefined;
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      return resolved === null ? undefined : resolved.id + mark;
    },
  };
}

/** What Rolldown gives to the hook, as far as it is used. */
interface Resolving {
  resolve(id: string, importer: string | undefined, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}
