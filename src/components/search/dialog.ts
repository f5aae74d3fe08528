/** Opens the search over the page. */
export function openSearchDialog(): void {
  location.href = `${document.documentElement.dataset["base"]}buscar/`;
}
