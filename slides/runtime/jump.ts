import { fetchTerms, readTerms, type SearchData, underBase } from "../../src/components/search/data.ts";
import { rankNames } from "../../src/course/search-names.ts";
import { readQuery, toWords } from "../../src/course/search-query.ts";
import { make, openDialog } from "./dialog.ts";

const most = { slides: 6, terms: 5 };

interface Choice {
  label: string;
  detail: string;
  choose: () => void;
}

/**
 * Asks for a slide by its number, by words of its title, or by what it defines.
 * @param deck the document with the slides
 * @param go shows the slide with an id
 */
export function openJump(deck: Document, go: (id: string) => void): void {
  const slides = [...deck.querySelectorAll<HTMLElement>(".slides > section")];
  const field = make("input");
  field.type = "search";
  field.autocomplete = "off";
  field.setAttribute("aria-label", `Un número de 1 a ${slides.length}, un título o un término`);
  field.placeholder = `de 1 a ${slides.length}, un título o un término`;
  const list = make("ol");
  const status = make("p");
  status.setAttribute("role", "status");
  const form = make("form", field, status, list);
  const dialog = openDialog("Ir a una diapositiva", form);
  let terms: SearchData | undefined;
  void prepare();

  const leave = (act: () => void) => () => {
    dialog.close();
    act();
  };
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("button")?.click();
  });
  form.addEventListener("keydown", walk);
  field.focus();
  show();

  // Without the terms, numbers and titles are found all the same.
  async function prepare(): Promise<void> {
    terms = await fetchTerms()
      .then(readTerms)
      .catch(() => undefined);
    show();
  }

  function show(): void {
    const choices = field.value.trim() === "" ? [] : [...findSlides(field.value), ...findTerms(field.value)];
    const buttons = () => [...list.querySelectorAll("button")];
    // The terms may come when somebody is on the list already; they go after what is there.
    const at = buttons().findIndex((button) => button === document.activeElement);
    list.replaceChildren(...choices.map(toItem));
    if (at >= 0) (buttons()[at] ?? field).focus();
    status.textContent =
      field.value.trim() !== "" && choices.length === 0 ? "Nada en este mazo ni en el glosario." : "";
  }

  function findSlides(asked: string): Choice[] {
    const number = /^\d+$/u.test(asked.trim()) ? Number(asked) : undefined;
    const words = toWords(asked);
    return slides
      .map((slide, index) => ({ id: slide.id, index, title: titleOf(slide) }))
      .filter(({ index, title }) =>
        number === undefined
          ? words.every((word) => toWords(title).some((other) => other.startsWith(word)))
          : index + 1 === number,
      )
      .slice(0, most.slides)
      .map(({ id, index, title }) => ({ label: title, detail: String(index + 1), choose: leave(() => go(id)) }));
  }

  function findTerms(asked: string): Choice[] {
    if (terms === undefined || /^\d+$/u.test(asked.trim())) return [];
    const { named, lessons, course } = terms;
    return rankNames(named, readQuery(asked, course))
      .slice(0, most.terms)
      .map(({ id, term, lesson }) => {
        const taught = slides.findIndex(
          (slide) => slide.querySelector(`[id="def-${id}"], [id$="--def-${id}"]`) !== null,
        );
        const slide = slides[taught];
        if (slide !== undefined)
          return { label: term, detail: `definición, ${taught + 1}`, choose: leave(() => go(slide.id)) };
        const href = underBase(`${lessons[lesson]?.definition ?? ""}${id}`);
        return {
          label: term,
          detail: `en el apunte: ${lessons[lesson]?.title ?? ""}`,
          choose: leave(() => void window.open(href, "_blank")),
        };
      });
  }

  function walk(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const stops = [field, ...list.querySelectorAll("button")];
    event.preventDefault();
    stops[Math.max(0, stops.indexOf(document.activeElement as HTMLElement & HTMLInputElement) + step)]?.focus();
  }
}

function toItem({ label, detail, choose }: Choice): HTMLElement {
  const small = make("small", detail);
  const button = make("button", label, " ", small);
  button.type = "button";
  button.addEventListener("click", choose);
  return make("li", button);
}

function titleOf(slide: HTMLElement): string {
  return (slide.getAttribute("aria-label") ?? "").replace(/^\d+ de \d+: /u, "");
}
