import { html, type Markup } from "../html.ts";
import { formatNumber } from "../number.ts";
import type { Processor } from "./processors.ts";

const months = ["ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."];

/** The data as a table, from which the browser reads them: cells hold the figures of `procesadores.csv`. */
export function drawData(processors: readonly Processor[]): Markup {
  return html`<div class="isla-tabla" tabindex="0" role="group" aria-label="Datos">
    <table>
      <thead>
        <tr>
          <th scope="col">Procesador</th>
          <th scope="col">Fecha</th>
          ${["Transistores", "MHz", "W", "Núcleos", "Hilos"].map(
            (name) => html`<th scope="col" class="numero">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${processors.map(
          ({ name, year, month, kind, multiDie, sure, transistors, clock, power, cores, threads }) =>
            html`<tr data-tipo="${kind}${multiDie && " varias"}${sure && " segura"}">
              <th scope="row">${name}</th>
              <td>${month !== undefined && `${months[month - 1]} `}${year}</td>
              ${[transistors, clock, power, cores, threads].map(
                (figure) => html`<td class="numero">${figure === undefined ? "" : toFigure(figure)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The rows of a table that {@link drawData} drew. */
export function readTable(island: Element): Processor[] {
  return [...island.querySelectorAll<HTMLElement>(".isla-datos tbody tr")].map((row) => {
    const [name = "", date = "", ...figures] = [...row.children].map(({ textContent }) => textContent.trim());
    const [transistors, clock, power, cores, threads] = figures.map((text) =>
      text === "" ? undefined : Number(text.replace(",", ".").replaceAll("\u00a0", "")),
    );
    const [kind = "cpu", ...marks] = (row.dataset["tipo"] ?? "").split(" ");
    const month = months.indexOf(date.split(" ")[0] ?? "");
    return {
      name,
      year: Number(date.slice(-4)),
      month: month < 0 ? undefined : month + 1,
      kind: kind as Processor["kind"],
      multiDie: marks.includes("varias"),
      sure: marks.includes("segura"),
      transistors,
      clock,
      power,
      cores,
      threads,
    };
  });
}

function toFigure(figure: number): string {
  return formatNumber(figure, /\.(\d+)/.exec(String(figure))?.[1]?.length ?? 0);
}
