import type * as around from "./around.ts";
import type * as later from "./later.ts";

/** What nobody needs before the first input: it is fetched then, in two parts. */
export type Rest = typeof around & typeof later;

let rest: Rest | undefined;

export function bring(parts: Rest): void {
  rest = parts;
}

export function theRest(): Rest {
  if (rest === undefined) throw new Error("The rest of the island is drawn before it was brought.");
  return rest;
}
