import { listDecks } from "../../../slides/build-deck.ts";
import { toFileName } from "../../course/download.ts";
import { addDownloads, findShownBuild } from "../downloads.ts";
import { loadCourse } from "../load-course.ts";
import { launch } from "../setup/chromium.ts";
import { serve } from "../setup/serve.ts";
import { readAddress } from "../site-address.ts";
import { makeEditable } from "./editable.ts";

/** `npm run pptx [-- nombre …]`: each deck of the site that `dist` shows as a PowerPoint file that can be edited. */
const root = process.cwd();
const names = process.argv.slice(2);

try {
  const { course } = loadCourse();
  const decks = listDecks(course).filter(({ name }) => names.length === 0 || names.includes(name));
  const unknown = names.filter((name) => !decks.some((deck) => deck.name === name));
  if (unknown.length > 0) throw new Error(`No hay un mazo con este nombre: ${unknown.join(", ")}.`);
  await run(decks, course.authors.join(", "));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(decks: ReturnType<typeof listDecks>, author: string): Promise<void> {
  const build = await findShownBuild(root);
  const { site, base } = readAddress(root);
  const served = await serve({ root: build, base, port: 0 });
  const browser = await launch();
  try {
    const files = new Map<string, Uint8Array>();
    for (const [index, { name, title }] of decks.entries()) {
      const file = await makeEditable(browser, { served: served.url, published: `${site}${base}` }, name, author);
      console.log(`${index + 1}/${decks.length} Mazo de ${title}: ${Math.round(file.length / 1000)} kB`);
      files.set(toFileName("editable", name), file);
    }
    await addDownloads(root, build, files);
    console.log(`${files.size} presentaciones en dist/descargas/, enlazadas desde el sitio.`);
  } finally {
    await browser.close();
    await served.close();
  }
}
