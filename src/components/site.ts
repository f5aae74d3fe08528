/** What every page does with JavaScript: theme, copying, contents that follow, previews, search key. */
import { offerCopies } from "./copy.ts";
import { hearEarly } from "./early.ts";
import { offerEnlarging } from "./enlarge.ts";
import { followContents } from "./follow-contents.ts";
import { wakeIslands } from "./islands.ts";
import { keepOffline } from "./offline/register.ts";
import { previewTerms } from "./preview.ts";
import { remember } from "./remember.ts";
import { readStored } from "./storage.ts";
import { offerThemes } from "./theme.ts";

offerThemes();
offerCopies();
offerEnlarging();
followContents();
previewTerms();
remember();
wakeIslands();
keepOffline();
// Not scripts of their pages: what those share with this one would be a request more on every page.
const study = document.querySelector("main.repaso");
if (study) void hearEarly(study, import("./study/page.ts"));
const exam = document.querySelector("main.simulacro");
if (exam) void hearEarly(exam, import("./study/exam-page.ts"));
if (readStored("repaso") && document.querySelector("[data-tarjeta]")) void import("./study/states.ts");

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

const dialog = document.querySelector<HTMLDialogElement>("#dialogo-busqueda");
let furnished = false;

// On a phone, and where there is no room, the page of the search.
function openSearch(): void {
  const field = document.querySelector<HTMLInputElement>("#buscar-q");
  if (field !== null) return field.select();
  const base = document.documentElement.dataset["base"] ?? "/";
  if (dialog === null || matchMedia("(max-width: 767px)").matches) return void (location.href = `${base}buscar/`);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
  if (furnished) return;
  furnished = true;
  // Asked for together with the script that reads it. Rejections are told there.
  const asked = fetch(`${base}busqueda.json`, { cache: "no-cache" });
  asked.catch(() => undefined);
  import("./search/dialog.ts")
    .then(({ furnishDialog }) => furnishDialog(dialog, asked))
    .catch(() => {
      furnished = false;
      dialog.classList.add("sin-busqueda");
    });
}

document.querySelector(".buscador")?.addEventListener("click", (event) => {
  if (matchMedia("(max-width: 767px)").matches) return;
  event.preventDefault();
  openSearch();
});

document.addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest("input, textarea, select, [contenteditable]") !== null;
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !command) return;
  event.preventDefault();
  openSearch();
});
