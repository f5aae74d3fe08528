import { readChoice, readNumber } from "../fields.ts";
import type { Stroke } from "../island.ts";
import { seededRandom } from "../random.ts";
import { skipped } from "./bet.ts";
import { nextTarget } from "./damage.ts";
import { area, between, endsOf, farFrom, layOut, type Point } from "./layout.ts";
import { kinds, linksOf, type Network, upTo } from "./network.ts";
import { fallenParts, type Part, type Place, readPlace, samePart, writePlace } from "./part.ts";
import {
  addFall,
  damageOf,
  type Fall,
  mostPanels,
  mostSteps,
  networksOf,
  puzzles,
  readScenario,
  type Scenario,
  writeScenario,
} from "./scenario.ts";

/** The scenario after an action of the view; the same one if the action or its value means nothing. */
export function act(scenario: Scenario, action: string, value: string, stroke?: Stroke): Scenario {
  const [name = "", target = ""] = action.split("-", 2).length === 2 ? splitOnce(action) : [action];
  switch (name) {
    case "caer":
      return fall(
        scenario,
        target !== "" ? target : /^[a-c]$/.test(value) ? nearestPart(scenario, value, stroke) : value,
      );
    case "azar":
      return fallInEach(scenario, randomNode);
    case "ataque":
      return fallInEach(scenario, (network, damage) => nextTarget(network, damage));
    case "restaurar":
      return restore(scenario);
    case "foco":
      return changed(scenario, { cursor: readPlace(value, networksOf(scenario)) ?? scenario.cursor });
    case "red":
      return chooseKind(scenario, Number(target), value);
    case "redes":
      return reread(scenario, { redes: panelsOf(scenario, Number(value)).join(","), apuesta: "" });
    case "nodos":
      return reread({ ...scenario, step: 0 }, { nodos: value, apuesta: "", a: "" });
    case "saltear":
      return changed(scenario, { bet: scenario.bet ?? skipped });
    case "apostar":
      return readScenario({ apuesta: value }).bet === undefined ? scenario : changed(scenario, { bet: value });
    case "otra":
      return changed(scenario, { bet: undefined });
    case "curva":
      return changed(scenario, { failure: readChoice(value, ["azar", "ataque"], scenario.failure) });
    case "desafio":
      return changed(scenario, { puzzle: readChoice(value, puzzles, scenario.puzzle) });
    case "semilla":
    case "latido":
    case "espera":
    case "perdida":
    case "trafico":
    case "de":
    case "a":
      return changed(scenario, { talk: reread(scenario, { [name]: value }).talk });
    default:
      return scenario;
  }
}

function splitOnce(action: string): [string, string] {
  const dash = action.indexOf("-");
  return [action.slice(0, dash), action.slice(dash + 1)];
}

/** The same object if nothing differs. */
function changed(scenario: Scenario, changes: Partial<Scenario>): Scenario {
  const next = { ...scenario, ...changes };
  return JSON.stringify(next) === JSON.stringify(scenario) ? scenario : next;
}

/** With some fields written anew: what does not exist any more goes. */
function reread(scenario: Scenario, fields: Record<string, string>): Scenario {
  return changed(scenario, readScenario({ ...writeScenario(scenario), ...fields }));
}

function fall(scenario: Scenario, name: string): Scenario {
  const place = readPlace(name, networksOf(scenario));
  if (place === undefined) return scenario;
  const falls = addFall(scenario.falls, { step: scenario.step, ...place });
  return changed(scenario, { falls, cursor: place });
}

/** A finger may miss by so much of the drawing. */
const reach = 30;

/** The part of a network nearest to where it was pressed; nodes go before links. */
function nearestPart(scenario: Scenario, letter: string, stroke: Stroke | undefined): string {
  const panel = letter.charCodeAt(0) - 97;
  const network = networksOf(scenario)[panel];
  if (network === undefined || stroke === undefined) return "";
  const { points, radius } = layOut(network);
  const spot = { x: stroke.to.x * area.width, y: stroke.to.y * area.height };
  const distances = points.map((point) => between(point, spot) - radius);
  const node = distances.indexOf(Math.min(...distances));
  if (distances[node]! <= Math.max(2, reach / 4)) return writePlace({ panel, part: node });
  const ways = network.links.map((link) => farFrom(spot, ...endsOf(network, link)));
  const link = ways.indexOf(Math.min(...ways));
  const part = ways[link]! < distances[node]! ? network.links[link]! : node;
  return Math.min(ways[link]!, distances[node]!) <= reach ? writePlace({ panel, part }) : "";
}

