import { html, type Markup } from "../html.ts";
import { toLinkName } from "./damage.ts";
import { linksOf, upTo } from "./network.ts";
import { type Panel, panelsOf } from "./panel.ts";
import { type Part, writePlace } from "./part.ts";
import type { Scenario } from "./scenario.ts";
import { letterOf, nameLink, nodeNumber, splitGroups } from "./words.ts";

/** Each network as a table: every node with its links, each with a box to let it fall. */
export function drawTable(scenario: Scenario): Markup {
  const { cursor } = scenario;
  return html`<div class="topo-tablas">
    ${panelsOf(scenario).map((panel) => {
      const chosen =
        cursor.panel === panel.index ? (typeof cursor.part === "number" ? cursor.part : cursor.part[0]) : 0;
      return drawOne(panel, chosen);
    })}
  </div>`;
}

/** With more links than this, only those of the chosen node are listed. */
const mostListed = 40;

function drawOne({ network, damage, remains, index, name }: Panel, chosen: number): Markup {
  const { together, alone } = splitGroups(remains);
  const few = network.links.length <= mostListed;
  const placeOf = (node: number) => {
    if (damage.nodes.has(node)) return "caído";
    if (node === network.relay) return "en pie";
    return alone.includes(node) ? "aislado" : `grupo ${letterOf(together.findIndex((group) => group.includes(node)))}`;
  };
  return html`<table class="topo-casillas">
    <caption>
      ${name}: qué está en pie${!few && "; de los enlaces, los del nodo elegido"}
    </caption>
    <thead>
      <tr>
        <th scope="col">Nodo</th>
        <th scope="col">Estado</th>
        <th scope="col">Enlaces</th>
      </tr>
    </thead>
    <tbody>
      ${upTo(network.nodes).map((node) => {
        const links = few
          ? network.links.filter(([low]) => low === node)
          : node === chosen
            ? linksOf(network, node)
            : [];
        return html`<tr>
          <th scope="row">${drawBox(index, node, nodeNumber(network, node), !damage.nodes.has(node))}</th>
          <td>${placeOf(node)}</td>
          <td>
            ${links.map((link) => drawBox(index, link, nameLink(network, link), !damage.links.has(toLinkName(link))))}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function drawBox(panel: number, part: Part, words: string, standing: boolean): Markup {
  const place = writePlace({ panel, part });
  return html`<label class="topo-casilla"
    ><input type="checkbox" data-accion="caer-${place}" ${standing && html`checked`} /> ${words}</label
  > `;
}
