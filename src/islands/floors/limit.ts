/** The ceilings of a control group; without one, what the machine has. */
export interface Limits {
  /** In MB. */
  readonly memory: number | undefined;
  /** In processors: 0.5 is half of one. */
  readonly cpus: number | undefined;
  readonly processes: number | undefined;
}

/** What a program asks for. */
export interface Demand {
  readonly memory: number;
  readonly cpus: number;
  readonly processes: number;
}

/** What becomes of a program that asks for memory: it gets it, its own group is full, or the whole machine is. */
export type Memory = "granted" | "killed" | "machine-full";

/**
 * Shares out processors among groups of equal weight: nobody gets more than it asks for or is allowed, nothing is left
 * over while someone could use it, and those who are held back by the others get the same (max-min fairness, what
 * `cpu.weight` and `cpu.max` of cgroup v2 aim at). Source: docs.kernel.org/admin-guide/cgroup-v2.html
 */
export function shareProcessors(total: number, wanted: readonly number[]): number[] {
  const shares = wanted.map(() => 0);
  const waiting = wanted.map((want, group) => ({ want, group })).sort((a, b) => a.want - b.want);
  let left = total;
  for (const [served, { want, group }] of waiting.entries()) {
    const share = Math.min(want, left / (waiting.length - served));
    shares[group] = share;
    left -= share;
  }
  return shares;
}

/** How much of its processors a group may use at most. */
export function wantProcessors({ cpus }: Demand, limits: Limits): number {
  return Math.min(cpus, limits.cpus ?? Infinity);
}

/** Who pays when a program asks for memory: `others` is what the rest of the machine holds. */
export function askMemory({ memory }: Demand, limits: Limits, machine: number, others: number): Memory {
  if (limits.memory !== undefined && memory > limits.memory && limits.memory + others <= machine) return "killed";
  return memory + others > machine ? "machine-full" : "granted";
}

/** How many processes a group gets of those it asks for. */
export function countProcesses({ processes }: Demand, limits: Limits): number {
  return Math.min(processes, limits.processes ?? Infinity);
}
