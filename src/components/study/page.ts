import { type Card, type CardKey, toCards } from "../../course/card.ts";
import { type Day, readDay } from "../../course/study-day.ts";
import { type Plan, toPlan } from "../../course/study-plan.ts";
import { todayQueue, weakestFirst, wholeQueue } from "../../course/study-queue.ts";
import { offerCopies } from "./copies.ts";
import { keepValue, recallValue } from "./device.ts";
import { offerOffline } from "./offline.ts";
import { StudyStore } from "./store.ts";
import { loadTexts } from "./texts.ts";

const rows = [...document.querySelectorAll<HTMLElement>("[data-repaso]")];
const cards = rows.flatMap(readCards);
const exam = document.querySelector<HTMLInputElement>("#examen")!;
const sitting = document.querySelector<HTMLElement>(".sesion")!;
const status = document.querySelector<HTMLElement>("#aviso-de-repaso")!;
const today = document.querySelector<HTMLElement>("#plan-de-hoy")!;

const study = await StudyStore.open(show);
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-sesion]")) {
  button.addEventListener("click", () => begin(button.dataset["sesion"] ?? "", button));
}
offerOffline();
exam.value = readExam() ?? "";
exam.addEventListener("change", () => {
  keepValue("examen", readDay(exam.value));
  show();
});
addEventListener("popstate", () => void showSession(new URLSearchParams(location.search).get("sesion")));
offerCopies(study, { readExam, show: showExam });
show();
void showSession(new URLSearchParams(location.search).get("sesion"));

function readCards({ dataset }: HTMLElement): Card[] {
  return toCards(dataset["repaso"] ?? "", {
    definitions: listOf(dataset["definiciones"]),
    quotations: listOf(dataset["citas"]),
    questions: listOf(dataset["preguntas"]),
  });
}

function listOf(text: string | undefined): string[] {
  return text?.split(" ").filter(Boolean) ?? [];
}

function readExam(): Day | undefined {
  return readDay(recallValue("examen"));
}

function showExam(day: Day | undefined): void {
  keepValue("examen", day);
  exam.value = day ?? "";
  show();
}

function show(): void {
  const plan = toPlan(cards, study.progress, Date.now(), readExam());
  today.textContent = sayToday(plan);
  status.textContent = sayTrouble() ?? "";
  const when = plan.days === undefined ? "hoy" : "el día del examen";
  document.querySelector(".epigrafe-de-repaso")!.textContent =
    `Recuerdo: la parte de la lección que se recordaría ${when} sin más repaso. Lo que no se vio cuenta cero.`;
  for (const lesson of plan.lessons) {
    const row = rows.find(({ dataset }) => dataset["repaso"] === lesson.slug);
    const share = `${Math.round(lesson.recall * 100)} %`;
    const due = lesson.due === 0 ? "" : ` · ${lesson.due === 1 ? "vence 1" : `vencen ${lesson.due}`}`;
    const words =
      lesson.seen === 0 ? "sin empezar" : `${lesson.seen} de ${lesson.cards} vistas${due} · recuerdo ${share}`;
    row!.querySelector(".estado")!.textContent = words;
    const [, covered, event] = row!.querySelector("svg")!.children;
    covered!.setAttribute("x2", `${lesson.recall * 100}%`);
    event!.setAttribute("fill", lesson.seen === 0 ? "var(--papel)" : "var(--resaltador)");
    event!.setAttribute("cx", `${lesson.recall * 100}%`);
  }
}

function sayToday({ due, fresh, days, unseen }: Plan): string {
  const expired = due === 1 ? "Vence hoy 1 tarjeta" : `Vencen hoy ${due} tarjetas`;
  const first = due === 0 ? "No vence nada hoy" : expired;
  const second = fresh === 0 ? "" : ` y ${fresh === 1 ? "hay 1 nueva" : `hay ${fresh} nuevas`} para empezar`;
  if (days === undefined) return `${first}${second}.`;
  const left = days === 0 ? "El examen es hoy" : days === 1 ? "Falta 1 día" : `Faltan ${days} días`;
  const rest = unseen === 0 ? "ya se vieron todas las tarjetas" : `quedan ${unseen} tarjetas sin ver`;
  return `${first}${second}. ${left}: ${rest}.`;
}

function sayTrouble(): string | undefined {
  if (study.trouble === "full") {
    return "No se puede guardar el progreso: no queda lugar en este dispositivo. Se puede repasar igual; al cerrar se pierde.";
  }
  if (study.trouble === "blocked") {
    return "No se puede guardar el progreso: el navegador bloquea el almacenamiento. Se puede repasar igual; al cerrar se pierde.";
  }
  return undefined;
}

function queueOf(kind: string): CardKey[] {
  const now = Date.now();
  if (kind === "hoy")
    return todayQueue(cards, study.progress, now, toPlan(cards, study.progress, now, readExam()).fresh);
  if (kind === "ultima-noche") return weakestFirst(cards, study.progress, now);
  return wholeQueue(
    cards.filter(({ lesson, key }) => lesson === kind || key.startsWith(`${kind}:`)),
    study.progress,
    now,
  );
}

let opener: HTMLElement | undefined;

function begin(kind: string, button: HTMLElement): void {
  opener = button;
  // Asked with the press of a button, when it means something: browsers may ask the reader.
  void navigator.storage?.persist?.();
  if (queueOf(kind).length === 0) {
    status.textContent = "No hay tarjetas para hoy. Se puede repasar una lección o todas, con «Última noche».";
    return;
  }
  history.pushState(null, "", `?sesion=${encodeURIComponent(kind)}`);
  void showSession(kind);
}

async function showSession(kind: string | null): Promise<void> {
  const queue = kind === null ? [] : queueOf(kind);
  if (queue.length === 0) return close();
  status.textContent = "Se traen las tarjetas…";
  try {
    const [texts, { runSession }] = await Promise.all([loadTexts(), import("./session.ts"), loadFaces()]);
    document.body.classList.add("en-sesion");
    sitting.hidden = false;
    const { longest } = toPlan(cards, study.progress, Date.now(), readExam());
    runSession(sitting, queue, { study, texts, longest, notice: sayTrouble, close: leave });
  } catch {
    status.textContent = "No se pudieron traer las tarjetas: no hay conexión. Conviene probar otra vez.";
  }
}

// What the cards show in italics, and their arrow: a face that comes after its words is not used any more.
function loadFaces(): Promise<unknown> {
  return Promise.allSettled([document.fonts.load("italic 1rem Chivo"), document.fonts.load("1rem Signos", "→")]);
}

function leave(): void {
  // Back to the address without a sitting, so that the button «atrás» does not open it again.
  history.replaceState(null, "", location.pathname);
  close();
}

function close(): void {
  if (sitting.hidden) return;
  document.body.classList.remove("en-sesion");
  sitting.hidden = true;
  sitting.replaceChildren();
  show();
  (opener ?? document.querySelector<HTMLElement>("[data-sesion]"))?.focus();
}
