import { edgeConnectivity, nodeConnectivity } from "./connectivity.ts";
import { type Cuts, findCuts } from "./cut.ts";
import { type Distances, measureDistances } from "./distance.ts";
import { type Graph, readLinks, toNeighbours } from "./graph.ts";

export { expectedAfterFailures } from "./expectation.ts";

/** What a network costs and what it withstands. */
export interface Measures extends Distances, Cuts {
  links: number;
  /** κ: the fewest nodes whose fall parts the others; n − 1 for a complete graph, 0 for one already parted. */
  nodeConnectivity: number;
  /** λ: the fewest links whose fall parts the nodes. */
  edgeConnectivity: number;
}

/** @throws RangeError for a graph that `readLinks` refuses */
export function measure(graph: Graph): Measures {
  const links = readLinks(graph);
  const neighbours = toNeighbours(graph.n, links);
  return {
    links: links.length,
    ...measureDistances(neighbours),
    nodeConnectivity: nodeConnectivity(neighbours),
    edgeConnectivity: edgeConnectivity(neighbours),
    ...findCuts(neighbours),
  };
}
