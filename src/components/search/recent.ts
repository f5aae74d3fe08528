// Not through `storage.ts`: shared with the script of every page, it would be a file, and a request, of its own.
const name = `apuntes:${document.documentElement.dataset["base"] ?? "/"}:busquedas`;
const most = 6;

/** What was looked for on this device, latest first. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter((question) => typeof question === "string" && question.trim() !== "").slice(0, most);
  } catch {
    return [];
  }
}

/** Keeps a question on this device, once and first. */
export function keepRecent(question: string): void {
  const text = question.trim().slice(0, 80);
  if (text === "") return;
  const others = readRecent().filter((other) => other.toLowerCase() !== text.toLowerCase());
  keep(() => localStorage.setItem(name, JSON.stringify([text, ...others].slice(0, most))));
}

export function forgetRecent(): void {
  keep(() => localStorage.removeItem(name));
}

// Blocked or full: the search works all the same, only without memory.
function keep(change: () => void): void {
  try {
    change();
  } catch {}
}
