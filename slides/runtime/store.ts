// Pages of one user share an origin on GitHub Pages, so every name begins with the base.
const prefix = `apuntes:${document.documentElement.dataset["base"] ?? "/"}:`;

/** What this device keeps under the name; nothing where storage is blocked. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the value, or forgets it; where storage is blocked it lasts as long as the page. */
export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Nothing depends on it.
  }
}
