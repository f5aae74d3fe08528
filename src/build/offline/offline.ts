import { listDecks } from "../../../slides/build-deck.ts";
import { toFileName } from "../../course/download.ts";
import { addDownloads, findShownBuild } from "../downloads.ts";
import { loadCourse } from "../load-course.ts";
import { readAddress } from "../site-address.ts";
import { makeDeckFile } from "./deck-file.ts";

/** `npm run slides:offline [-- nombre …]`: each deck of the site that `dist` shows in one file, for a memory stick. */
const root = process.cwd();
const names = process.argv.slice(2);

try {
  const decks = listDecks(loadCourse().course).filter(({ name }) => names.length === 0 || names.includes(name));
  const unknown = names.filter((name) => !decks.some((deck) => deck.name === name));
  if (unknown.length > 0) throw new Error(`No hay un mazo con este nombre: ${unknown.join(", ")}.`);
  const folder = await findShownBuild(root);
  const { site, base } = readAddress(root);
  const files = new Map<string, Uint8Array>();
  for (const [index, { name, title }] of decks.entries()) {
    const file = Buffer.from(await makeDeckFile({ folder, base, published: `${site}${base}` }, name));
    console.log(`${index + 1}/${decks.length} Mazo de ${title}: ${Math.round(file.length / 1000)} kB`);
    files.set(toFileName("offline", name), file);
  }
  await addDownloads(root, folder, files);
  console.log(`${files.size} mazos en dist/descargas/, enlazados desde el sitio.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
