import type { CardQuestion } from "../../course/card-texts.ts";
import { type ExamRequest, type Mark, toResult } from "../../course/mock-exam.ts";
import { make } from "./elements.ts";
import type { Texts } from "./texts.ts";

interface ExamOptions {
  texts: Texts;
  /** In words. */
  topic: string;
  leave: () => void;
}

const marks: [Mark, string][] = [
  [0, "Mal"],
  [0.5, "A medias"],
  [1, "Bien"],
];

/** An exam to be answered on paper: its questions and a clock, then the answers, and a result by lesson. */
export function showExam(place: HTMLElement, exam: CardQuestion[], request: ExamRequest, options: ExamOptions): void {
  const given = new Map<string, Mark>();
  const clock = make("p", { class: "reloj-de-examen", role: "timer" });
  const result = make("div", { class: "resultado-de-examen", role: "status" });
  const start = make("button", { type: "button", class: "boton primario" }, "Empezar a contar el tiempo");
  const reveal = make("button", { type: "button", class: "boton" }, "Terminar y ver las respuestas");
  const heading = make("h2", { tabindex: "-1" }, `Examen «${request.seed}»`);
  const items = exam.map((question) =>
    toItem(question, options.texts, (mark) => {
      given.set(question.id, mark);
      showResult();
    }),
  );
  let timer: ReturnType<typeof setInterval> | undefined;

  start.addEventListener("click", () => {
    const end = Date.now() + request.minutes * 60_000;
    const tick = () => {
      // The address moved on: another exam, or none.
      if (!clock.isConnected) return clearInterval(timer);
      clock.textContent = sayLeft(end - Date.now());
    };
    timer = setInterval(tick, 1000);
    tick();
    start.remove();
    reveal.classList.add("primario");
    reveal.focus();
  });
  reveal.addEventListener("click", () => {
    clearInterval(timer);
    place.dataset["corregido"] = "";
    for (const part of [start, reveal]) part.remove();
    showResult();
    heading.focus();
  });

  delete place.dataset["corregido"];
  clock.textContent = `${count(exam.length, "pregunta", "preguntas")}, ${count(request.minutes, "minuto", "minutos")}. ${options.topic}.`;
  place.replaceChildren(
    heading,
    clock,
    make(
      "p",
      { class: "botones-de-examen" },
      start,
      reveal,
      makeLink("Imprimir", () => window.print()),
      makeLink("Otro sorteo", options.leave),
    ),
    make("ol", { class: "preguntas-de-examen" }, ...items),
    result,
    make(
      "section",
      { class: "respuestas-impresas" },
      make("h2", {}, "Respuestas"),
      make("ol", {}, ...exam.map(({ answer }) => make("li", {}, answer))),
    ),
  );
  heading.focus();

  function showResult(): void {
    const rows = toResult(exam, given).map(({ lesson, points, questions }) => {
      const title = options.texts.lessons.get(lesson)?.title ?? lesson;
      return make("tr", {}, make("th", { scope: "row" }, title), make("td", {}, `${number(points)} de ${questions}`));
    });
    const points = [...given.values()].reduce<number>((sum, mark) => sum + mark, 0);
    const left = exam.length - given.size;
    result.replaceChildren(
      make("h3", {}, `Resultado: ${number(points)} de ${exam.length}`),
      make("p", {}, left === 0 ? "Todas corregidas." : `Faltan corregir ${left}.`),
      make("table", {}, make("tbody", {}, ...rows)),
    );
  }
}

function toItem(question: CardQuestion, texts: Texts, give: (mark: Mark) => void): HTMLElement {
  const { id, kind, difficulty, lesson, question: words, answer, notes } = question;
  const buttons = marks.map(([mark, name]) => {
    const button = make("button", { type: "button", class: "boton", "aria-pressed": "false" }, name);
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      give(mark);
    });
    return button;
  });
  return make(
    "li",
    { "data-pregunta": id },
    make(
      "p",
      { class: "rotulo-de-tarjeta" },
      `${texts.lessons.get(lesson)?.title ?? ""} · ${kind} · dificultad ${difficulty} de 3`,
    ),
    make("p", { class: "pregunta-de-examen" }, words),
    make(
      "div",
      { class: "respuesta-de-examen" },
      make("p", {}, answer),
      make("p", { class: "enlaces-de-tarjeta" }, make("a", { href: notes }, "Ver en el apunte")),
      make("div", { class: "notas-de-examen", role: "group", "aria-label": "Cómo salió" }, ...buttons),
    ),
  );
}

function makeLink(text: string, act: () => void): HTMLElement {
  const button = make("button", { type: "button", class: "enlace" }, text);
  button.addEventListener("click", act);
  return button;
}

function sayLeft(milliseconds: number): string {
  if (milliseconds <= 0) return "Se cumplió el tiempo. Se puede terminar la respuesta y ver las correctas.";
  const seconds = Math.ceil(milliseconds / 1000);
  return `Quedan ${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

function count(amount: number, one: string, many: string): string {
  return amount === 1 ? `1 ${one}` : `${amount} ${many}`;
}

function number(value: number): string {
  return value.toLocaleString("es-AR");
}
