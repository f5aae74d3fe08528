// As `storage.ts`, and apart from it: a module shared with the script of every page is one more request on each.

/** Path under which the site is served, with its final `/`. */
export const base = document.documentElement.dataset["base"] ?? "/";

const prefix = `apuntes:${base}:`;

/** A value kept on this device, or nothing when there is none or storage is blocked. */
export function recallValue(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value on this device if the browser lets it; `undefined` forgets it. */
export function keepValue(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Blocked or full: what depends on it says so elsewhere.
  }
}
