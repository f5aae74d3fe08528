import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitDoubling, fitHinge, measureError, predict, predictHinge, toGrowth } from "../../src/islands/moore/model.ts";
import { readProcessors, selectMarks, type Magnitude, type Selection } from "../../src/islands/moore/processors.ts";

interface ExpectedFit {
  n: number;
  slope_log2_per_year: number;
  intercept_log2_at_2000: number;
  doubling_years: number;
  r2: number;
  rmse_log2: number;
  annual_growth: number;
  doubling_ci95_normal: [number, number];
}

interface ExpectedHinge {
  n: number;
  n_before: number;
  hinge_year: number;
  value_at_hinge: number;
  slope_before_log2_per_year: number;
  slope_after_log2_per_year: number;
  sse: number;
  single_line_sse: number;
  profile_interval_95_approx: [number, number];
}

const processors = readProcessors(readFileSync("src/content/procesadores.csv", "utf8"));
const expected = JSON.parse(readFileSync("tests/fixtures/ajustes-esperados.json", "utf8"));

const selections: [string, Selection][] = [
  ["cpu_y_soc", "todos"],
  ["solo_cpu", "cpu"],
  ["solo_una_pastilla", "una-pastilla"],
  ["solo_confianza_alta", "confianza-alta"],
];
const ranges: [string, [number, number] | undefined][] = [
  ["all", undefined],
  ["1971_2001", [1971, 2001]],
  ["2000_2026", [2000, 2026]],
];

/** Which of the pairs differ by more than one part in a million. */
function findDifferences(pairs: Record<string, readonly [found: number, wanted: number]>): string[] {
  return Object.entries(pairs)
    .filter(([, [found, wanted]]) => !(Math.abs(found - wanted) <= 1e-6 * Math.abs(wanted)))
    .map(([name, [found, wanted]]) => `${name}: ${found} instead of ${wanted}`);
}

function compareFit(magnitude: Magnitude, selection: Selection, range: [number, number] | undefined, fit: ExpectedFit) {
  const marks = selectMarks(processors, magnitude, selection);
  const found = fitDoubling(marks, range);
  const [from, to] = range ?? [-Infinity, Infinity];
  const rmse = measureError(
    marks.filter(({ year }) => year >= from && year < to),
    found,
  );
  return findDifferences({
    n: [found.n, fit.n],
    slope: [found.slope, fit.slope_log2_per_year],
    intercept: [found.intercept, fit.intercept_log2_at_2000],
    doublingYears: [found.doublingYears, fit.doubling_years],
    r2: [found.r2, fit.r2],
    low: [found.ci95[0], fit.doubling_ci95_normal[0]],
    high: [found.ci95[1], fit.doubling_ci95_normal[1]],
    growth: [toGrowth(found.slope), fit.annual_growth],
    rmse: [rmse, fit.rmse_log2],
  });
}

function compareHinge(magnitude: Magnitude, selection: Selection, wanted: ExpectedHinge): string[] {
  const marks = selectMarks(processors, magnitude, selection);
  const found = fitHinge(marks);
  return findDifferences({
    year: [found.year, wanted.hinge_year],
    n: [found.n, wanted.n],
    before: [marks.filter(({ year }) => year < found.year).length, wanted.n_before],
    from: [found.interval[0], wanted.profile_interval_95_approx[0]],
    to: [found.interval[1], wanted.profile_interval_95_approx[1]],
    value: [2 ** found.level, wanted.value_at_hinge],
    predicted: [predictHinge(found, found.year), wanted.value_at_hinge],
    slopeBefore: [found.before, wanted.slope_before_log2_per_year],
    slopeAfter: [found.after, wanted.slope_after_log2_per_year],
    sse: [found.sse, wanted.sse],
    singleSse: [found.singleSse, wanted.single_line_sse],
  });
}

