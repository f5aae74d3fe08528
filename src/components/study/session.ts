import type { CardKey } from "../../course/card.ts";
import { toSpan } from "../../course/study-day.ts";
import { grade, intervals, type Rating, ratings } from "../../course/study-schedule.ts";
import { answer, minutesLeft, type Session, startSession } from "../../course/study-session.ts";
import { draw, make } from "./elements.ts";
import { drawEvents } from "./events.ts";
import { type Face, toFace } from "./face.ts";
import type { StudyStore } from "./store.ts";
import type { Texts } from "./texts.ts";

const names = ["No salió", "Con esfuerzo", "Bien", "Fácil"];

interface SessionOptions {
  study: StudyStore;
  texts: Texts;
  /** No card waits longer than this many days. */
  longest: number | undefined;
  /** A sentence when the progress cannot be kept. */
  notice: () => string | undefined;
  close: () => void;
}

/** Runs a sitting in `place`: a card, its answer, a grade, the next one; at the end what came of it. */
export function runSession(place: HTMLElement, queue: CardKey[], options: SessionOptions): void {
  const { study, texts, longest, close } = options;
  let session = startSession(queue.filter((key) => toFace(key, texts) !== undefined));
  let [elapsed, shownAt] = [0, Date.now()];
  let grading = false;

  const root = make("div", { class: "reparto" });
  place.replaceChildren(root);
  root.addEventListener("keydown", (event) => {
    // A key held down would answer cards unseen.
    if (event.repeat && [" ", "Enter"].includes(event.key)) return event.preventDefault();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return close();
    const button = root.querySelector<HTMLButtonElement>(`[data-tecla="${CSS.escape(event.key)}"]`);
    // On a control the space bar is its own.
    if (button === null || (event.key === " " && event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    button.click();
  });
  show();

  function show(): void {
    const key = session.queue[session.at];
    const face = key === undefined ? undefined : toFace(key, texts);
    if (key === undefined || face === undefined) return finish();
    shownAt = Date.now();
    const reveal = makeButton("Mostrar la respuesta", " ", "boton primario");
    reveal.setAttribute("aria-describedby", "frente");
    const foot = make("div", { class: "pie-de-tarjeta" }, reveal);
    const body = make(
      "div",
      { class: "tarjeta" },
      make("p", { class: "rotulo-de-tarjeta" }, face.label),
      make("div", { class: "frente", id: "frente" }, ...face.front),
    );
    reveal.addEventListener("click", () => revealAnswer(key, face, body, foot));
    root.replaceChildren(head(), body, foot);
    reveal.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function revealAnswer(key: CardKey, face: Face, body: HTMLElement, foot: HTMLElement): void {
    body.append(make("div", { class: "dorso", id: "dorso" }, ...face.back));
    const waits = intervals(study.progress.get(key), Date.now(), longest);
    const buttons = ratings.map((rating, index) => {
      const button = makeButton(names[index] ?? "", String(rating), "boton nota-de-tarjeta");
      button.append(make("span", {}, toSpan(waits[index] ?? 0)));
      button.addEventListener("click", () => void rate(key, rating));
      return button;
    });
    foot.replaceChildren(
      make("p", { id: "cuanto-costo" }, "¿Cuánto costó recordarlo?"),
      make("div", { class: "notas-de-tarjeta", role: "group", "aria-labelledby": "cuanto-costo" }, ...buttons),
    );
    buttons[2]?.setAttribute("aria-describedby", "dorso");
    buttons[2]?.focus({ preventScroll: true });
  }

  async function rate(key: CardKey, rating: Rating): Promise<void> {
    // One answer a card, however fast it is pressed.
    if (grading) return;
    grading = true;
    const now = Date.now();
    elapsed += Math.min(now - shownAt, 120_000);
    await study.answer(key, (kept) => grade(kept, rating, now, longest));
    session = answer(session, rating, (study.progress.get(key)?.due ?? now) - now);
    grading = false;
    show();
  }

  function head(): HTMLElement {
    const exit = makeButton("", "", "cerrar-tarjetas");
    exit.setAttribute("aria-label", "Dejar el repaso");
    exit.append(makeCross());
    exit.addEventListener("click", close);
    const over = session.at >= session.queue.length;
    const count = `${session.at + 1} de ${session.queue.length} · ${minutesLeft(session, elapsed)} min`;
    const notice = options.notice();
    return make(
      "div",
      { class: "cabeza-de-tarjetas" },
      make("div", {}, exit, make("h1", {}, "Repaso"), make("p", {}, over ? "" : count)),
      drawEvents(session.queue.length, session.at) as Element as HTMLElement,
      notice !== undefined && make("p", { class: "aviso-de-tarjetas", role: "status" }, notice),
    );
  }

  function finish(): void {
    const counts = names.flatMap((name, index) => {
      const count = session.answers.filter((rating) => rating === index + 1).length;
      return count === 0 ? [] : [make("li", {}, make("strong", {}, String(count)), ` ${name.toLowerCase()}`)];
    });
    const back = makeButton("Volver al repaso", "", "boton primario");
    back.addEventListener("click", close);
    root.replaceChildren(
      head(),
      make(
        "div",
        { class: "tarjeta" },
        make("h2", {}, "Listo por ahora"),
        make("p", {}, whatComes(session, study)),
        make("ul", { class: "resultado-de-tarjetas" }, ...counts),
      ),
      make("div", { class: "pie-de-tarjeta" }, back),
    );
    back.focus({ preventScroll: true });
  }
}

function whatComes({ queue, answers }: Session, { progress }: StudyStore): string {
  const cards = new Set(queue).size;
  const said = `${cards === 1 ? "1 tarjeta" : `${cards} tarjetas`}, ${answers.length === 1 ? "1 respuesta" : `${answers.length} respuestas`}.`;
  const next = Math.min(...queue.map((key) => progress.get(key)?.due ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(next) ? `${said} La próxima vuelve en ${toSpan(Math.max(0, next - Date.now()))}.` : said;
}

function makeButton(text: string, key: string, classes: string): HTMLButtonElement {
  return make("button", { type: "button", class: classes, ...(key !== "" && { "data-tecla": key }) }, text);
}

/** The cross of Lucide. */
function makeCross(): SVGSVGElement {
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": "1.75", "stroke-linecap": "round" };
  const icon = draw("svg", { class: "icono", viewBox: "0 0 24 24", "aria-hidden": "true", ...stroke });
  icon.append(draw("path", { d: "M18 6 6 18M6 6l12 12" }));
  return icon;
}
