import { base } from "./data.ts";
import { make, makeSearchIcon } from "./elements.ts";
import { walkResults } from "./keys.ts";
import { type Answer, createSearch } from "./search.ts";
import { countResults, showAnswer, showFailure, showTerms } from "./view.ts";

let open: (() => void) | undefined;

/** Opens the search over the page; on a phone, and where there is no room, the page of the search. */
export function openSearchDialog(): void {
  const field = document.querySelector<HTMLInputElement>("#buscar-q");
  if (field !== null) return field.select();
  if (matchMedia("(max-width: 767px)").matches) return void (location.href = `${base}buscar/`);
  const dialog = document.querySelector<HTMLDialogElement>("#dialogo-busqueda");
  if (dialog === null || dialog.open) return;
  open ??= furnish(dialog);
  open();
}

function furnish(dialog: HTMLDialogElement): () => void {
  const field = make("input", {
    type: "search",
    name: "q",
    "aria-label": "Buscar una definición",
    placeholder: "término, sigla, autor o pregunta",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const close = make("button", { type: "button", title: "Cerrar" }, make("kbd", {}, "Esc"));
  const form = make("form", { action: `${base}buscar/`, role: "search" }, makeSearchIcon(), field, close);
  const places = {
    correction: make("p", { class: "correccion", hidden: "" }),
    status: make("p", { class: "solo-lector", role: "status" }),
    notice: make("div", { class: "aviso", role: "status" }),
    list: make("ol", { class: "resultados" }),
  };
  const all = make("a", { href: `${base}buscar/` }, "Ver todos los resultados");
  const body = make("div", { class: "cuerpo-de-busqueda" }, ...Object.values(places));
  dialog.append(form, body, toFoot(all));

  const retry = () => {
    search.retry();
    ask();
  };
  const search = createSearch({
    show: (answer) => {
      showAnswer(answer, places, { definitions: 4, passages: 3, retry, searchLiterally: () => ask(true) });
      showTotal(answer, all);
    },
    showTerms: (data) => {
      showTerms(data, places);
      all.hidden = true;
    },
    showFailure: () => {
      showFailure(places, retry);
      all.hidden = true;
    },
  });
  search.prepare();
  const ask = (literal = false) => {
    body.scrollTop = 0;
    void search.ask(field.value, literal);
    if (literal) field.focus();
  };
  field.addEventListener("input", () => ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    places.list.querySelector<HTMLAnchorElement>("a[data-abrir]")?.click();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    // A result of this same page only moves to its anchor.
    if ((event.target as Element).closest("a")) dialog.close();
  });
  // In a field, Escape would empty it first.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  walkResults(dialog, field);
  return () => {
    dialog.showModal();
    field.select();
    ask();
  };
}

function showTotal(answer: Answer, all: HTMLAnchorElement): void {
  const count = answer.definitions.length + answer.passages.length;
  all.hidden = count === 0 || answer.state === "partial";
  all.href = `${base}buscar/?q=${encodeURIComponent(answer.text.trim())}`;
  all.textContent = count === 1 ? "Ver el resultado" : `Ver los ${countResults(answer)}`;
}

function toFoot(all: HTMLAnchorElement): HTMLElement {
  const keys = [
    [["↑", "↓"], "elegir"],
    [["Enter"], "abrir"],
    [["Esc"], "cerrar"],
  ] as const;
  const help = keys.map(([names, what]) => make("span", {}, ...names.map((name) => make("kbd", {}, name)), ` ${what}`));
  return make("p", { class: "pie-de-busqueda" }, ...help, all);
}
