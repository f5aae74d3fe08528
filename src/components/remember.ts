import { readStored, store } from "./storage.ts";

/** The last lesson read on this device is marked on the home map. */
export function remember(): void {
  const lesson = document.querySelector<HTMLElement>("main[data-leccion]")?.dataset["leccion"];
  if (lesson !== undefined) store("ultima", lesson);
  const last = readStored("ultima");
  const events = [...document.querySelectorAll<SVGElement | HTMLElement>("[data-leccion]:not(main)")].filter(
    (candidate) => candidate.dataset["leccion"] === last,
  );
  if (events.length === 0) return;
  for (const event of events) event.dataset["ultima"] = "";
  const legend = document.querySelector<HTMLElement>(".ultima-leida");
  if (legend) legend.hidden = false;
}
