import type { SearchTerm } from "../../course/search-terms.ts";
import { base, lessonAt, lessonOf, type SearchData, underBase } from "./data.ts";
import { make, makeAction } from "./elements.ts";
import type { Passage } from "./engine.ts";
import { forgetRecent, readRecent } from "./recent.ts";
import type { Answer } from "./search.ts";

/** Where answers are shown. The parts are in reading order. */
export interface Places {
  /** The strip that says which word was changed. */
  correction: HTMLElement;
  /** A live region with the number of results. */
  status: HTMLElement;
  /** What did not load, what looks like the question. */
  notice: HTMLElement;
  list: HTMLOListElement;
}

export interface ViewOptions {
  /** How many definitions and passages are shown at most. */
  definitions: number;
  passages: number;
  /** Searches again without corrections. */
  searchLiterally(): void;
  retry(): void;
}

/** How many results an answer has, in words. */
export function countResults({ definitions, passages }: Pick<Answer, "definitions" | "passages">): string {
  const count = definitions.length + passages.length;
  return count === 1 ? "1 resultado" : `${count} resultados`;
}

export function showAnswer(answer: Answer, places: Places, options: ViewOptions): void {
  const { definitions, passages, comparison, state } = answer;
  const empty = definitions.length + passages.length === 0;
  showCorrection(answer, places.correction, options);
  places.notice.replaceChildren(...toNotice(answer, options));
  places.list.setAttribute("aria-busy", String(state === "partial"));
  places.list.classList.toggle("comparacion", comparison !== undefined);
  places.status.textContent = empty
    ? ""
    : comparison !== undefined
      ? "Comparación de dos definiciones"
      : countResults(answer);
  const whole = comparison?.length ?? 1;
  const focused = places.list.querySelector<HTMLAnchorElement>("a:focus")?.href;
  places.list.replaceChildren(
    ...definitions.slice(0, options.definitions).map((term, index) => toDefinition(term, answer, index < whole)),
    ...(passages.length > 0 ? [toPassageGroup(passages.slice(0, options.passages), answer.data)] : []),
  );
  // What comes later takes nobody off the result where the keyboard is.
  if (focused !== undefined) [...places.list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
}

/** What an empty box shows: what was looked for before, and the terms of every lesson. */
export function showTerms(data: SearchData, places: Places, again: (question: string) => void): void {
  clear(places);
  places.list.replaceChildren(
    ...toRecent(places, again),
    ...data.lessons.flatMap((lesson, index) => {
      const terms = data.terms.filter((term) => term.lesson === index);
      if (terms.length === 0) return [];
      const items = terms.map((term) => make("li", {}, make("a", { href: hrefOf(term, data) }, term.term)));
      return [
        make(
          "li",
          { class: "terminos-de-leccion" },
          make("h2", {}, `${lesson.number} · ${lesson.title}`),
          make("ul", {}, ...items),
        ),
      ];
    }),
  );
}

/** What is left when nothing at all loaded. */
export function showFailure(state: "late" | "failed", places: Places, retry: () => void): void {
  clear(places);
  const what = !navigator.onLine
    ? "Sin conexión. Lo ya visitado sigue disponible. "
    : state === "late"
      ? "La búsqueda tarda en cargar. "
      : "La búsqueda no cargó. ";
  const again = makeAction("Reintentar", retry);
  places.notice.replaceChildren(make("p", {}, what, toGlossaryLink("Ver el glosario A–Z"), ". ", again));
  places.list.replaceChildren();
}

function clear({ correction, status, notice, list }: Places): void {
  correction.hidden = true;
  status.textContent = "";
  notice.replaceChildren();
  list.setAttribute("aria-busy", "false");
  list.classList.remove("comparacion");
}

function toRecent({ list }: Places, again: (question: string) => void): HTMLLIElement[] {
  const recent = readRecent();
  if (recent.length === 0) return [];
  const item = make("li", { class: "terminos-de-leccion" }, make("h2", {}, "Búsquedas recientes en este dispositivo"));
  const forget = () => {
    forgetRecent();
    item.remove();
    // The button that had the focus is gone.
    list.querySelector("a")?.focus();
  };
  const questions = recent.map((question) =>
    make(
      "li",
      {},
      makeAction(question, () => again(question)),
    ),
  );
  item.append(make("ul", {}, ...questions, make("li", {}, makeAction("Borrar la lista", forget))));
  return [item];
}

function showCorrection({ text, corrected }: Answer, place: HTMLElement, { searchLiterally }: ViewOptions): void {
  place.hidden = corrected === undefined;
  if (corrected === undefined) return;
  const literally = makeAction(`Buscar «${text.trim()}» tal cual`, searchLiterally);
  place.replaceChildren("Mostrando resultados para ", make("strong", {}, corrected.trim()), ". ", literally);
}

function toNotice(answer: Answer, { retry }: ViewOptions): Node[] {
  const { definitions, passages, state } = answer;
  const empty = definitions.length + passages.length === 0;
  if (state === "partial") return empty ? [make("p", { class: "buscando" }, "Buscando…")] : [];
  const missing = toMissing(answer);
  return [
    ...(missing === "" ? [] : [make("p", {}, missing, makeAction("Reintentar", retry))]),
    ...(empty ? [toNothing(answer)] : []),
  ];
}

// What did not come, and so what the answer lacks.
function toMissing({ state, known, passages }: Answer): string {
  if (state === "complete") return "";
  if (known.engine.state === "here" && passages.length > 0) {
    return known.texts.state === "here" ? "" : "Los textos de las definiciones no cargaron. ";
  }
  const what = known.texts.state === "here" ? "las definiciones" : "los términos del glosario";
  const offline = navigator.onLine ? "" : "Sin conexión. ";
  const why = state === "late" ? "La búsqueda completa tarda en cargar." : "La búsqueda completa no cargó.";
  return `${offline}${why} Se muestran solo ${what}. `;
}

// Without the engine only the names are known to lack it.
function toNothing({ text, nearest, data, state }: Answer): HTMLElement {
  const sentence = state === "complete" ? "No hay resultados para" : "Ningún término se llama";
  const links = nearest.flatMap((term, index) => [
    index > 0 ? ", " : "",
    make("a", { href: hrefOf(term, data), "data-abrir": "" }, term.term),
  ]);
  const near = links.length > 0 ? ["Lo más parecido: ", ...links, ". "] : [];
  return make("p", {}, `${sentence} «${text.trim()}». `, ...near, toGlossaryLink("Ver el glosario A–Z"), ".");
}

function toDefinition(term: SearchTerm, { data, known }: Answer, whole: boolean): HTMLLIElement {
  const lesson = lessonOf(term, data);
  const { text, confusion, source } = known.texts.value?.[term.id] ?? {};
  const href = hrefOf(term, data);
  const english = term.english !== undefined && make("span", { class: "ingles", lang: "en" }, term.english);
  const attributes = { "data-definicion": term.id, class: whole ? "resultado entero" : "resultado" };
  const label = make(
    "p",
    { class: "rotulo-de-resultado" },
    make("strong", {}, "Definición"),
    make("span", {}, `${lesson.number} · ${lesson.title}`),
  );
  // A quotation is marked as one with the course's own signs.
  const quoted = text !== undefined && term.author !== undefined ? `«${text}»` : text;
  const body = quoted !== undefined && make("p", { class: "texto" }, quoted);
  if (!whole) {
    const name = make("p", { class: "nombre" }, make("a", { href, "data-abrir": "" }, term.term), " ", english);
    return make("li", attributes, label, name, body);
  }
  const details = [
    confusion !== undefined && make("span", {}, make("strong", {}, "No confundir:"), ` ${confusion} `),
    term.author !== undefined && make("span", {}, make("strong", {}, "Autor"), ` ${term.author}. `),
    source !== undefined && make("span", {}, make("strong", {}, "Fuente"), ` ${source}`),
  ];
  return make(
    "li",
    attributes,
    label,
    make("p", { class: "nombre" }, make("span", { class: "resaltado" }, term.term), " ", english),
    body,
    details.some((detail) => detail !== false) && make("p", { class: "datos" }, ...details),
    make(
      "p",
      { class: "enlaces" },
      make("a", { href, "data-abrir": "" }, "Ver en el apunte"),
      make("a", { href: underBase(lesson.slide + term.id) }, "Diapositiva"),
      make("a", { href: underBase(lesson.card + term.id) }, "Tarjeta"),
    ),
  );
}

function toPassageGroup(passages: Passage[], data: SearchData): HTMLLIElement {
  return make(
    "li",
    { class: "en-los-apuntes" },
    make("h2", {}, "En los apuntes"),
    make("ol", {}, ...passages.map((passage) => toPassage(passage, data))),
  );
}

function toPassage({ title, href, excerpt }: Passage, data: SearchData): HTMLLIElement {
  const lesson = lessonAt(href, data);
  const place = lesson && lesson.title !== title ? `${lesson.number} · ${lesson.title} · ` : "";
  const stretches = excerpt.map(({ text, marked }) => (marked ? make("mark", {}, text) : text));
  return make(
    "li",
    { class: "pasaje" },
    make("p", { class: "nombre" }, make("a", { href, "data-abrir": "" }, title)),
    make("p", { class: "texto" }, place, "…", ...stretches, "…"),
  );
}

function hrefOf(term: SearchTerm, data: SearchData): string {
  return underBase(lessonOf(term, data).definition + term.id);
}

function toGlossaryLink(text: string): HTMLAnchorElement {
  return make("a", { href: `${base}glosario/` }, text);
}
