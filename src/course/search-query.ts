import { toStem } from "./search-stem.ts";
import { fold } from "./text.ts";

/** What a reader asked, ready to be looked for. Everything folded. */
export interface Query {
  /** All the words: `"que es una topologia"`. */
  phrase: string;
  /** What the question is about: `["topologia"]`. All the words when nothing else is left. */
  words: string[];
}

// Words that ask or join, in the form that `fold` gives them.
const silent = new Set(
  (
    "a al ante con cual cuales cuando de del desde donde e el en entre es esta la las le lo los o para pero " +
    "por que quien quienes se sobre son su sus tiene u un una uno y q xq vs versus como cuanto cuantos sirve " +
    "sirven funciona funcionan significa significado definicion definir define definen concepto explicar " +
    "explica explique diferencia diferencias distingue distinguen llama decir dice dijo quiere segun consiste consisten " +
    "ser sea fue hay muy mejor peor conviene ese esa eso esto algo cosa cuya the of what is are an and or in to does mean"
  ).split(" "),
);

// Words of any sentence: they help to tell two answers apart, and count for little.
const faint = new Set(
  (
    "si todo toda todos todas cada dos tres hasta solo sola solos solas este estan esten estar mismo misma mi tu te me " +
    "nos ya mas menos puede pueden pueda poder hace hacen hacer haga tener tienen tenga otro otra otros otras alguno " +
    "alguna algunos algun vario varios varias muchos muchas primero despues antes luego ningun ninguna ninguno dar da " +
    "dan cual estando vez veces sin bien va van ir voy sino tanto tan ahi aca esos esas estos estas algo parte"
  ).split(" "),
);

/** Whether a word tells little by itself. */
export function isFaint(word: string): boolean {
  return faint.has(word);
}

/** The words of a text as they are compared: `"Grafo-Dirigido (v2)"` → `["grafo", "dirigido", "v2"]`. Signs such as ∥ are words. */
export function toWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+|[\p{Sm}--\p{ASCII}]/gv) ?? [];
}

/** Reads a question. `course` is the name of the course: `… en sistemas distribuidos` adds nothing to a question. */
export function readQuery(text: string, course: string): Query {
  const all = toWords(text);
  return { phrase: all.join(" "), words: toSpeakingWords(withoutCourse(all, toWords(course))) };
}

/** Without the words that only ask or join, unless there are no others. */
export function toSpeakingWords(words: string[]): string[] {
  const speaking = words.filter((word) => !silent.has(word));
  return speaking.length > 0 ? speaking : words;
}

function withoutCourse(words: string[], course: string[]): string[] {
  const start = words.length - course.length;
  const ends = start > 0 && course.every((word, index) => toStem(word) === toStem(words[start + index] ?? ""));
  if (!ends) return words;
  const before = words.slice(0, start);
  return before.some((word) => !silent.has(word)) && silent.has(before.at(-1) ?? "") ? before : words;
}
