import { html, type Markup } from "../html.ts";
import type { Drawing } from "../island.ts";
import { messageOf, nameOf, PLACES, sameEvent, type Event, type Execution, type Message } from "./execution.ts";
import { concurrentWith, futureOf, pastOf, readClocks, relate, type Mark, type Relation } from "./model.ts";
import { chosenOf, type Clocks } from "./state.ts";
import { writeEvent } from "./text.ts";
import { formatVector, listEvents } from "./words.ts";

/** Shares of the width, in hundredths: where the first place is, and how far the next. */
const first = 12;
const step = 9;

interface Measures {
  /** Height of the strip of a process; its line runs in the middle. */
  strip: number;
  radius: number;
  /** From the line to the foot of the name above, and to that of the vector below. */
  above: number;
  below: number;
}

const sizes: Record<Drawing["mode"], (processes: number) => Measures> = {
  page: () => ({ strip: 108, radius: 14, above: 22, below: 34 }),
  slide: (processes) => ({
    strip: 360 / processes,
    radius: processes < 4 ? 22 : 18,
    above: processes < 4 ? 30 : 22,
    below: processes < 4 ? 54 : 42,
  }),
};

/** What every part of the drawing asks of the state. */
interface Scene {
  state: Clocks;
  size: Measures;
  key: string;
  chosen: Event | undefined;
  /** In the order in which the events happen. */
  marks: readonly Mark[];
}

/** The place at a point of the drawing, in shares of its width and height. */
export function locate({ processes }: Execution, { x, y }: { x: number; y: number }): Event {
  return {
    process: toWhole(y * processes - 0.5, processes - 1),
    place: toWhole((x * 100 - first) / step, PLACES - 1),
  };
}

function toWhole(value: number, last: number): number {
  return Math.min(last, Math.max(0, Math.round(value)));
}

/** The space-time diagram: a line a process, a disc an event, an arrow a message; what the chosen event may know of. */
export function drawDiagram(state: Clocks, { mode, key }: Drawing): Markup {
  const { execution } = state;
  const size = sizes[mode](execution.processes);
  const scene: Scene = { state, size, key, chosen: chosenOf(state), marks: readClocks(execution) };
  const processes = Array.from({ length: execution.processes }, (_, process) => process);
  const height = size.strip * execution.processes;
  const box = mode === "slide" ? html`viewBox="0 0 1136 ${height}"` : html`height="${height}"`;
  return html`<svg
      class="relojes-dibujo"
      width="100%"
      ${box}
      data-area
      role="group"
      aria-label="Diagrama espacio-tiempo"
    >
      <defs>${drawHead(key, "punta", size.radius)}${drawHead(key, "hueca", 2)}</defs>
      ${processes.map((process) => drawLine(process, scene))} ${drawPaths(scene)}
      ${execution.messages.map((message) => drawMessage(message, scene))} ${drawAim(scene)}
      ${processes.map((process) => Array.from({ length: PLACES }, (_, place) => drawPlace({ process, place }, scene)))}
    </svg>
    ${drawLegend(scene, mode)}`;
}

function xOf({ place }: Event): string {
  return `${first + step * place}%`;
}

function yOf(process: number, { size }: Scene): number {
  return size.strip * (process + 0.5);
}

function drawHead(key: string, name: string, gap: number): Markup {
  return html`<marker
    id="${key}-${name}"
    class="relojes-${name}"
    markerUnits="userSpaceOnUse"
    markerWidth="14"
    markerHeight="14"
    refX="${13 + gap}"
    refY="7"
    orient="auto"
  >
    <path d="M1 1 13 7 1 13z" />
  </marker>`;
}

function drawLine(process: number, scene: Scene): Markup {
  const y = yOf(process, scene);
  return html`<g class="relojes-linea" data-clave="linea-${process}">
    <text x="0" y="${y + scene.size.radius / 2.5}">P${process + 1}</text>
    <line x1="7%" x2="99%" y1="${y}" y2="${y}" />
    <svg x="100%" y="${y}" overflow="visible"><path d="M0 0-12-6v12z" /></svg>
  </g>`;
}

// The way along the lines from the past to the chosen event, and from it on.
function drawPaths(scene: Scene): Markup | false {
  const { state, chosen } = scene;
  if (chosen === undefined) return false;
  return html`<g class="tras-apuesta" data-clave="camino">
    ${drawWay([...pastOf(state.execution, chosen), chosen], "pasado", scene)}
    ${drawWay([chosen, ...futureOf(state.execution, chosen)], "futuro", scene)}
  </g>`;
}

function drawWay(events: readonly Event[], kind: string, scene: Scene): Markup[] {
  return events.flatMap((from) => {
    const next = events
      .filter(({ process, place }) => process === from.process && place > from.place)
      .sort((a, b) => a.place - b.place)[0];
    return next === undefined ? [] : [drawArrow(from, next, `relojes-camino ${kind}`, scene)];
  });
}

function drawMessage({ from, to }: Message, scene: Scene): Markup {
  const way = hasHappened(to, scene) ? "" : hasHappened(from, scene) ? "en-camino" : "por-venir";
  return drawArrow(from, to, `relojes-mensaje ${way}`, scene, "punta");
}

