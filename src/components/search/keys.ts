/**
 * Arrows walk from the field through the results and back, and typing from a result goes on in the field.
 * @param root holds the field and the results
 */
export function walkResults(root: HTMLElement, field: HTMLInputElement): void {
  const links = () => [...root.querySelectorAll<HTMLAnchorElement>("a[data-abrir]")];

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const all = links();
    const inField = event.target === field;
    const at = all.indexOf(event.target as HTMLAnchorElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!inField && at < 0) return;
      const next = event.key === "ArrowDown" ? at + 1 : at - 1;
      if (inField && event.key === "ArrowUp") return;
      event.preventDefault();
      if (next < 0) field.focus();
      else all[next]?.focus();
      all[next]?.closest("li")?.scrollIntoView({ block: "nearest" });
    } else if (at >= 0 && (event.key === "Backspace" || (event.key.length === 1 && event.key !== " "))) {
      field.focus();
    }
  });
}
