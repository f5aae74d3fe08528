import { fold } from "../course/text.ts";

// Typing leaves only the entries whose term, alias, plural or English name holds the words.
const filter = document.querySelector<HTMLElement>(".filtro");
const input = filter?.querySelector("input");
const status = filter?.querySelector("[role=status]");

input?.addEventListener("input", () => {
  const words = fold(input.value);
  let shown = 0;
  for (const entry of document.querySelectorAll<HTMLElement>(".entrada")) {
    const name = entry.querySelector("h3")?.textContent ?? "";
    entry.hidden = !fold(`${name} ${entry.dataset["nombres"] ?? ""}`).includes(words);
    if (!entry.hidden) shown += 1;
  }
  for (const letter of document.querySelectorAll<HTMLElement>(".letra")) {
    letter.hidden = letter.querySelector(".entrada:not([hidden])") === null;
  }
  if (status) status.textContent = shown === 1 ? "1 término" : `${shown} términos`;
});
