import { keep, recall } from "./store.ts";

const themes = ["claro", "oscuro", "proyector"] as const;

/** Light and dark are shared with the site; `proyector` exists only in decks and has a name of its own. */
export function restoreTheme(): void {
  const own = recall("tema-mazo");
  if (own === "proyector") document.documentElement.dataset["tema"] = own;
}

/** Claro, oscuro, proyector, claro… Returns the new one. */
export function changeTheme(): string {
  const root = document.documentElement;
  const shown = root.dataset["tema"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "oscuro" : "claro");
  const next = themes[(themes.findIndex((theme) => theme === shown) + 1) % themes.length] ?? "claro";
  root.dataset["tema"] = next;
  keep("tema-mazo", next === "proyector" ? next : undefined);
  if (next !== "proyector") keep("tema", next);
  return next;
}
