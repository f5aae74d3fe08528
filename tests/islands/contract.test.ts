import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digest } from "../../src/islands/digest.ts";
import { readChoice, readChoices, readFields, readNumber, writeFields } from "../../src/islands/fields.ts";
import { html } from "../../src/islands/html.ts";
import { formatCount, formatNumber, formatSignificant } from "../../src/islands/number.ts";
import { withParameter } from "../../src/islands/query.ts";
import { seededRandom } from "../../src/islands/random.ts";
import { goTo, present, proceed, startTimeline } from "../../src/islands/timeline.ts";

describe("markup", () => {
  test("what is filled in is text, unless it is markup", () => {
    const { text } = html`<b title="${'"><i>'}">${"<&>"}${html`<i>${1}</i>`}${[html`a`, "b"]}${undefined}${false}</b>`;
    expect(text).toBe('<b title="&#34;&#62;&#60;i&#62;">&#60;&#38;&#62;<i>1</i>ab</b>');
  });
});

describe("fields", () => {
  test("are read as they were written", () => {
    const value = fc.stringMatching(/^[^;]*$/);
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), value, { noNullPrototype: true }),
        (fields) => {
          expect({ ...readFields(writeFields(fields)) }).toEqual(fields);
        },
      ),
    );
  });

  test("anything may be written in their place", () => {
    fc.assert(fc.property(fc.string(), (text) => void readFields(text)));
    expect(Object.keys(readFields("__proto__:1;:2;a;B:3;b:;b:4"))).toEqual(["b"]);
    expect(readFields("a:1;a:2")["a"]).toBe("1");
    expect(readFields("a:1")["toString"]).toBeUndefined();
  });

  test("numbers stay on their grid and within their bounds", () => {
    const grid = { from: 1, to: 4, step: 0.05 };
    expect(readNumber("2.07", grid, 3)).toBe(2.05);
    expect(readNumber("-9", grid, 3)).toBe(1);
    expect(readNumber("99", grid, 3)).toBe(4);
    for (const text of [undefined, "", "x", "1e3", "NaN", "Infinity", "0x10", "1.2.3", " 2"])
      expect(readNumber(text, grid, 3)).toBe(3);
  });

  test("words are those that are known", () => {
    expect(readChoice("b", ["a", "b"], "a")).toBe("b");
    expect(readChoice("constructor", ["a", "b"], "a")).toBe("a");
    expect(readChoices("c,a,x,a", ["a", "b", "c"], ["b"])).toEqual(["a", "c"]);
    expect(readChoices(undefined, ["a", "b"], ["b"])).toEqual(["b"]);
    expect(readChoices("", ["a", "b"], ["b"])).toEqual([]);
  });
});

describe("an address", () => {
  test("gets one parameter and keeps the others as they were", () => {
    expect(withParameter("", "moore", "escala:lineal;tramo:1985-1994")).toBe("?moore=escala:lineal;tramo:1985-1994");
    expect(withParameter("?a=1&moore=x&b=%20", "moore", "y&z")).toBe("?a=1&b=%20&moore=y%26z");
    expect(withParameter("?moore=x", "moore", undefined)).toBe("");
  });

  test("gives back what was put in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        expect(new URLSearchParams(withParameter("?relacion=4:3", "capas", value)).get("capas")).toBe(value);
      }),
    );
  });
});

describe("a timeline", () => {
  const three = proceed(proceed(startTimeline("a"), "b"), "c");

  test("goes back and forth", () => {
    expect(present(goTo(three, 1))).toBe("b");
    expect(present(goTo(goTo(three, -5), 9))).toBe("c");
    expect(present(goTo(three, Number.NaN))).toBe("a");
  });

  test("forks from a moment in the past", () => {
    expect(proceed(goTo(three, 1), "d")).toEqual({ states: ["a", "b", "d"], at: 2 });
  });

  test("takes a gesture as one moment, and never loses the first one", () => {
    expect(proceed(three, "d", true)).toEqual({ states: ["a", "b", "d"], at: 2 });
    expect(proceed(startTimeline("a"), "b", true)).toEqual({ states: ["a", "b"], at: 1 });
    let long = startTimeline(0);
    for (let moment = 1; moment <= 500; moment += 1) long = proceed(long, moment);
    expect([long.states[0], present(long), long.at === long.states.length - 1]).toEqual([0, 500, true]);
    expect(long.states.length).toBeLessThanOrEqual(200);
  });
});

test("a digest tells two logs apart, and is that of FNV-1a", () => {
  expect(digest([])).toBe("811c9dc5");
  expect(digest(["foobar"])).toBe("bf9cf968");
  expect(digest(["a", "b"])).not.toBe(digest(["ab"]));
});

test("seeded numbers are those of the reference", () => {
  const random = seededRandom(1);
  expect([random(), random(), random(), random(), random()]).toEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741, 0.9683778982143849,
  ]);
});

test("numbers are written as Spanish writes them", () => {
  expect([2.05, 0.5, -3].map((value) => formatNumber(value, 2))).toEqual(["2,05", "0,50", "−3,00"]);
  expect([2300, 29000, 134e9].map((value) => plain(formatNumber(value)))).toEqual([
    "2300",
    "29 000",
    "134 000 000 000",
  ]);
  expect([2300, 1e6, 1_180_235, 134e9, 2.5e13].map((value) => plain(formatCount(value)))).toEqual([
    "2300",
    "1 millón",
    "1,18 millones",
    "134 000 millones",
    "2,5 · 10¹³",
  ]);
  expect([0.74, 16.67, 5.5, 3, 999.9].map(formatSignificant)).toEqual(["0,74", "16,7", "5,5", "3", "1000"]);
});

function plain(words: string): string {
  return words.replaceAll("\u00a0", " ");
}
