import { toSlideId } from "./address.ts";
import { wear } from "./stylesheet.ts";
import styles from "./reading.css?url";

const root = document.documentElement;

/** Slides one under the other, as a phone held upright shows them, each with what is said of it. */
export async function read(main: HTMLElement): Promise<void> {
  root.dataset["lectura"] = "";
  goTo(window.location.hash);
  window.addEventListener("hashchange", () => goTo(window.location.hash));
  const link = document.querySelector<HTMLAnchorElement>("[data-notas]");
  if (link === null) return;
  void wear(styles);
  // Offline, or where they were not published, each slide still leads to its section, which says the same.
  const response = await fetch(link.href).catch(() => undefined);
  if (response?.ok !== true) return;
  showNotes(main, new DOMParser().parseFromString(await response.text(), "text/html"));
  goTo(window.location.hash);
}

function goTo(hash: string): void {
  const id = toSlideId(hash);
  if (id !== "") document.getElementById(id)?.scrollIntoView({ block: "start", behavior: "instant" });
}

function showNotes(main: HTMLElement, notes: Document): void {
  for (const slide of main.querySelectorAll(".slides > section")) {
    const said = [...(notes.querySelector(`[data-diapositiva="${CSS.escape(slide.id)}"]`)?.children ?? [])];
    const texts = said.filter((child) => child.tagName !== "H2").map((child) => document.importNode(child, true));
    if (texts.length === 0) continue;
    const label = document.createElement("p");
    label.className = "rotulo";
    label.textContent = "Notas";
    const box = document.createElement("div");
    box.className = "notas";
    box.append(label, ...texts);
    slide.querySelector("footer")?.before(box);
  }
}
