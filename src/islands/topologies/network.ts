import { type Link, readLinks, toNeighbours, type Neighbours } from "./graph.ts";
import { measure, type Measures } from "./model.ts";

export const kinds = [
  "bus",
  "estrella",
  "estrella-switch",
  "arbol",
  "malla",
  "malla-parcial",
  "cubo",
  "secuencial",
  "anillo",
  "anillo-unidireccional",
  "hibrida",
  "descentralizada",
  "distribuida",
] as const;

export type Kind = (typeof kinds)[number];

export const fewestStations = 4;
export const mostStations = 64;

/** Stations and what joins them. */
export interface Network {
  kind: Kind;
  /** Stations: nodes 0…stations−1. */
  stations: number;
  /** The node that is no station, but the medium or the switch through which all communicate: the last one. */
  relay: number | undefined;
  /** Stations and relay. */
  nodes: number;
  /** Messages go one way, from each node to the next. */
  oneWay: boolean;
  links: Link[];
  /** Where a message can go from each node in one hop. */
  next: Neighbours;
  /** Each way of each link, by start and end. */
  arcs: Arc[];
}

export interface Arc {
  from: number;
  to: number;
}

export function buildNetwork(kind: Kind, stations: number): Network {
  const relay = kind === "bus" || kind === "estrella-switch" ? stations : undefined;
  const nodes = relay === undefined ? stations : stations + 1;
  const links = readLinks({ n: nodes, edges: edgesOf(kind, stations) });
  const oneWay = kind === "anillo-unidireccional";
  const next = oneWay ? upTo(stations).map((node) => [(node + 1) % stations]) : toNeighbours(nodes, links);
  const arcs = next.flatMap((others, from) => others.map((to) => ({ from, to })));
  return { kind, stations, relay, nodes, oneWay, links, next, arcs };
}

function edgesOf(kind: Kind, n: number): Link[] {
  switch (kind) {
    case "bus":
    case "estrella-switch":
      return upTo(n).map((station) => [station, n]);
    case "estrella":
      return upTo(n - 1).map((leaf) => [0, leaf + 1]);
    case "arbol":
      return upTo(n - 1).map((node) => [Math.floor(node / 2), node + 1]);
    case "malla":
      return upTo(n).flatMap((high) => upTo(high).map((low): Link => [low, high]));
    case "malla-parcial":
      return meshOfThree(n);
    case "cubo":
      return upTo(n)
        .flatMap((node) => upTo(6).map((bit): Link => [node, node | (1 << bit)]))
        .filter(([a, b]) => a < b && b < n);
    case "secuencial":
      return upTo(n - 1).map((node) => [node, node + 1]);
    case "anillo":
    case "anillo-unidireccional":
      return ring(n);
    case "hibrida":
      return leavesOf(0, hubsOf(n), n, ring(hubsOf(n)));
    case "descentralizada":
      return leavesOf(
        1,
        centresOf(n),
        n,
        upTo(centresOf(n)).map((hub): Link => [0, hub + 1]),
      );
    case "distribuida":
      return lattice(n);
  }
}

function ring(n: number): Link[] {
  return upTo(n).map((node) => [node, (node + 1) % n]);
}

/** Harary's H(3, n): a ring and its diameters, the fewest links with which any two nodes may fall (1962). */
function meshOfThree(n: number): Link[] {
  const half = Math.floor(n / 2);
  const diameters = upTo(half).map((node): Link => [node, node + half]);
  return [...ring(n), ...diameters, ...(n % 2 === 0 ? [] : [[0, n - 1 - half] as Link, [half, n - 1] as Link])];
}

/** Servers in the ring of a hybrid network. */
export function hubsOf(n: number): number {
  return n < 6 ? 3 : Math.max(4, Math.round(Math.sqrt(n)));
}

/** Centres around the one of a decentralised network. */
export function centresOf(n: number): number {
  return Math.max(2, Math.round(Math.sqrt(n)) - 1);
}

/** The nodes after the hubs, shared among them in order. */
function leavesOf(firstHub: number, hubs: number, n: number, between: Link[]): Link[] {
  const leaves = n - firstHub - hubs;
  return [
    ...between,
    ...upTo(leaves).map((leaf): Link => [firstHub + Math.floor((leaf * hubs) / leaves), firstHub + hubs + leaf]),
  ];
}

export function columnsOf(n: number): number {
  return Math.ceil(Math.sqrt(n));
}

/** Rows of stations, each linked with the next, the one below and one across: Baran's redundancy 3 (1964). */
function lattice(n: number): Link[] {
  const columns = columnsOf(n);
  return upTo(n).flatMap((node) => {
    const last = node % columns === columns - 1;
    const others = [...(last ? [] : [node + 1, node + columns + 1]), node + columns];
    return others.filter((other) => other < n).map((other): Link => [node, other]);
  });
}

/**
 * What a network costs and withstands, between its stations: a medium or a switch counts among what may fall, not
 * among who communicates, and on a medium all are one hop away.
 */
export function measureNetwork(network: Network): Measures {
  const known = measured.get(network) ?? measureAnew(network);
  measured.set(network, known);
  return known;
}

const measured = new WeakMap<Network, Measures>();

function measureAnew({ stations: n, nodes, links, relay, oneWay, kind }: Network): Measures {
  const measures = measure({ n: nodes, edges: links });
  // The way back is the whole way round, and any fall breaks it.
  if (oneWay) {
    const far = { diameter: n - 1, radius: n - 1, averagePath: n / 2 };
    return {
      ...measures,
      ...far,
      nodeConnectivity: 1,
      edgeConnectivity: 1,
      articulationPoints: upTo(n),
      bridges: links,
    };
  }
  if (relay === undefined) return measures;
  const hops = kind === "bus" ? 1 : 2;
  return { ...measures, diameter: hops, radius: hops, averagePath: hops };
}

/** The links of a node, each seen from it. */
export function linksOf({ links }: Pick<Network, "links">, node: number): Link[] {
  return links.flatMap(([low, high]): Link[] => (low === node ? [[low, high]] : high === node ? [[high, low]] : []));
}

/** The links of the node that has most. */
export function mostPorts({ nodes, links, relay }: Network): number {
  const ports = upTo(nodes).map((node) => (node === relay ? 0 : links.filter((link) => link.includes(node)).length));
  return Math.max(...ports);
}

export function upTo(count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index);
}
