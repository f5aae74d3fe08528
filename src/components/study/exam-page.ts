import { drawExam, type ExamRequest, readExamRequest, writeExamRequest } from "../../course/mock-exam.ts";
import { showExam } from "./exam.ts";
import { loadTexts } from "./texts.ts";

// The page of the mock exam: the form draws one, and its address is the exam.
const form = document.querySelector<HTMLFormElement>(".sorteo")!;
const topic = form.querySelector<HTMLSelectElement>("#tema")!;
const status = form.querySelector<HTMLElement>("[role=status]")!;
const place = document.querySelector<HTMLElement>(".examen")!;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const search = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name.replace("[]", ""), String(value)]),
  );
  search.set("semilla", Math.random().toString(36).slice(2, 8));
  const request = readExamRequest(search)!;
  history.pushState(null, "", `?${writeExamRequest(request)}`);
  void open(request);
});
addEventListener("popstate", openAddress);
openAddress();

function openAddress(): void {
  const request = readExamRequest(new URLSearchParams(location.search));
  if (request === undefined) return leave();
  void open(request);
}

async function open(request: ExamRequest): Promise<void> {
  const option = [...topic.options].find(({ value }) => value === request.topic) ?? topic.options[0]!;
  topic.value = option.value;
  status.textContent = "Se traen las preguntas…";
  try {
    const texts = await loadTexts();
    const lessons = option.dataset["lecciones"]?.split(" ") ?? [];
    const exam = drawExam([...texts.questions.values()], lessons, request);
    if (exam.length === 0) {
      status.textContent = "No hay preguntas de esa dificultad en ese tema.";
      return;
    }
    status.textContent = "";
    document.body.classList.add("en-examen");
    place.hidden = false;
    showExam(place, exam, request, { texts, topic: option.text.trim(), leave });
  } catch {
    status.textContent = "No se pudieron traer las preguntas: no hay conexión. Conviene probar otra vez.";
  }
}

function leave(): void {
  if (location.search !== "") history.replaceState(null, "", location.pathname);
  document.body.classList.remove("en-examen");
  place.hidden = true;
  place.replaceChildren();
}
