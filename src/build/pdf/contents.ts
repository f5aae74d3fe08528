import type { Page } from "playwright-core";
import { print } from "./paper.ts";
import { readPrinted } from "./printed.ts";

/**
 * Prints a page whose contents have an empty `<span class="hoja">` in every link, with the numbers of the sheets in
 * them: it is printed once to learn them and once more with them. Throws when they do not hold the second time.
 */
export async function printWithContents(page: Page): Promise<Uint8Array> {
  const draft = await readPrinted(await print(page));
  await page.evaluate(writeNumbers, Object.fromEntries(draft.anchors));
  const file = await print(page);
  const { anchors } = await readPrinted(file);
  const moved = [...draft.anchors].filter(([anchor, number]) => anchors.get(anchor) !== number);
  if (moved.length > 0)
    throw new Error(`El contenido impreso no es cierto para ${moved.map(([id]) => id).join(", ")}.`);
  return file;
}

/** The contents of a lesson: its numbered sections, under its title. */
export function writeLessonContents(): void {
  const list = document.createElement("ol");
  for (const heading of document.querySelectorAll<HTMLElement>("main :is(.prosa h2, .prosa h3)[id]")) {
    const words = heading.cloneNode(true) as HTMLElement;
    for (const tool of words.querySelectorAll(".herramientas-de-seccion, .numero-de-seccion")) tool.remove();
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    const number = heading.dataset["numero"];
    link.append(number === undefined ? "" : `${number} `, ...words.childNodes);
    const sheet = document.createElement("span");
    sheet.className = "hoja";
    link.append(sheet);
    const item = document.createElement("li");
    item.className = heading.tagName === "H2" ? "seccion" : "subseccion";
    item.append(link);
    list.append(item);
  }
  const contents = document.createElement("nav");
  contents.className = "contenido-impreso";
  contents.setAttribute("aria-label", "Contenido");
  contents.append(list);
  document.querySelector(".inicio-de-leccion")?.after(contents);
}

/** A number and its title are apart by a margin, which the outline of a PDF does not know. */
export function separateNumbers(): void {
  for (const number of document.querySelectorAll("main .numero-de-seccion")) number.append(" ");
}

function writeNumbers(numbers: Record<string, number>): void {
  for (const sheet of document.querySelectorAll(".contenido-impreso .hoja")) {
    const anchor = sheet.closest("a")?.getAttribute("href")?.slice(1) ?? "";
    const number = numbers[anchor];
    if (number === undefined) throw new Error(`No sheet was found for #${anchor}.`);
    sheet.textContent = String(number);
  }
}
