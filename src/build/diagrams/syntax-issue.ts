import { diagramType } from "../../course/diagram.ts";
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
  const { message, hash, result } = thrown as Partial<ParserError> & { result?: LangiumResult };
  const error: ParserError = { message: typeof message === "string" ? message : String(thrown) };
  const place = result === undefined ? undefined : firstPlace(result);
  if (place !== undefined) return { ...error, hash: place };
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

/** What Langium grammars throw: lines and columns from 1. */
interface LangiumResult {
  lexerErrors?: { line?: number; column?: number }[];
  parserErrors?: { token?: { image?: string; startLine?: number; startColumn?: number } }[];
}

function firstPlace({ lexerErrors = [], parserErrors = [] }: LangiumResult): ParserError["hash"] {
  const { line, column } = lexerErrors[0] ?? {};
  if (line !== undefined && column !== undefined) return { loc: { first_line: line, first_column: column - 1 } };
  const { image = "", startLine, startColumn } = parserErrors[0]?.token ?? {};
  // At the end of the code the token has no place.
  if (startLine === undefined || startColumn === undefined || Number.isNaN(startLine)) return undefined;
  return { text: image, loc: { first_line: startLine, first_column: startColumn - 1 } };
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

/** One good line of each of the other types. */
const examples: Record<string, string> = {
  class: "Una relación se escribe «Uno --> Otro : texto»; un miembro, «+nombre(dato) tipo».",
  er: 'Una relación se escribe «UNO ||--o{ OTRO : "texto"»; un atributo, «tipo nombre».',
  timeline: "Un momento se escribe «1978 : qué pasó».",
  gantt: "Una tarea se escribe «Nombre :2026-03-02, 2d».",
  gitGraph: 'Un cambio se escribe «commit id: "texto"»; una rama con acentos, «branch "corrección"».',
  mindmap: "Cada idea va en su renglón, con más sangría que la idea de la que sale, y la raíz es una sola.",
  block: 'Un bloque se escribe «a["texto"]:2»; una flecha, «a --> b».',
  pie: 'Una porción se escribe «"texto" : 12».',
  xychart: "Una serie se escribe «bar [1, 2, 3]» o «line [1, 2, 3]».",
  quadrant: "Un punto se escribe «Nombre: [0.2, 0.8]», con números entre 0 y 1.",
  packet: 'Un campo se escribe «0-15: "texto"».',
  architecture: "Un servicio se escribe «service base(database)[Base]»; un enlace, «uno:R --> L:otro».",
  kanban: "Una tarea se escribe «[texto]», con más sangría que su columna.",
};

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
  if (/^\s*stateDiagram/u.test(code)) return "Un cambio de estado se escribe «uno --> otro: texto».";
  return examples[diagramType(code).type ?? ""] ?? "";
}

function readLine(message: string): number {
  return Number(/line (\d+)/iu.exec(message)?.[1] ?? 1);
}
