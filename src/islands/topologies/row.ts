import { type Content, html, type Markup } from "../html.ts";

/** A row of numbers, one for each network. */
export function row(words: string, cells: Content[], classes = ""): Markup {
  return html`<tr ${classes !== "" && html`class="${classes}"`}>
    <th scope="row">${words}</th>
    ${cells.map((cell) => html`<td class="numero">${cell}</td>`)}
  </tr>`;
}
