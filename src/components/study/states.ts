import { cardKey } from "../../course/card.ts";
import { endOfDay, toSpan } from "../../course/study-day.ts";
import { settle } from "../../course/study-recall.ts";
import { StudyStore } from "./store.ts";

// Where a definition links to its card, the link says when the card returns. Loaded only on a device that has studied.
const links = document.querySelectorAll<HTMLElement>("[data-tarjeta]");
const study = await StudyStore.open(show);
show();

function show(): void {
  const now = Date.now();
  for (const link of links) {
    const id = link.dataset["tarjeta"] ?? "";
    const known = [cardKey(id, "definir"), cardKey(id, "nombrar")].flatMap((key) => study.progress.get(key) ?? []);
    const due = Math.min(...known.map((progress) => settle(progress, now).due));
    const state = known.length === 0 ? "sin ver" : due < endOfDay(now) ? "vence hoy" : `vuelve en ${toSpan(due - now)}`;
    link.textContent = `Tarjeta: ${state}`;
  }
}
