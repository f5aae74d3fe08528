/** A state as names and values, as authors write it in attributes and addresses carry it. */
export type Fields = Readonly<Record<string, string>>;

/** No scenario is longer; an address that is was not made here. */
const longest = 4000;

/** `escala:lineal;rango:1971-2001`: needs no escape in a query. Values hold no `;`. */
export function writeFields(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}

/** The fields of a text that anybody may have written: of a repeated name the first one counts. */
export function readFields(text: string): Fields {
  const fields = Object.create(null) as Record<string, string>;
  for (const part of text.slice(0, longest).split(";")) {
    const [, name = "", value = ""] = /^([a-z][a-z0-9]*):(.*)$/s.exec(part) ?? [];
    if (name !== "") fields[name] ??= value;
  }
  return fields;
}

/** A number within its bounds and on its grid; the fallback where none is written. */
export function readNumber(
  text: string | undefined,
  { from, to, step = 1 }: { from: number; to: number; step?: number },
  fallback: number,
): number {
  if (text === undefined || !/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return fallback;
  const steps = Math.round((Math.min(to, Math.max(from, Number(text))) - from) / step);
  return Number((from + steps * step).toFixed(9));
}

/** One of the known words, or the fallback. */
export function readChoice<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
  fallback: Word,
): Word {
  return words.find((word) => word === text) ?? fallback;
}

/** The known words of a list separated by commas, in their own order; the fallback where none is written. */
export function readChoices<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
  fallback: readonly Word[],
): Word[] {
  if (text === undefined) return [...fallback];
  const written = new Set(text.split(","));
  return words.filter((word) => written.has(word));
}
