import { eventsOf, sameEvent, type Execution } from "./execution.ts";
import { readClocks } from "./model.ts";

export interface GlobalStates {
  /** Ways of having run so much of each process, whether they can be or not. */
  readonly all: number;
  /** Those without the receipt of a message that was not sent. */
  readonly consistent: number;
  /** Total orders that respect the partial one: paths from nothing done to all done. */
  readonly interleavings: bigint;
}

/**
 * Walks the lattice of global states. A state is how many events of each process are done; it is consistent when the
 * last one done of each knows of none that is not. The paths into a state are the sum of those into its predecessors.
 */
export function countStates(execution: Execution): GlobalStates {
  const marks = readClocks(execution);
  const lines = Array.from({ length: execution.processes }, (_, process) =>
    eventsOf(execution, process).map((event) => marks.find((mark) => sameEvent(mark.event, event))?.vector ?? []),
  );
  const strides: number[] = [];
  let all = 1;
  for (const line of lines) {
    strides.push(all);
    all *= line.length + 1;
  }
  const paths: bigint[] = [];
  let consistent = 0;
  for (let state = 0; state < all; state++) {
    const done = lines.map((line, process) => Math.floor(state / (strides[process] ?? 1)) % (line.length + 1));
    const holds = lines.every((line, process) =>
      (line[(done[process] ?? 0) - 1] ?? []).every((known, other) => known <= (done[other] ?? 0)),
    );
    if (holds) consistent++;
    let sum = state === 0 ? 1n : 0n;
    if (holds) {
      for (const [process, stride] of strides.entries()) {
        if ((done[process] ?? 0) > 0) sum += paths[state - stride] ?? 0n;
      }
    }
    paths.push(sum);
  }
  return { all, consistent, interleavings: paths.at(-1) ?? 1n };
}
