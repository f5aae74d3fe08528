import { html, type Markup } from "../html.ts";
import { floorsOf, KINDS } from "./model.ts";
import { kindWords, nameOfLevel } from "./words.ts";

/** The three stacks as a table: the same floor in the same row. */
export function drawTable(): Markup {
  const floors = floorsOf("type-2").toReversed();
  return html`<div class="isla-tabla" tabindex="0" role="group" aria-label="Las tres pilas">
    <table>
      <thead>
        <tr>
          <th scope="col">Piso</th>
          ${KINDS.map((kind) => html`<th scope="col">${kindWords[kind]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${floors.map(
          ({ level, own }) =>
            html`<tr>
              <th scope="row">${nameOfLevel("type-2", level)}</th>
              ${KINDS.map((kind) => {
                const missing = floorsOf(kind).some((floor) => floor.level === level && floor.missing);
                const words =
                  level === "monitor" ? nameOfLevel(kind, level).toLowerCase() : own ? "uno por programa" : "uno";
                return html`<td>${missing ? "✗ no hay" : words}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
