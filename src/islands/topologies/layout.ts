import type { Link } from "./graph.ts";
import { centresOf, columnsOf, hubsOf, type Kind, type Network, upTo } from "./network.ts";

export interface Point {
  x: number;
  y: number;
}

/** Where the nodes of a network stand. */
export interface Layout {
  points: Point[];
  /** Radius of a node, so that none touches another. */
  radius: number;
}

/** What a drawing measures; nodes keep away from its edges. */
export const area = { width: 440, height: 300 };
const margin = { x: 40, y: 40 };

export function layOut(network: Network): Layout {
  const known = laidOut.get(network) ?? layOutAnew(network);
  laidOut.set(network, known);
  return known;
}

const laidOut = new WeakMap<Network, Layout>();

function layOutAnew(network: Network): Layout {
  const points = fit(place(network), network.kind);
  // The closest two say how large a node can be, with room for its mark and a line between them.
  const nearest = Math.min(
    ...points.flatMap((point, index) => points.slice(0, index).map((other) => between(point, other))),
  );
  return { points, radius: Math.min(17, Math.max(3.5, nearest * 0.36)) };
}

export function between(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** From a point to the nearest one of a segment. */
export function farFrom(spot: Point, from: Point, to: Point): number {
  const length = between(from, to) || 1;
  const along = ((spot.x - from.x) * (to.x - from.x) + (spot.y - from.y) * (to.y - from.y)) / length;
  const share = Math.max(0, Math.min(1, along / length));
  return between(spot, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
}

/** Where a link is drawn from and to: in a bus, from the station down to the medium. */
export function endsOf(network: Network, [a, b]: Link): [Point, Point] {
  const { points } = layOut(network);
  const [from, to] = [points[a]!, points[b]!];
  return network.kind === "bus" ? [from, { x: from.x, y: to.y }] : [from, to];
}

function place(network: Network): Point[] {
  const { kind, stations: n } = network;
  switch (kind) {
    case "bus":
      // The medium is a line between two rows; its node stands in the middle.
      return [
        ...upTo(n).map((node) => ({ x: 1 + 2 * Math.floor(node / 2) + (node % 2), y: node % 2 === 0 ? 0 : 4 })),
        { x: (n + 1) / 2, y: 2 },
      ];
    case "estrella-switch":
      return [...around(n, 1), { x: 0, y: 0 }];
    case "estrella":
      return [{ x: 0, y: 0 }, ...around(n - 1, 1)];
    case "arbol":
      return upTo(n).map((node) => {
        const depth = Math.floor(Math.log2(node + 1));
        const row = 2 ** depth;
        return { x: (node + 1 - row + 0.5) / row, y: depth * 0.16 };
      });
    case "secuencial":
      return inRows(n, Math.min(n, Math.max(8, Math.ceil(Math.sqrt(n * 2)))), true);
    case "distribuida":
      // Each row stands a little to the right, so that no link passes over a node.
      return inRows(n, columnsOf(n), false).map(({ x, y }) => ({ x: x * 1.3 - y * 0.35, y }));
    case "cubo":
      return upTo(n).map(corner);
    case "hibrida":
      return fans(n, 0, hubsOf(n), network);
    case "descentralizada":
      return [{ x: 0, y: 0 }, ...fans(n - 1, 1, centresOf(n), network)];
    default:
      return around(n, 1);
  }
}

/** From the top on, as a clock goes. */
function around(count: number, radius: number): Point[] {
  return upTo(count).map((index) => onCircle((index / count) * 2 * Math.PI, radius));
}

function onCircle(angle: number, radius: number): Point {
  return { x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius };
}

/** Row after row; back and forth if neighbours in number must be neighbours in place. */
function inRows(count: number, columns: number, snake: boolean): Point[] {
  return upTo(count).map((node) => {
    const y = Math.floor(node / columns);
    const x = node % columns;
    return { x: snake && y % 2 === 1 ? columns - 1 - x : x, y };
  });
}

/** Each bit of a number moves its corner one way: a cube of three dimensions, seen from above, and copies of it. */
const moves = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 0.42, y: -0.36 },
  { x: 2, y: 0.22 },
  { x: 0.3, y: 1.9 },
  { x: 4.2, y: 0.3 },
];

function corner(node: number): Point {
  const taken = moves.filter((_, bit) => node & (1 << bit));
  return taken.reduce((sum, move) => ({ x: sum.x + move.x, y: sum.y + move.y }), { x: 0, y: 0 });
}

/** Hubs around the centre and the leaves of each one outside, within its share of the turn. */
function fans(count: number, firstHub: number, hubs: number, { links }: Network): Point[] {
  const leaves = upTo(count - hubs).map((leaf) => firstHub + hubs + leaf);
  const hubOf = (leaf: number) => links.find(([, high]) => high === leaf)![0] - firstHub;
  return [
    ...around(hubs, 0.48),
    ...leaves.map((leaf) => {
      const siblings = leaves.filter((other) => hubOf(other) === hubOf(leaf));
      const step = Math.min(0.62, (2 * Math.PI) / hubs / siblings.length);
      const offset = (siblings.indexOf(leaf) - (siblings.length - 1) / 2) * step;
      return onCircle((hubOf(leaf) / hubs) * 2 * Math.PI + offset, 1);
    }),
  ];
}

/** What is round stays round unless it would be crowded; rows and levels may stretch. */
function fit(points: Point[], kind: Kind): Point[] {
  const box = boxOf(points);
  const room = {
    x: (area.width - 2 * margin.x) / (box.width || 1),
    y: (area.height - 2 * margin.y) / (box.height || 1),
  };
  const flat = kind === "bus" || kind === "arbol" || kind === "secuencial";
  const stretch = flat ? 2.2 : points.length > 14 ? 1.5 : 1;
  const scale = {
    x: Math.min(room.x, flat ? Infinity : room.y * stretch),
    y: Math.min(room.y, room.x * (flat ? stretch : 1)),
  };
  return points.map(({ x, y }) => ({
    x: round(area.width / 2 + (x - box.x) * scale.x),
    y: round(area.height / 2 + (y - box.y) * scale.y),
  }));
}

/** The middle of the points and how far they reach. */
function boxOf(points: Point[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

// A tenth of a unit is less than anybody sees, and the same in every engine.
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
