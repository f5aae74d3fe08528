import { readStored, store } from "./storage.ts";

/** The last lesson read on this device is marked on the home map. */
export function remember(): void {
  const lesson = document.querySelector<HTMLElement>("main[data-leccion]")?.dataset["leccion"];
  if (lesson !== undefined) store("ultima", lesson);
  const last = readStored("ultima");
  const event = [...document.querySelectorAll<SVGElement>(".lineas [data-leccion]")].find(
    (candidate) => candidate.dataset["leccion"] === last,
  );
  if (event === undefined) return;
  event.dataset["ultima"] = "";
  const legend = document.querySelector<HTMLElement>(".ultima-leida");
  if (legend) legend.hidden = false;
}
