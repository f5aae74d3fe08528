import { panelsOf } from "./panel.ts";
import { toLetter } from "./part.ts";
import type { Scenario } from "./scenario.ts";

export const skipped = "saltar";

export interface Question {
  words: string;
  choices: (readonly [value: string, words: string])[];
}

export function askFor(scenario: Scenario): Question {
  const names = panelsOf(scenario).map(({ name }) => name);
  if (names.length === 1) {
    return {
      words: "¿Cuántas caídas aguanta, caiga quien caiga, sin partirse?",
      choices: ["0", "1", "2", "3"].map((value) => [value, value === "3" ? "3 o más" : value]),
    };
  }
  return {
    words: "Si caen dos nodos al azar, ¿en cuál quedan más pares comunicados?",
    choices: [...names.map((words, panel) => [toLetter(panel), words] as const), ["igual", "Da igual"]],
  };
}
