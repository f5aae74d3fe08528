import type { Network } from "./network.ts";
import { attackCurve, type Curve, exactCurve, mostFallen, tryFailures, type Trials } from "./survival.ts";

/** What the drawing needs of a network's survival. */
export interface Curves {
  /** Absent where nobody knows it. */
  exact: Curve | undefined;
  trials: Trials;
  attack: Curve;
}

/** Runs of an experiment: fewer in networks so large that a run is long, whose averages vary less. */
export function runsOf({ nodes }: Network): number {
  return nodes <= 16 ? 500 : 200;
}

const computed = new Map<string, Curves>();
/** More than anybody compares in a while. */
const mostKept = 40;

/** The curves of a network are always the same for a seed: they are computed once. */
export function curvesOf(network: Network, seed: number): Curves {
  const name = `${network.kind} ${network.stations} ${seed}`;
  const known = computed.get(name);
  if (known !== undefined) return known;
  if (computed.size >= mostKept) computed.clear();
  const curves = {
    exact: exactCurve(network),
    trials: tryFailures(network, seed, runsOf(network)),
    attack: attackCurve(network),
  };
  computed.set(name, curves);
  return curves;
}

/** Mean part of the pairs that communicate after so many random failures: exact where it is known. */
export function expectedPairs(network: Network, falls: number, seed: number): number {
  const { exact, trials } = curvesOf(network, seed);
  return (exact ?? trials.mean)[Math.min(falls, mostFallen(network))]!;
}
