import type { Entry, Folder, Name } from "./script.ts";

/** Fields that hold a Dockerfile and what was asked for: lines once, and then their numbers. */
export interface Script {
  readonly lineas: string;
  readonly archivo: string;
  readonly guion: string;
}

/** `b` builds a folder; of a container, `+` and `*` run it (`*` with the volume), and so on. */
const SIGNS = { "-": "stop", ">": "start", x: "rm" } as const;

export function writeScript(folder: Folder, script: readonly Entry[]): Script {
  const lines: string[] = [];
  const numberOf = (line: string) => {
    if (!lines.includes(line)) lines.push(line);
    return lines.indexOf(line);
  };
  const writeFolder = ({ lines: own, requirements, server }: Folder) =>
    `${requirements}${server}${own.map((line) => `.${numberOf(line)}`).join("")}`;
  const archivo = writeFolder(folder);
  const guion = script
    .map((entry) => {
      switch (entry.type) {
        case "build":
          return `b${writeFolder(entry.folder)}`;
        case "run":
          return `${entry.name}${entry.mounted ? "*" : "+"}`;
        case "write":
          return `${entry.name}w${escape(entry.path)}`;
        case "remove":
          return `${entry.name}r${escape(entry.path)}`;
        case "volume-rm":
          return "v";
        default:
          return entry.name + Object.entries(SIGNS).find(([, type]) => type === entry.type)?.[0];
      }
    })
    .join("|");
  return { lineas: lines.map(escape).join("|"), archivo, guion };
}

/** What a text asks for; whatever cannot be read is left out. */
export function readScript({ lineas, archivo, guion }: Script): { folder: Folder; script: Entry[] } {
  const lines = lineas.split("|").map(unescape);
  return {
    folder: readFolder(archivo, lines),
    script: guion.split("|").flatMap((text) => readEntry(text, lines) ?? []),
  };
}

function readEntry(text: string, lines: readonly string[]): Entry | undefined {
  if (text === "v") return { type: "volume-rm" };
  if (text.startsWith("b")) return { type: "build", folder: readFolder(text.slice(1), lines) };
  const [, name, sign = "", rest = ""] = /^([AB])(.)(.*)$/s.exec(text) ?? [];
  if (name === undefined) return undefined;
  const owner = name as Name;
  if (sign === "+" || sign === "*") return { type: "run", name: owner, mounted: sign === "*" };
  if ((sign === "w" || sign === "r") && /^\/.{0,59}$/.test(unescape(rest)))
    return { type: sign === "w" ? "write" : "remove", name: owner, path: unescape(rest) };
  return sign === "-" || sign === ">" || sign === "x" ? { type: SIGNS[sign], name: owner } : undefined;
}

function readFolder(text: string, lines: readonly string[]): Folder {
  const [versions = "", ...numbers] = text.split(".");
  return {
    lines: numbers.slice(0, 10).flatMap((number) => lines[Number.parseInt(number, 10)]?.slice(0, 60) ?? []),
    requirements: readVersion(versions[0]),
    server: readVersion(versions[1]),
  };
}

function readVersion(sign: string | undefined): number {
  return sign !== undefined && /[1-9]/.test(sign) ? Number(sign) : 1;
}

// What separates fields and parts cannot stand in them.
function escape(text: string): string {
  return text.replace(/[%;|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function unescape(text: string): string {
  return text.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
