const prefix = `apuntes:${document.documentElement.dataset["base"] ?? "/"}:`;

/** A value kept on this device, or nothing when there is none or storage is blocked. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value on this device if the browser lets it; `undefined` forgets it. */
export function store(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Blocked or full: the page works all the same, only without memory.
  }
}
