import type { Browser } from "playwright-core";
import { listDecks } from "../../../slides/build-deck.ts";
import type { Course } from "../../course/course.ts";
import { type DownloadKind, toFileName } from "../../course/download.ts";
import { addDownloads, findShownBuild } from "../downloads.ts";
import { loadCourse } from "../load-course.ts";
import { launch } from "../setup/chromium.ts";
import { serve } from "../setup/serve.ts";
import { readAddress } from "../site-address.ts";
import { printBook } from "./book.ts";
import { printDeck } from "./deck.ts";
import { printHandout } from "./handout.ts";
import { printLesson } from "./lesson.ts";
import type { Site } from "./paper.ts";
import { readPrinted } from "./printed.ts";

/** A document to print, by what it is in Spanish. */
interface Order {
  kind: DownloadKind;
  name: string;
  what: string;
  print: (browser: Browser, site: Site) => Promise<Uint8Array>;
}

/**
 * `npm run pdf [-- --pasos] [-- nombre …]`: prints the site that `dist` shows and shows it again with the PDFs. With names
 * (`topologias`, `parte-1`, `curso`) only theirs; `--pasos` adds decks with one page for every step.
 */
const root = process.cwd();
const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith("--"));

try {
  const { course } = loadCourse();
  const orders = listOrders(course, words.includes("--pasos")).filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
  const unknown = names.filter((name) => !orders.some((order) => order.name === name));
  if (unknown.length > 0) throw new Error(`No hay lección ni mazo con este nombre: ${unknown.join(", ")}.`);
  await run(orders);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function listOrders(course: Course, steps: boolean): Order[] {
  const decks = listDecks(course).flatMap(({ name, title }): Order[] => [
    {
      kind: "slides",
      name,
      what: `Mazo de ${title}`,
      print: (browser, site) => printDeck(browser, site, { name, steps: false }),
    },
    ...(steps
      ? [
          {
            kind: "steps" as const,
            name,
            what: `Mazo de ${title}, por pasos`,
            print: (browser: Browser, site: Site) => printDeck(browser, site, { name, steps: true }),
          },
        ]
      : []),
    {
      kind: "handout",
      name,
      what: `Folleto de ${title}`,
      print: (browser, site) => printHandout(browser, site, name),
    },
  ]);
  const lessons = course.lessons.map(({ slug, title }): Order => ({
    kind: "text",
    name: slug,
    what: `Lección ${title}`,
    print: (browser, site) => printLesson(browser, site, slug),
  }));
  const book: Order = {
    kind: "text",
    name: "curso",
    what: "El curso entero",
    print: (browser, site) => printBook(browser, site, course),
  };
  return [...decks, ...lessons, book];
}

async function run(orders: readonly Order[]): Promise<void> {
  const build = await findShownBuild(root);
  const { site, base } = readAddress(root);
  const served = await serve({ root: build, base, port: 0 });
  try {
    const browser = await launch();
    try {
      const files = new Map<string, Uint8Array>();
      for (const [index, { kind, name, what, print }] of orders.entries()) {
        const file = await print(browser, { served: served.url, published: `${site}${base}` });
        const { pages } = await readPrinted(file);
        const size = (file.length / 1e6).toLocaleString("es-AR", { maximumFractionDigits: 1 });
        console.log(`${index + 1}/${orders.length} ${what}: ${pages} páginas, ${size} MB`);
        files.set(toFileName(kind, name), file);
      }
      await addDownloads(root, build, files);
      console.log(`${files.size} PDF en dist/descargas/, enlazados desde el sitio.`);
    } finally {
      await browser.close();
    }
  } finally {
    await served.close();
  }
}
