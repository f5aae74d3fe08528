// Publishes builds of its own without end, until whoever started it kills it.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createBuildDirectory, publish } from "../../src/build/published.ts";

const [root, round] = process.argv.slice(2);

if (root === undefined) process.exit();

for (let count = 0; ; count++) {
  const directory = await createBuildDirectory(root);
  await mkdir(join(directory, "lecciones"));
  for (let page = 0; page < 8; page++) {
    await writeFile(join(directory, "lecciones", `${page}.html`), `${round} ${count} ${page}`.repeat(200));
  }
  await writeFile(join(directory, "index.html"), `${round} ${count}`);
  await publish(directory, root);
  if (count === 0) process.send?.("first");
}