function drawAim(scene: Scene): Markup | false {
  const { from, cursor } = scene.state;
  return (
    from !== undefined &&
    from.process !== cursor.process &&
    drawArrow(from, cursor, "relojes-mensaje espera", scene, "hueca")
  );
}

function drawArrow(from: Event, to: Event, kind: string, scene: Scene, head?: string): Markup {
  return html`<line
    class="${kind}"
    x1="${xOf(from)}"
    x2="${xOf(to)}"
    y1="${yOf(from.process, scene)}"
    y2="${yOf(to.process, scene)}"
    ${head !== undefined && html`marker-end="url(#${scene.key}-${head})"`}
  />`;
}

function drawPlace(event: Event, scene: Scene): Markup {
  const { state, size, marks } = scene;
  const isHere = sameEvent(state.cursor, event);
  const sign = writeEvent(event);
  const y = yOf(event.process, scene);
  const mark = marks.find((one) => sameEvent(one.event, event));
  // The button is the place; what is drawn over it lets the pointer through.
  return html`<g class="relojes-lugar" data-clave="${sign}">
    <rect
      class="toque"
      role="button"
      tabindex="${isHere ? 0 : -1}"
      data-nombre="${sign}"
      data-accion="tocar"
      data-valor="${sign}"
      aria-label="${describe(event, mark, scene)}"
      ${isHere && html`data-foco aria-current="true"`}
      ${mark !== undefined && html`data-arrastre="tocar" data-suelta="mensaje"`}
      x="${first + step * (event.place - 0.5)}%"
      width="${step}%"
      y="${y - size.strip / 2}"
      height="${size.strip}"
    />
    <svg x="${xOf(event)}" y="${y}" overflow="visible" aria-hidden="true">
      ${mark === undefined ? html`<circle class="libre con-guion" r="3" />` : drawEvent(mark, scene)}
    </svg>
  </g>`;
}

// Neutral first; what tells the answer of the bet lies over it and waits for the bet.
function drawEvent(mark: Mark, scene: Scene): Markup {
  const { state, size, chosen } = scene;
  const happened = hasHappened(mark.event, scene);
  const relation = chosen === undefined ? "" : relate(state.execution, mark.event, chosen);
  return html`<g class="relojes-evento${!happened && " por-venir"}">
    <circle class="disco" />
    <text class="nombre" y="${-size.above}">${nameOf(state.execution, mark.event)}</text>
    <g class="tras-apuesta ${relation}">
      ${drawDisc(relation)}
      ${
        happened &&
        html`<text class="lamport">${mark.lamport}</text>
          <text class="vector" y="${size.below}">${formatVector(mark.vector)}</text>`
      }
    </g>
  </g>`;
}

function drawDisc(relation: string): Markup {
  return relation === "after" ? html`<rect class="disco" />` : html`<circle class="disco" />`;
}

function hasHappened(event: Event, { state, marks }: Scene): boolean {
  return marks.findIndex((mark) => sameEvent(mark.event, event)) < (state.ran ?? marks.length);
}

const relations: Record<Relation, string> = {
  same: ", elegido",
  before: ", en el pasado del elegido",
  after: ", en el futuro del elegido",
  concurrent: ", concurrente con el elegido",
};

function describe(event: Event, mark: Mark | undefined, { state, chosen }: Scene): string {
  const { execution, bet } = state;
  if (mark === undefined) return `P${event.process + 1}, lugar ${event.place + 1}, libre`;
  const message = messageOf(execution, event);
  const words = [nameOf(execution, event)];
  if (message !== undefined)
    words.push(
      sameEvent(message.from, event)
        ? `, envía a ${nameOf(execution, message.to)}`
        : `, recibe de ${nameOf(execution, message.from)}`,
    );
  if (bet === "pendiente") return words.join("");
  words.push(`, Lamport ${mark.lamport}, vector ${formatVector(mark.vector)}`);
  if (chosen !== undefined) words.push(relations[relate(execution, event, chosen)]);
  return words.join("");
}

// A slide has the names of the concurrent ones in its line of result.
function drawLegend({ state, chosen }: Scene, mode: Drawing["mode"]): Markup {
  const { execution } = state;
  const rows: [kind: Relation, words: string, events: readonly Event[]][] =
    chosen === undefined
      ? []
      : [
          ["before", `Pasado de ${nameOf(execution, chosen)}`, pastOf(execution, chosen)],
          ["after", "Futuro", futureOf(execution, chosen)],
          ["concurrent", "Concurrentes", concurrentWith(execution, chosen)],
        ];
  return html`<ul class="relojes-leyenda tras-apuesta">
    ${rows.map(
      ([kind, words, events]) =>
        html`<li class="${kind}">
          <svg viewBox="-16 -16 32 32" aria-hidden="true">${drawDisc(kind)}</svg>
          <span>${words}${mode === "page" && html`: <strong>${listEvents(execution, events)}</strong>`}</span>
        </li>`,
    )}
  </ul>`;
}
