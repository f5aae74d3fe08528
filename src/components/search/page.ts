import { lessonAt } from "./data.ts";
import { make } from "./elements.ts";
import { walkResults } from "./keys.ts";
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
  list.before(places.status, places.correction, places.notice);
  let last: Answer | undefined;
  const retry = () => {
    search.retry();
    ask();
  };
  const show = (answer: Answer) => {
    last = answer;
    filters.hidden = answer.definitions.length + answer.passages.length === 0;
    const shown = filter(answer, chosen(filters));
    showAnswer(shown, places, { definitions: 60, passages: 20, retry, searchLiterally: () => ask(true) });
    const filtered = shown !== answer && answer.state !== "partial";
    if (filtered && shown.definitions.length + shown.passages.length === 0) {
      places.notice.replaceChildren(make("p", {}, `Nada en este filtro. Sin filtro: ${countResults(answer)}.`));
    }
  };
  const search = createSearch({
    show,
    showTerms: (data) => {
      last = undefined;
      filters.hidden = true;
      showTerms(data, places);
    },
    showFailure: () => showFailure(places, retry),
  });
  const ask = (literal = false) => {
    list.setAttribute("aria-busy", "true");
    void search.ask(field.value, literal);
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
    // Puts the keyboard of a phone away.
    if (matchMedia("(pointer: coarse)").matches) field.blur();
  });
  filters.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    if (button === null) return;
    for (const each of filters.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each === button));
    if (last) show(last);
  });
  walkResults(form.parentElement ?? form, field);
  ask();
  if (field.value === "" && matchMedia("(pointer: fine)").matches) field.focus();
}

function chosen(filters: HTMLElement): string {
  return filters.querySelector<HTMLElement>("[aria-pressed=true]")?.dataset["filtro"] ?? "";
}

/** @param only `""` for everything, `"definiciones"`, or the numeral of a part */
function filter(answer: Answer, only: string): Answer {
  if (only === "") return answer;
  if (only === "definiciones") return { ...answer, passages: [] };
  const { parts, lessons } = answer.data;
  const part = parts.indexOf(only);
  return {
    ...answer,
    definitions: answer.definitions.filter(({ lesson }) => lessons[lesson]?.part === part),
    passages: answer.passages.filter(({ href }) => lessonAt(href, answer.data)?.part === part),
  };
}