type Choice = (network: Network, damage: ReturnType<typeof damageOf>, scenario: Scenario) => number | undefined;

function fallInEach(scenario: Scenario, choose: Choice): Scenario {
  return networksOf(scenario).reduce((next, network, panel) => {
    const node = choose(network, damageOf(next, panel), next);
    return node === undefined ? next : fall(next, writePlace({ panel, part: node }));
  }, scenario);
}

/** One of those that stand, drawn by the seed and by what happened before. */
const randomNode: Choice = ({ nodes }, damage, { talk, falls, step }) => {
  const standing = upTo(nodes).filter((node) => !damage.nodes.has(node));
  const draw = seededRandom(talk.seed ^ Math.imul(falls.length + 1, 0x27d4eb2f) ^ Math.imul(step, 0x165667b1))();
  return standing[Math.floor(draw * standing.length)];
};

function restore(scenario: Scenario): Scenario {
  if (scenario.step === 0) return changed(scenario, { falls: [] });
  const fallen = networksOf(scenario).flatMap((network, panel) => {
    return fallenParts(network, damageOf(scenario, panel)).map((part) => ({ step: scenario.step, panel, part }));
  });
  return changed(scenario, { falls: fallen.reduce<readonly Fall[]>(addFall, scenario.falls) });
}

function chooseKind(scenario: Scenario, panel: number, value: string): Scenario {
  const kind = kinds.find((one) => one === value);
  if (kind === undefined || scenario.kinds[panel] === undefined) return scenario;
  const chosen = scenario.kinds.map((old, index) => (index === panel ? kind : old));
  const falls = scenario.falls.filter((one) => one.panel !== panel);
  return reread({ ...scenario, kinds: chosen, falls, step: 0 }, { apuesta: "" });
}

function panelsOf({ kinds: chosen }: Scenario, count: number): readonly string[] {
  const others = ["estrella", "anillo", "malla-parcial", "arbol"].filter((kind) => !chosen.some((one) => one === kind));
  return [...chosen, ...others].slice(0, readNumber(String(count), { from: 1, to: mostPanels }, chosen.length));
}

/** One step of the talk, while there are steps. */
export function stepOn(scenario: Scenario): Scenario | undefined {
  return scenario.step < mostSteps ? { ...scenario, step: scenario.step + 1 } : undefined;
}

const arrows: Record<string, Point> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** What a key does in the drawing, on the part with the focus. */
export function press(scenario: Scenario, key: string, on: string | undefined): readonly [string, string] | undefined {
  const networks = networksOf(scenario);
  const place = readPlace(on ?? "", networks) ?? scenario.cursor;
  const network = networks[place.panel]!;
  const go = (part: Part) => ["foco", writePlace({ panel: place.panel, part })] as const;
  const direction = arrows[key];
  if (direction !== undefined) return go(nodeTowards(network, place.part, direction));
  switch (key.toLowerCase()) {
    case "l":
      return go(nextLink(network, place));
    case "n":
      return go(typeof place.part === "number" ? place.part : place.part[0]);
    case "enter":
    case " ":
      return ["caer", writePlace(place)];
    case "x":
      return ["azar", ""];
    case "m":
      return ["ataque", ""];
    case "r":
      return ["restaurar", ""];
    case "z":
      return ["@deshacer", ""];
    case ".":
      return ["@paso", ""];
    default:
      return undefined;
  }
}

/** The nearest node within the right angle around a direction; the same one at the edge. */
function nodeTowards(network: Network, part: Part, direction: Point): number {
  const { points } = layOut(network);
  const from = typeof part === "number" ? part : part[0];
  const origin = points[from]!;
  const distances = points.map(({ x, y }) => {
    const along = (x - origin.x) * direction.x + (y - origin.y) * direction.y;
    const across = Math.abs((x - origin.x) * direction.y) + Math.abs((y - origin.y) * direction.x);
    return along <= 0 || across > along + 1 ? Infinity : along + across * 1.5;
  });
  const nearest = Math.min(...distances);
  return nearest === Infinity ? from : distances.indexOf(nearest);
}

/** The links of a node one after the other, each seen from it. */
function nextLink({ links }: Network, { part }: Place): Part {
  const from = typeof part === "number" ? part : part[0];
  const around = linksOf({ links }, from);
  const at = around.findIndex((link) => samePart(link, part));
  return around[(at + 1) % around.length] ?? from;
}
