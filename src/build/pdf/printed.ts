import { getDocumentProxy } from "unpdf";

/** What a reader of a PDF is told besides its pages. */
export interface Printed {
  pages: number;
  title: string | undefined;
  /** BCP 47, from the document's catalogue. */
  language: string | undefined;
  /** Whether it says to a screen reader what is a heading, a list, a picture. */
  tagged: boolean;
  outline: OutlineEntry[];
  /** Number of the page, from 1, on which each anchor stands that the document links to. */
  anchors: Map<string, number>;
}

export interface OutlineEntry {
  title: string;
  /** From 1. */
  depth: number;
  /** From 1. */
  page: number;
}

/** Reads a PDF that Chromium has printed. */
export async function readPrinted(file: Uint8Array): Promise<Printed> {
  // The reader keeps the bytes and refuses a Buffer.
  const proxy = await getDocumentProxy(new Uint8Array(file));
  try {
    const { info } = (await proxy.getMetadata()) as { info: { Title?: string; Language?: string } };
    const mark = (await proxy.getMarkInfo()) as { Marked?: boolean } | null;
    const pageOf = async (target: unknown) => (await proxy.getPageIndex((target as [Reference])[0])) + 1;
    const anchors = new Map<string, number>();
    for (const [name, target] of Object.entries(await proxy.getDestinations())) anchors.set(name, await pageOf(target));
    const outline: OutlineEntry[] = [];
    const walk = async (nodes: readonly OutlineNode[], depth: number) => {
      for (const { title, dest, items } of nodes) {
        const page = typeof dest === "string" ? (anchors.get(dest) ?? 0) : await pageOf(dest);
        outline.push({ title, depth, page });
        await walk(items, depth + 1);
      }
    };
    await walk(((await proxy.getOutline()) as OutlineNode[] | null) ?? [], 1);
    return {
      pages: proxy.numPages,
      title: info.Title,
      language: info.Language,
      tagged: mark?.Marked === true,
      outline,
      anchors,
    };
  } finally {
    await proxy.loadingTask.destroy();
  }
}

type Reference = Parameters<Awaited<ReturnType<typeof getDocumentProxy>>["getPageIndex"]>[0];

interface OutlineNode {
  title: string;
  dest: string | unknown[] | null;
  items: OutlineNode[];
}
