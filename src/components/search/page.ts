import type { SearchLesson } from "../../course/search-terms.ts";
import { lessonAt } from "./data.ts";
import { make } from "./elements.ts";
import { walkResults } from "./keys.ts";
import { keepRecent } from "./recent.ts";
import { type Answer, createSearch } from "./search.ts";
import { countResults, showAnswer, showFailure, showTerms } from "./view.ts";

// The page of the search: `?q=` is the question; typing answers as it goes.
const found = document.querySelector<HTMLInputElement>("#buscar-q");
if (found !== null) start(found);

function start(field: HTMLInputElement): void {
  const form = field.form!;
  const list = document.querySelector<HTMLOListElement>("#resultados")!;
  const filters = document.querySelector<HTMLElement>(".filtros-de-busqueda")!;
  const places = {
    correction: make("p", { class: "correccion", hidden: "" }),
    status: make("p", { class: "cuenta", role: "status" }),
    notice: make("div", { class: "aviso", role: "status" }),
    list,
  };
  document.querySelector(".busqueda .aviso-espera")?.remove();
  list.before(places.status, places.correction, places.notice);
  let last: Answer | undefined;
  // A script that did not load is not asked for again by the same page.
  const retry = () => {
    if (navigator.onLine) return void location.reload();
    search.retry();
    ask();
  };
  const show = (answer: Answer) => {
    last = answer;
    filters.hidden = answer.definitions.length + answer.passages.length === 0;
    const shown = filter(answer, chosen(filters));
    showAnswer(shown, places, { definitions: 24, passages: 20, retry, searchLiterally: () => ask(true) });
    const none = shown.definitions.length + shown.passages.length === 0;
    if (none && !filters.hidden && answer.state !== "partial") {
      places.notice.append(make("p", {}, `Nada en este filtro. Sin filtro: ${countResults(answer)}.`));
    }
  };
  const again = (question: string) => {
    field.value = question;
    field.dispatchEvent(new Event("input"));
    field.focus();
  };
  const search = createSearch({
    show,
    showTerms: (data) => {
      last = undefined;
      filters.hidden = true;
      showTerms(data, places, again);
    },
    showFailure: (state) => showFailure(state, places, retry),
  });
  const ask = (literal = false) => {
    list.setAttribute("aria-busy", "true");
    search.ask(field.value, literal);
    if (literal) field.focus();
  };

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", () => {
    const query = field.value.trim() === "" ? "" : `?q=${encodeURIComponent(field.value.trim())}`;
    history.replaceState(history.state, "", location.pathname + query);
    ask();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keepRecent(field.value);
    // Puts the keyboard of a phone away.
    if (matchMedia("(pointer: coarse)").matches) field.blur();
  });
  form.parentElement?.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-abrir]")) keepRecent(field.value);
  });
  field.addEventListener("focus", () => search.prepare());
  filters.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    if (button === null) return;
    const pressed = button.getAttribute("aria-pressed") === "true";
    const { grupo } = button.dataset;
    for (const each of filters.querySelectorAll(`[data-grupo="${grupo}"]`)) each.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", String(!pressed));
    if (last) show(last);
  });
  walkResults(form.parentElement ?? form, field);
  ask();
  if (field.value === "" && matchMedia("(pointer: fine)").matches) field.focus();
}

interface Filter {
  kind: string | undefined;
  part: string | undefined;
}

function chosen(filters: HTMLElement): Filter {
  const value = (group: string) =>
    filters.querySelector<HTMLElement>(`[data-grupo="${group}"][aria-pressed=true]`)?.dataset["filtro"];
  return { kind: value("clase"), part: value("parte") };
}

/** @param only the kind is `definiciones` or `apuntes`, the part a numeral; nothing keeps all */
function filter(answer: Answer, only: Filter): Answer {
  const { parts, lessons } = answer.data;
  const part = only.part === undefined ? undefined : parts.indexOf(only.part);
  const isOf = (lesson: SearchLesson | undefined) => part === undefined || lesson?.part === part;
  const definitions = answer.definitions.filter(({ lesson }) => only.kind !== "apuntes" && isOf(lessons[lesson]));
  const passages = answer.passages.filter(
    ({ href }) => only.kind !== "definiciones" && isOf(lessonAt(href, answer.data)),
  );
  const both = answer.comparison?.every((term) => definitions.includes(term)) ?? false;
  return { ...answer, definitions, passages, comparison: both ? answer.comparison : undefined };
}
