import { toMinutes } from "./duration.ts";
import { sumSeconds, type TalkSection, type TalkSlide } from "./talk.ts";

/** The talk as a line of process: a stretch for each section, as long as its minutes. */
export function drawPlan(line: HTMLElement, sections: readonly TalkSection[]): void {
  const list = line.querySelector("ol")!;
  list.replaceChildren(
    ...sections.map(({ title, seconds, from, to }) => {
      const item = document.createElement("li");
      item.dataset["desde"] = String(from);
      item.dataset["hasta"] = String(to);
      item.style.flexGrow = String(seconds);
      const words = document.createElement("span");
      const name = document.createElement("b");
      name.textContent = title;
      words.append(name, ` ${toMinutes(seconds)}`);
      words.title = words.textContent;
      item.append(words);
      return item;
    }),
  );
}

/** Moves the event to the present slide and the mark of the plan to the time that has passed. */
export function showPlan(
  line: HTMLElement,
  slides: readonly TalkSlide[],
  place: number,
  elapsed: number | undefined,
): void {
  const whole = Math.max(1, sumSeconds(slides));
  const share = (seconds: number) => `${Math.min(100, (100 * seconds) / whole)}%`;
  const here = share(sumSeconds(slides.slice(0, place)));
  for (const part of line.querySelectorAll<HTMLElement>(".recorrido, .evento")) {
    part.style.setProperty(part.matches(".evento") ? "left" : "width", here);
  }
  const mark = line.querySelector<HTMLElement>(".marca")!;
  mark.hidden = elapsed === undefined;
  mark.style.left = share(elapsed ?? 0);
  for (const item of line.querySelectorAll<HTMLElement>("li")) {
    const isHere = place >= Number(item.dataset["desde"]) && place < Number(item.dataset["hasta"]);
    if (isHere) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
}
