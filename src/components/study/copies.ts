import { largestCopy, readCopy, writeCopy } from "../../course/study-copy.ts";
import type { Day } from "../../course/study-day.ts";
import type { StudyStore } from "./store.ts";

interface Exam {
  readExam: () => Day | undefined;
  show: (day: Day | undefined) => void;
}

/** The buttons that save a copy of the progress, bring one in, and forget it. */
export function offerCopies(study: StudyStore, exam: Exam): void {
  const place = document.querySelector<HTMLElement>("#progreso")!;
  const status = place.querySelector<HTMLElement>("[role=status]")!;
  const file = place.querySelector<HTMLInputElement>("input[type=file]")!;
  const say = (words: string) => (status.textContent = words);

  place.querySelector("#guardar")!.addEventListener("click", () => {
    download(writeCopy(study.progress, exam.readExam()), `repaso-${new Date().toLocaleDateString("sv")}.json`);
    say(study.progress.size === 1 ? "Se guardó 1 tarjeta." : `Se guardaron ${study.progress.size} tarjetas.`);
  });

  place.querySelector("#traer")!.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void bring(chosen);
  });

  const forget = place.querySelector<HTMLButtonElement>("#borrar")!;
  forget.addEventListener("click", () => {
    if (forget.dataset["seguro"] === undefined) {
      forget.dataset["seguro"] = "";
      forget.textContent = "Borrar sin vuelta atrás";
      say("Se borra el progreso de todas las tarjetas en este dispositivo. Para confirmar, presionar otra vez.");
      return;
    }
    calm();
    void forgetAll();
  });
  forget.addEventListener("blur", calm);

  function calm(): void {
    delete forget.dataset["seguro"];
    forget.textContent = "Borrar el progreso";
  }

  async function forgetAll(): Promise<void> {
    await study.clear();
    exam.show(undefined);
    say("Se borró el progreso.");
  }

  async function bring(chosen: File): Promise<void> {
    // A copy has few letters with accents: bytes bound characters.
    const text = chosen.size > largestCopy * 2 ? "" : await chosen.text().catch(() => "");
    file.value = "";
    const read = readCopy(text);
    if ("problem" in read) return void say(read.problem);
    await study.merge(read.copy.progress, Date.now());
    if (read.copy.exam !== undefined) exam.show(read.copy.exam);
    const { size } = read.copy.progress;
    say(
      `Se sumó el progreso de ${size === 1 ? "1 tarjeta" : `${size} tarjetas`}; de cada una quedó el repaso más nuevo.`,
    );
  }
}

function download(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
