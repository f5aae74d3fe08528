import type { MermaidConfig } from "mermaid";
import { lightColours } from "../palette.ts";

/** What a type of diagram needs beyond the look that all of them share. */
export interface Look {
  config?: MermaidConfig;
  /** Mermaid's `themeVariables`. */
  variables?: Record<string, unknown>;
  /** Rules for what the variables cannot say; later ones win over the shared rules of the same weight. */
  css?: string[];
}

/** The grounds of the four parts, and then the three papers in turn: what Mermaid paints by number. */
export const grounds: readonly string[] = [
  lightColours["parte-a-fondo"],
  lightColours["parte-b-fondo"],
  lightColours["parte-c-fondo"],
  lightColours["parte-d-fondo"],
  ...[0, 1, 2, 3].flatMap(() => [lightColours["papel-2"], lightColours["papel-3"], lightColours.papel]),
].slice(0, 12);

/** The colours that go with the grounds, for borders and lines. */
export const borders: readonly string[] = grounds.map(
  (_, index) =>
    [lightColours["parte-a"], lightColours["parte-b"], lightColours["parte-c"], lightColours["parte-d"]][index] ??
    lightColours.tinta,
);

/** Keeps a text readable over lines and patterns: declarations. */
export function halo(colour: string): string {
  return `stroke: ${colour}; stroke-width: 5px; stroke-linejoin: round; paint-order: stroke;`;
}

/** Sections of any type: ink on the ground of a part, with its colour for borders and lines. */
export function sections(): object {
  return {
    ...numbered("cScale", 12, (index) => grounds[index]),
    ...numbered("cScaleInv", 12, (index) => borders[index]),
    ...numbered("cScalePeer", 12, (index) => borders[index]),
    ...numbered("cScaleLabel", 12, () => lightColours.tinta),
  };
}

/** `numbered("git", 8, …)` → `git0` … `git7`, each with its value. */
export function numbered(name: string, count: number, valueOf: (index: number) => string | undefined): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, valueOf(index)]));
}
