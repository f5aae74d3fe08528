/** What every page does with JavaScript: theme, copying, contents that follow, previews, search key. */
import { offerCopies } from "./copy.ts";
import { offerEnlarging } from "./enlarge.ts";
import { followContents } from "./follow-contents.ts";
import { previewTerms } from "./preview.ts";
import { remember } from "./remember.ts";
import { offerThemes } from "./theme.ts";

offerThemes();
offerCopies();
offerEnlarging();
followContents();
previewTerms();
remember();

// Going back up the page brings the header along.
let last = scrollY;
addEventListener(
  "scroll",
  () => {
    document.body.classList.toggle("subiendo", scrollY < last && scrollY > 0);
    last = scrollY;
  },
  { passive: true },
);

document.querySelector(".imprimir")?.addEventListener("click", () => window.print());

async function openSearch(): Promise<void> {
  const { openSearchDialog } = await import("./search/dialog.ts");
  openSearchDialog();
}

document.querySelector(".buscador")?.addEventListener("click", (event) => {
  if (matchMedia("(max-width: 767px)").matches) return;
  event.preventDefault();
  void openSearch();
});

document.addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest("input, textarea, select, [contenteditable]") !== null;
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !command) return;
  event.preventDefault();
  void openSearch();
});
