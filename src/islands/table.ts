import { type Content, html, type Markup } from "./html.ts";

export interface Table {
  caption?: Content;
  heads?: readonly string[];
  /** The first column that holds numbers. */
  numbersFrom?: number;
  kind?: string;
}

/** @param rows each made with {@link drawRow} */
export function drawTable({ caption, heads, numbersFrom, kind = "" }: Table, rows: readonly Content[]): Markup {
  return html`<table class="${kind}">
    ${
      caption !== undefined &&
      html`<caption>
        ${caption}
      </caption>`
    }
    ${
      heads &&
      html`<thead>
        <tr>
          ${heads.map((head, at) => drawCell(head, at, head === "" ? "td" : "col", numbersFrom))}
        </tr>
      </thead>`
    }
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** A row, whose first cell says what it is of. */
export function drawRow(cells: readonly Content[], numbersFrom?: number, kind = ""): Markup {
  return html`<tr ${kind !== "" && html`class="${kind}"`}>
    ${cells.map((cell, at) => drawCell(cell, at, at === 0 ? "row" : "td", numbersFrom))}
  </tr>`;
}

function drawCell(content: Content, at: number, scope: string, numbersFrom = Infinity): Markup {
  const kind = at >= numbersFrom && html`class="numero"`;
  return scope === "td" ? html`<td ${kind}>${content}</td>` : html`<th scope="${scope}" ${kind}>${content}</th>`;
}

/** A table that may be wider than its place: it scrolls, by keys too. */
export function drawWide(label: string, table: Markup): Markup {
  return html`<div class="isla-tabla" tabindex="0" role="group" aria-label="${label}">${table}</div>`;
}
