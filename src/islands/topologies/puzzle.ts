import type { Verdict } from "../bet.ts";
import { list } from "../sentence.ts";
import { count } from "./names.ts";
import { measureNetwork } from "./network.ts";
import { panelsOf } from "./panel.ts";
import type { Puzzle, Scenario } from "./scenario.ts";

/** What each puzzle asks of the first network. */
export function writePuzzle(scenario: Scenario, puzzle: Puzzle): string {
  const name = panelsOf(scenario)[0]!.name.toLowerCase();
  return puzzle === "partir"
    ? `Partir la red «${name}» con las menos caídas posibles.`
    : `Dejar la red «${name}» en dos partes iguales, sin nadie aislado.`;
}

/** Whether what fell solves the puzzle, whichever it is, or what is missing. */
export function checkPuzzle(scenario: Scenario): Verdict {
  return scenario.puzzle === "partir" ? checkParted(scenario) : checkHalves(scenario);
}

function checkParted(scenario: Scenario): Verdict {
  const { network, damage, remains } = panelsOf(scenario)[0]!;
  const { groups, survivors } = remains;
  const fallen = damage.nodes.size + damage.links.size;
  const { nodeConnectivity: fewest } = measureNetwork(network);
  if (network.kind === "malla") {
    return wrong("Con nodos no se puede: los que quedan siempre están unidos. Elegir otra red.");
  }
  if (fallen === 0) return wrong("Todavía no cayó nada.");
  const falls = count(fallen, "caída", "caídas");
  if (groups.length > 1 && fallen === fewest) {
    return {
      right: true,
      words: `✓ Con ${falls} queda en ${groups.length} partes, y con menos no se puede: κ = ${fewest}.`,
    };
  }
  if (groups.length > 1) return wrong(`Se partió, pero con ${falls}: se puede con menos.`);
  if (survivors < 2) return wrong("Ya no queda nadie a quien separar.");
  return wrong(
    fallen < fewest
      ? `Con ${falls} sigue entera: hace falta alguna más.`
      : `Con ${falls} sigue entera: eligiendo otras, alcanza con ${fewest}.`,
  );
}

function checkHalves(scenario: Scenario): Verdict {
  const sizes = panelsOf(scenario)[0]!.remains.groups.map(({ length }) => length);
  const sorted = sizes.sort((a, b) => b - a);
  if (sorted.length < 2) return wrong("Por ahora hay una sola parte.");
  const parts = `Quedan partes de ${list(sorted)}`;
  if (sorted.length > 2) return wrong(`${parts}: son ${sorted.length}, y tienen que ser dos.`);
  if (sorted[0] !== sorted[1]) return wrong(`${parts}: no son iguales.`);
  if (sorted[0] === 1) return wrong(`${parts}: son dos nodos aislados.`);
  return { right: true, words: `✓ ${parts}: ninguna tiene mayoría para seguir sola.` };
}

function wrong(words: string): Verdict {
  return { right: false, words };
}
