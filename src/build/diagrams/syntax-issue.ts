import type { Issue } from "../../course/issue.ts";
import { toIssue } from "../../course/place.ts";
import type { MermaidCode } from "./mermaid-code.ts";

/** The parts of a parser's error that we read; each grammar of Mermaid fills in some of them. */
export interface ParserError {
  message: string;
  /** Jison grammars: lines from 1, columns from 0. */
  hash?: { text?: string; token?: string; line?: number; loc?: { first_line: number; first_column: number } };
}

/** Keeps the readable parts of whatever was thrown: an object of another realm cannot cross to another thread. */
export function toParserError(thrown: unknown): ParserError {
  const { message, hash } = thrown as Partial<ParserError>;
  const error: ParserError = { message: typeof message === "string" ? message : String(thrown) };
  if (hash === undefined || hash === null) return error;
  const { text, token, line, loc } = hash;
  error.hash = {
    ...(text === undefined ? {} : { text: String(text) }),
    ...(token === undefined || token === null ? {} : { token: String(token) }),
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(loc === undefined ? {} : { loc: { first_line: loc.first_line, first_column: loc.first_column } }),
  };
  return error;
}

/** A mistake of syntax as an author reads it, at its place in the author's file. */
export function toSyntaxIssue({ message, hash }: ParserError, code: MermaidCode): Issue {
  // The location is that of the token; the line in the message may be that of the end of a string left open.
  const line = hash?.loc?.first_line ?? (hash?.line === undefined ? readLine(message) : hash.line + 1);
  const written = code.text.split("\n")[line - 1] ?? "";
  const token = hash?.text?.split("\n")[0]?.trim() ?? "";
  const found = token === "" ? -1 : written.indexOf(token, hash?.loc?.first_column ?? 0);
  const column = hash?.loc?.first_column ?? Math.max(found, 0);
  const place = code.placeOf(line, column);
  const ended = hash?.token === "EOF" || hash?.token === "1" || line > code.text.trimEnd().split("\n").length;
  const what =
    ended || token === "" ? `no se entiende «${written.trim()}»` : `no se entiende «${token}» en «${written.trim()}»`;
  return toIssue(place, `En el diagrama ${what}.`, toHint(written, code.text, ended));
}

function toHint(line: string, code: string, ended: boolean): string {
  const opened = code.match(/^\s*(?:subgraph|alt|opt|loop|par|critical|break|rect|box)\b/gmu)?.length ?? 0;
  const closed = code.match(/^\s*end\s*$/gmu)?.length ?? 0;
  if (opened > closed) return "Falta un «end» que cierre un bloque.";
  if (opened < closed) return "Sobra un «end».";
  if ((line.match(/"/gu)?.length ?? 0) % 2 === 1) return "Falta una comilla de cierre.";
  if (/[[({][^"\])}]*[()[\]{}][^"]*[\])}]/u.test(line)) {
    return 'Un texto con paréntesis o corchetes va entre comillas: A["texto (aclaración)"].';
  }
  if (/\bend\b/u.test(line)) return "«end» cierra bloques y no puede ser un nombre: se puede escribir «Fin».";
  if (/^\s*flowchart|^\s*graph/u.test(code)) {
    return ended
      ? "La flecha necesita un nodo a cada lado: A --> B."
      : 'Una flecha se escribe A --> B o A -->|"texto"| B.';
  }
  if (/^\s*sequenceDiagram/u.test(code)) return "Un mensaje se escribe «A->>B: texto»; una respuesta, «B-->>A: texto».";
  return "Un cambio de estado se escribe «uno --> otro: texto».";
}

function readLine(message: string): number {
  return Number(/line (\d+)/iu.exec(message)?.[1] ?? 1);
}
