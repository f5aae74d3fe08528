import { base } from "./data.ts";
import { make } from "./elements.ts";
import { walkResults } from "./keys.ts";
import { keepRecent } from "./recent.ts";
import { type Answer, createSearch } from "./search.ts";
import { countResults, showAnswer, showFailure, showTerms } from "./view.ts";

/**
 * Makes the search in the dialog of a page work; what was typed meanwhile is answered.
 * @param asked the answer to `fetchTerms`
 */
export function furnishDialog(dialog: HTMLDialogElement, asked: Promise<Response>): void {
  const form = dialog.querySelector("form")!;
  const field = form.querySelector("input")!;
  const body = dialog.querySelector<HTMLElement>(".cuerpo-de-busqueda")!;
  const places = {
    correction: make("p", { class: "correccion", hidden: "" }),
    status: make("p", { class: "solo-lector", role: "status" }),
    notice: make("div", { class: "aviso", role: "status" }),
    list: make("ol", { class: "resultados", "aria-busy": "true" }),
  };
  const all = make("a", { href: `${base}buscar/`, hidden: "" }, "Ver todos los resultados");
  body.replaceChildren(...Object.values(places));
  body.after(toFoot(all));

  // A script that did not load is not asked for again by the same page.
  const retry = () => {
    if (navigator.onLine) return void location.assign(`${base}buscar/?q=${encodeURIComponent(field.value)}`);
    search.retry();
    ask();
  };
  const again = (question: string) => {
    field.value = question;
    ask();
    field.focus();
  };
  const search = createSearch(
    {
      show: (answer) => {
        showAnswer(answer, places, { definitions: 4, passages: 3, retry, searchLiterally: () => ask(true) });
        showTotal(answer, all);
      },
      showTerms: (data) => {
        showTerms(data, places, again);
        all.hidden = true;
      },
      showFailure: (state) => {
        showFailure(state, places, retry);
        all.hidden = true;
      },
    },
    asked,
  );
  const ask = (literal = false) => {
    body.scrollTop = 0;
    places.list.setAttribute("aria-busy", "true");
    search.ask(field.value, literal);
    if (literal) field.focus();
  };
  field.addEventListener("input", () => ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.querySelector<HTMLAnchorElement>("a[data-abrir]")?.click();
  });
  form.querySelector("[type=button]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    const link = (event.target as Element).closest("a");
    if (link === null) return;
    if (field.value.trim() !== "") keepRecent(field.value);
    // A result of this same page only moves to its anchor.
    dialog.close();
  });
  // In a field, Escape would empty it first.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  walkResults(dialog, field);
  search.prepare();
  ask();
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
