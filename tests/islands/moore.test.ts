import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { loadIsland } from "../../src/build/load-islands.ts";
import { readFields } from "../../src/islands/fields.ts";
import { readFacts } from "../../src/islands/moore/facts.ts";
import { fitDoubling } from "../../src/islands/moore/model.ts";
import { readProcessors, selectMarks } from "../../src/islands/moore/processors.ts";
import { checkStretch } from "../../src/islands/moore/puzzle.ts";
import { readMoore } from "../../src/islands/moore/state.ts";
import { drawData, readTable } from "../../src/islands/moore/table.ts";

const rows = readProcessors(readFileSync("src/content/procesadores.csv", "utf8"));
const processors = rows.filter(({ kind }) => kind !== "gpu");
const island = loadIsland("CurvasDeMoore");
const tell = (address: string) => plain(island.tell(island.read(readFields(address))).join(" "));

function plain(words: string): string {
  return words.replaceAll("\u00a0", " ");
}

test("the browser reads in the table what the build wrote in it", () => {
  const { document } = new JSDOM(`<div class="isla-datos">${drawData(rows).text}</div>`).window;
  expect(readTable(document.body)).toEqual(rows);
});

function factsOf([first, last]: readonly [number, number]) {
  return readFacts(processors, readMoore({ tramo: `${first}-${last}` }, processors.length));
}

function judge(first: number, last: number): string {
  return plain(checkStretch([first, last], factsOf([first, last]).stretch).words);
}

describe("the puzzle", () => {
  const years = Array.from({ length: 55 }, (_, index) => 1971 + index);
  const stretches = years.flatMap((first) =>
    years.filter((last) => last >= first + 5).map((last) => [first, last] as const),
  );

  test("accepts every stretch of ten years or more that doubles every 18 months, and no other", () => {
    const right = stretches.filter((stretch) => checkStretch(stretch, factsOf(stretch).stretch).right);
    const expected = stretches.filter(([first, last]) => {
      const points = selectMarks(processors, "transistors").filter(({ year }) => year >= first && year < last + 1);
      return last - first >= 9 && points.length > 2 && fitDoubling(points).doublingYears.toFixed(1) === "1.5";
    });
    expect(right).toEqual(expected);
    expect(right.length).toBeGreaterThan(1);
  });

  test("says of a wrong one what is wrong", () => {
    expect(judge(1971, 2025)).toBe("De 1971 a 2025, 2,05 años: más de 18 meses.");
    expect(judge(1997, 2003)).toMatch(/^De 1997 a 2003 son 7 años: faltan 3\./);
    expect(checkStretch([1971, 1972], undefined)).toMatchObject({
      right: false,
      words: expect.stringContaining("muy pocos"),
    });
  });
});

describe("what it says", () => {
  test("before the bet it keeps the answer back", () => {
    expect(tell("")).toContain("De la frecuencia se ve hasta 1990.");
    expect(tell("")).not.toMatch(/2005|Dennard|GHz/);
  });

  test("after it, the line and the fact", () => {
    expect(tell("apuesta:hecha;trazo:5.95")).toContain("Trazo: 891 GHz. Dato: 5,5 GHz; el trazo se pasa 160 veces.");
    expect(tell("apuesta:salteada")).toContain(
      "28,5 % por año y, desde mediados de 2005, 1,7 %: es el fin del escalado de Dennard.",
    );
    expect(tell("apuesta:salteada")).toContain("cada 2,05 años (1,99 a 2,12)");
  });

  test("the sayings of the street against the fit", () => {
    expect(tell("periodo:1")).toMatch(
      /Cada un año desde 1971, en 2021 habría 2 · 10¹⁸; .* se pasa \d+ millones de veces\./,
    );
    expect(tell("periodo:1.5")).toMatch(/Cada 18 meses desde 1971, en 2021 habría .* la cuenta se pasa \d+ veces\./);
    expect(tell("periodo:4")).toMatch(/la cuenta queda \d+ veces por debajo\./);
  });

  test("a processor with its figures", () => {
    const prescott = processors.findIndex(({ name }) => name.includes("Prescott")) + 1;
    expect(tell(`punto:${prescott}`)).toContain(
      "Intel Pentium 4 3.4E (Prescott), febrero de 2004: 3,4 GHz, 125 millones de transistores",
    );
  });
});
