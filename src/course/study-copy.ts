import type { CardKey } from "./card.ts";
import { type Day, readDay } from "./study-day.ts";
import { isCardKey, type Progress, type ProgressByKey, readRecord, toRecord } from "./study-progress.ts";

/** All that a device keeps of a study, as it is carried to another. */
export interface StudyCopy {
  exam: Day | undefined;
  progress: Map<CardKey, Progress>;
}

const format = "repaso";
const version = 1;
const names = ["formato", "version", "examen", "tarjetas"];
/** Characters of the largest copy that is read: twenty thousand cards are less. */
export const largestCopy = 5_000_000;

/** The file: JSON that is the same for the same study. */
export function writeCopy(progress: ProgressByKey, exam: Day | undefined): string {
  const cards = [...progress].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, toRecord(one)]);
  const copy = { formato: format, version, examen: exam ?? null, tarjetas: Object.fromEntries(cards) as object };
  return `${JSON.stringify(copy, undefined, 1)}\n`;
}

/** Reads a file that may be anything. `problem` is a sentence for whoever chose it. */
export function readCopy(text: string): { copy: StudyCopy } | { problem: string } {
  if (text.length > largestCopy) return refuse("es demasiado grande");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("no es JSON");
  }
  if (!isObject(value)) return refuse("no tiene tarjetas");
  if (!("version" in value)) return refuse("falta la versión");
  if (value["formato"] !== format) return refuse("falta el formato");
  if (typeof value["version"] === "number" && value["version"] > version) {
    return {
      problem:
        "Ese progreso es de una versión más nueva de los apuntes. No se cambió nada. Conviene recargar la página.",
    };
  }
  if (value["version"] !== version) return refuse("su versión no existe");
  const strange = Object.keys(value).find((name) => !names.includes(name));
  if (strange !== undefined) return refuse(`no lleva «${shorten(strange)}»`);
  const exam = value["examen"] ?? undefined;
  if (exam !== undefined && readDay(exam) === undefined) return refuse("la fecha del examen no es una fecha");
  if (!isObject(value["tarjetas"])) return refuse("no tiene tarjetas");
  const progress = new Map<CardKey, Progress>();
  for (const [key, record] of Object.entries(value["tarjetas"])) {
    const read = readRecord(record);
    if (!isCardKey(key) || read === undefined) return refuse(`la tarjeta «${shorten(key)}» está dañada`);
    progress.set(key, read);
  }
  return { copy: { exam: readDay(exam), progress } };
}

function refuse(why: string): { problem: string } {
  return { problem: `Ese archivo no es un progreso de repaso: ${why}. No se cambió nada.` };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