describe("the fits of the table of processors", () => {
  test.each(
    selections.flatMap(([name, selection]) => ranges.map(([range, years]) => [name, selection, range, years] as const)),
  )("transistors, %s (%s), %s", (name, selection, range, years) => {
    expect(compareFit("transistors", selection, years, expected.transistors[name][range])).toEqual([]);
  });

  test.each([
    ["cpu_y_soc_2001_2026", "todos"],
    ["solo_cpu_2001_2026", "cpu"],
  ] as const)("cores, %s", (name, selection) => {
    expect(compareFit("cores", selection, [2001, 2026], expected.cores[name])).toEqual([]);
  });

  const hinges: [string, Magnitude, string, Selection][] = (
    [
      ["clock_mhz", "clock"],
      ["tdp_w", "power"],
    ] as const
  ).flatMap(([column, magnitude]) =>
    selections.map(([name, selection]): [string, Magnitude, string, Selection] => [column, magnitude, name, selection]),
  );
  test.each(hinges)("hinge of %s (%s), %s", (column, magnitude, name, selection) => {
    expect(compareHinge(magnitude, selection, expected[column][name])).toEqual([]);
  });

  test("hinge of the transistors", () => {
    expect(compareHinge("transistors", "todos", expected.transistors.cpu_y_soc.hinge)).toEqual([]);
  });
});

const exact = (slope: number) =>
  [1971, 1990, 2003.5, 2020].map((year) => ({ year, value: 2 ** (3 + slope * (year - 2000)) }));

describe("what a fit does with unusual points", () => {
  test("points on a line give the line, whatever their order", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        fc.double({ min: -20, max: 40, noNaN: true }),
        fc.uniqueArray(fc.integer({ min: 1900, max: 2100 }), { minLength: 3, maxLength: 30 }),
        (slope, intercept, years) => {
          const fit = fitDoubling(years.map((year) => ({ year, value: 2 ** (intercept + slope * (year - 2000)) })));
          expect(fit.slope).toBeCloseTo(slope, 9);
          expect(fit.intercept).toBeCloseTo(intercept, 6);
          expect(fit.r2).toBeCloseTo(1, 9);
          expect(predict(fit, 2000)).toBeCloseTo(2 ** fit.intercept, 6);
        },
      ),
    );
  });

  test("the order of the points and equal years change nothing", () => {
    const marks = selectMarks(processors, "transistors");
    const fit = fitDoubling(marks);
    const reversed = fitDoubling(marks.toReversed());
    expect(reversed.slope).toBeCloseTo(fit.slope, 9);
    expect(fitDoubling([...marks, ...marks]).slope).toBeCloseTo(fit.slope, 9);
  });

  test("what halves has a negative time, what is level an infinite one", () => {
    expect(fitDoubling(exact(-0.5)).doublingYears).toBeCloseTo(-2, 9);
    const level = fitDoubling([1990, 2000, 2010].map((year) => ({ year, value: 8 })));
    expect(level).toMatchObject({ doublingYears: Infinity, slope: 0, intercept: 3, r2: 1, n: 3 });
  });

  test("an interval that does not settle whether there is growth goes through infinity", () => {
    const noise = [1, 4, 1, 4, 1.1].map((value, index) => ({ year: 2000 + index, value }));
    const [fast, slow] = fitDoubling(noise).ci95;
    expect(fast).toBeGreaterThan(0);
    expect(slow).toBeLessThan(0);
  });

  test("the range has its first year and not its last", () => {
    const points = [1990, 1991, 1992, 1993].map((year) => ({ year, value: year }));
    expect(fitDoubling(points, [1990, 1993]).n).toBe(3);
    expect(fitDoubling(points, [1989.5, 1993.001]).n).toBe(4);
  });

  test("too few points, one year or values without logarithm are errors", () => {
    expect(() => fitDoubling(exact(1).slice(2))).toThrow(RangeError);
    expect(() => fitDoubling(exact(1), [1980, 1985])).toThrow(RangeError);
    expect(() => fitDoubling([1, 2, 3].map((value) => ({ year: 2000, value })))).toThrow(RangeError);
    for (const value of [0, -1, Number.NaN, Infinity])
      expect(() => fitDoubling([...exact(1), { year: 2000, value }])).toThrow(RangeError);
    expect(() => fitHinge(exact(1))).toThrow(RangeError);
  });
});

test("the table has the rows that its conventions promise", () => {
  const { dataset, first } = expected;
  expect(processors).toHaveLength(dataset.rows);
  expect(processors.filter(({ multiDie }) => multiDie)).toHaveLength(dataset.multi_die_rows);
  expect(processors.filter(({ transistors }) => transistors !== undefined)).toHaveLength(dataset.filled.transistors);
  expect(processors.find(({ cores = 1 }) => cores > 1)?.name).toBe(first.more_than_one_core.name);
  expect(processors.findLast(({ cores }) => cores === 1)?.name).toBe(first.last_single_core.name);
});
