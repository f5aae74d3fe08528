import type { SearchTerm } from "../../course/search-terms.ts";
import { base, lessonAt, lessonOf, type SearchData, underBase } from "./data.ts";
import { make, makeAction } from "./elements.ts";
import type { Passage } from "./engine.ts";
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
  const { definitions, passages, state } = answer;
  const final = state !== "partial";
  const empty = definitions.length + passages.length === 0;
  showCorrection(answer, places.correction, options);
  places.notice.replaceChildren(...toNotice(answer, options));
  places.list.setAttribute("aria-busy", String(!final));
  places.status.textContent = empty ? "" : countResults(answer);
  places.list.replaceChildren(
    ...definitions.slice(0, options.definitions).map((term, index) => toDefinition(term, answer, index === 0)),
    ...(passages.length > 0 ? [toPassageGroup(passages.slice(0, options.passages), answer.data)] : []),
  );
}

/** What an empty box shows: the terms of every lesson. */
export function showTerms(data: SearchData, { correction, status, notice, list }: Places): void {
  correction.hidden = true;
  status.textContent = "";
  notice.replaceChildren();
  list.setAttribute("aria-busy", "false");
  list.replaceChildren(
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
export function showFailure({ correction, status, notice, list }: Places, retry: () => void): void {
  correction.hidden = true;
  status.textContent = "";
  notice.replaceChildren(
    make(
      "p",
      {},
      "La búsqueda no cargó. ",
      toGlossaryLink("Ver el glosario A–Z"),
      ". ",
      makeAction("Reintentar", retry),
    ),
  );
  list.setAttribute("aria-busy", "false");
  list.replaceChildren();
}

function showCorrection({ text, corrected }: Answer, place: HTMLElement, { searchLiterally }: ViewOptions): void {
  place.hidden = corrected === undefined;
  if (corrected === undefined) return;
  const literally = makeAction(`Buscar «${text.trim()}» tal cual`, searchLiterally);
  place.replaceChildren("Resultados para ", make("strong", {}, corrected.trim()), ". ", literally);
}

function toNotice({ text, definitions, passages, nearest, data, state }: Answer, { retry }: ViewOptions): Node[] {
  const notices: Node[] = [];
  if (state === "partial") {
    if (definitions.length === 0) notices.push(make("p", { class: "buscando" }, "Buscando…"));
    return notices;
  }
  if (state === "failed") {
    const what =
      passages.length > 0
        ? "Los textos de las definiciones no cargaron. "
        : "La búsqueda completa no cargó. Se muestran solo los términos del glosario. ";
    notices.push(make("p", {}, what, makeAction("Reintentar", retry)));
  }
  if (definitions.length + passages.length === 0) {
    // Without the engine only the names are known to lack it.
    const sentence = state === "failed" ? "Ningún término se llama" : "No hay resultados para";
    const links = nearest.flatMap((term, index) => [
      index > 0 ? ", " : "",
      make("a", { href: hrefOf(term, data) }, term.term),
    ]);
    const near = links.length > 0 ? ["Lo más parecido: ", ...links, ". "] : [];
    notices.push(make("p", {}, `${sentence} «${text.trim()}». `, ...near, toGlossaryLink("Ver el glosario A–Z")));
  }
  return notices;
}

function toDefinition(term: SearchTerm, { data, words }: Answer, whole: boolean): HTMLLIElement {
  const lesson = lessonOf(term, data);
  const { text, confusion, source } = words?.definitions[term.id] ?? {};
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
