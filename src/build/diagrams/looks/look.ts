import type { MermaidConfig } from "mermaid";

/** What a type of diagram needs beyond the look that all of them share. */
export interface Look {
  config?: MermaidConfig;
  /** Mermaid's `themeVariables`. */
  variables?: Record<string, unknown>;
  /** Rules for what the variables cannot say; later ones win over the shared rules of the same weight. */
  css?: string[];
}
