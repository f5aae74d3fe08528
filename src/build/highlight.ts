import { createHighlighter, type Highlighter, type ThemeRegistration } from "shiki";
import { languages } from "../course/check-listings.ts";

/** A run of a line of code; `kind` names its colour, nothing means ink. */
export interface Token {
  text: string;
  kind: "clave" | "cadena" | "valor" | "nota" | undefined;
}

// Shiki gives colours; ours are marks that become classes, since a style attribute would be blocked.
const marks = { "#000001": "clave", "#000002": "cadena", "#000003": "valor", "#000004": "nota" } as const;

const theme: ThemeRegistration = {
  name: "apuntes",
  type: "light",
  colors: { "editor.foreground": "#000000", "editor.background": "#ffffff" },
  settings: [
    { settings: { foreground: "#000000" } },
    { scope: ["comment", "punctuation.definition.comment"], settings: { foreground: "#000004" } },
    { scope: ["string", "punctuation.definition.string"], settings: { foreground: "#000002" } },
    {
      scope: ["constant", "variable", "string variable", "meta.embedded", "punctuation.definition.variable"],
      settings: { foreground: "#000003" },
    },
    {
      scope: [
        "keyword",
        "storage",
        "entity.name.tag",
        "entity.name.function",
        "support.function",
        "entity.name.command",
      ],
      settings: { foreground: "#000001" },
    },
    { scope: ["keyword.operator", "punctuation", "storage.type.string"], settings: { foreground: "#000000" } },
    { scope: ["string punctuation.definition.string"], settings: { foreground: "#000002" } },
  ],
};

let highlighter: Promise<Highlighter> | undefined;

/** The lines of a listing, each as coloured runs. The language is one of the course's. */
export async function highlight(code: string, language: string): Promise<Token[][]> {
  highlighter ??= createHighlighter({ themes: [theme], langs: languages.filter((name) => name !== "text") });
  const lines = (await highlighter).codeToTokensBase(code, { lang: language as "yaml", theme });
  return lines.map((line) =>
    line.map(({ content, color }) => ({
      text: content,
      kind: marks[(color ?? "").toLowerCase() as keyof typeof marks],
    })),
  );
}
