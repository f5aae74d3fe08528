import { drawBox } from "../controls.ts";
import { html, type Markup } from "../html.ts";
import { drawRow, drawTable } from "../table.ts";
import { toLinkName } from "./damage.ts";
import { letterOf, nameLink, nodeNumber, splitGroups } from "./names.ts";
import { linksOf, upTo } from "./network.ts";
import { type Panel, panelsOf } from "./panel.ts";
import { type Part, writePlace } from "./part.ts";
import type { Scenario } from "./scenario.ts";

/** Each network as a table: every node with its links, each with a box to let it fall. */
export function drawBoxes(scenario: Scenario): Markup {
  const { cursor } = scenario;
  return html`<div class="topo-tablas">
    ${panelsOf(scenario).map((panel) => {
      const chosen =
        cursor.panel === panel.index ? (typeof cursor.part === "number" ? cursor.part : cursor.part[0]) : 0;
      return drawNodes(panel, chosen);
    })}
  </div>`;
}

/** With more links than this, only those of the chosen node are listed. */
const mostListed = 40;

function drawNodes({ network, damage, remains, index, name }: Panel, chosen: number): Markup {
  const { together, alone } = splitGroups(remains);
  const few = network.links.length <= mostListed;
  const placeOf = (node: number) => {
    if (damage.nodes.has(node)) return "caído";
    if (node === network.relay) return "en pie";
    return alone.includes(node) ? "aislado" : `grupo ${letterOf(together.findIndex((group) => group.includes(node)))}`;
  };
  const linksFrom = (node: number) => {
    if (few) return network.links.filter(([low]) => low === node);
    return node === chosen ? linksOf(network, node) : [];
  };
  const box = (part: Part, words: string, standing: boolean) =>
    drawBox(`caer-${writePlace({ panel: index, part })}`, words, standing, { kind: "topo-casilla" });
  const caption = `${name}: qué está en pie${few ? "" : "; de los enlaces, los del nodo elegido"}`;
  return drawTable(
    { caption, heads: ["Nodo", "Estado", "Enlaces"], kind: "topo-casillas" },
    upTo(network.nodes).map((node) =>
      drawRow([
        box(node, nodeNumber(network, node), !damage.nodes.has(node)),
        placeOf(node),
        linksFrom(node).map((link) => [box(link, nameLink(network, link), !damage.links.has(toLinkName(link))), " "]),
      ]),
    ),
  );
}
