import { expect, test } from "vitest";
import { toHints } from "../../slides/fit/hint.ts";
import type { OutlinedSlide } from "../../slides/outline.ts";

let count = 0;
// As a deck gives them: parts of a section go on counting, other sections have ids of their own.
function toId(title: string): string {
  const part = /\((\d)\/\d\)$/u.exec(title)?.[1];
  if (part === undefined || part === "1") count += 1;
  return part === undefined || part === "1" ? `s${count}x` : `s${count}x-${part}`;
}

const slide = (title: string, words = 30, said = 50): OutlinedSlide => ({
  id: toId(title),
  title,
  forms: ["pila"],
  content: "2 ítem",
  words,
  said,
});

test("a section cut for its words is told, one cut for its height is not", () => {
  const [hint, ...others] = toHints([
    slide("Costo (1/2)", 40),
    slide("Costo (2/2)", 44),
    slide("Tabla (1/2)", 30),
    slide("Tabla (2/2)", 20),
  ]);
  expect(hint).toContain("«Costo» se partió en 2: suma 84 palabras");
  expect(others).toEqual([]);
});

test("long speeches and shared titles are told", () => {
  expect(toHints([slide("Uno", 20, 401)])).toEqual([expect.stringContaining("401 palabras de notas")]);
  expect(toHints([slide("Dos"), slide("Otro"), slide("Dos")])).toEqual([expect.stringContaining("«Dos»")]);
  expect(toHints([slide("Dos (1/2)", 9), slide("Dos (2/2)", 9), slide("Otro", 70, 400)])).toEqual([]);
});
