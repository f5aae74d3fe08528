/** A magnitude at a moment; `year` is decimal: `year + (month − 0.5) / 12`. */
export interface Point {
  year: number;
  value: number;
}

/** A straight line through the base-2 logarithms of a magnitude. */
export interface Fit {
  /** Years in which the line doubles: `1 / slope`. Negative where it halves, `Infinity` where it is level. */
  doublingYears: number;
  /** Doublings per year. */
  slope: number;
  /** Base-2 logarithm of the line at the beginning of the year 2000. */
  intercept: number;
  /** Share of the variance that the line explains; 1 for a level line through equal values. */
  r2: number;
  /** Points in the range. */
  n: number;
  /**
   * `doublingYears` at the slope plus and minus 1.959964 standard errors, in this order. Where the data do not settle
   * whether the magnitude grows, the second end is negative: the interval goes from the first through `Infinity`.
   */
  ci95: [from: number, to: number];
}

/** Two straight lines that meet, through the base-2 logarithms of a magnitude. */
export interface Hinge {
  /** Where they meet, on the grid of quarters from 1980 to 2020. */
  year: number;
  /** Base-2 logarithm of the lines there. */
  level: number;
  /** Doublings per year before and after. */
  before: number;
  after: number;
  n: number;
  /** Sum of the squared residuals, and that of one line alone. */
  sse: number;
  singleSse: number;
  /** Years in which a hinge explains the data almost as well: the approximate 95 % interval of the profile. */
  interval: [from: number, to: number];
}

/** Quantile 0.975 of the normal distribution, and 0.95 of χ² with one degree of freedom. */
const normal975 = 1.959964;
const chiSquare95 = 3.841459;

/** Years are counted from here: powers of 2000 would cost digits. */
const origin = 2000;

/**
 * How fast a magnitude doubles: ordinary least squares of its base-2 logarithm on the year.
 * @param range only points with `from ≤ year < to` count
 * @throws RangeError with fewer than three points in the range, with all of them in one year,
 *   or where one of them is not a positive finite number in a finite year
 */
export function fitDoubling(points: readonly Point[], range?: readonly [from: number, to: number]): Fit {
  const { n, slope, intercept, sse, total, spread } = fitLine(toLogarithms(inRange(points, range)));
  const error = Math.sqrt(sse / (n - 2) / spread);
  return {
    doublingYears: 1 / slope,
    slope,
    intercept,
    r2: total === 0 ? 1 : 1 - sse / total,
    n,
    ci95: [1 / (slope + normal975 * error), 1 / (slope - normal975 * error)],
  };
}

/**
 * Where the growth of a magnitude breaks: two continuous segments in its base-2 logarithm, with the hinge tried at
 * every quarter from 1980.00 to 2020.00 and the first of the least squares kept.
 * @throws RangeError under the conditions of {@link fitDoubling}, or with fewer than five points
 */
export function fitHinge(points: readonly Point[]): Hinge {
  const logarithms = toLogarithms(points);
  if (logarithms.length < 5) throw new RangeError(`A hinge takes five points; there are ${logarithms.length}.`);
  const grid = Array.from({ length: 161 }, (_, index) => 1980 + index / 4);
  const tried = grid.flatMap((year) => fitSegments(logarithms, year) ?? []);
  const [first] = tried;
  if (first === undefined) throw new RangeError("All points are on one side of every hinge.");
  const best = tried.reduce((least, one) => (one.sse < least.sse ? one : least), first);
  const most = best.sse * (1 + chiSquare95 / (logarithms.length - 4));
  const years = tried.filter(({ sse }) => sse <= most).map(({ year }) => year);
  const { n, sse: singleSse } = fitLine(logarithms);
  return { ...best, n, singleSse, interval: [Math.min(...years), Math.max(...years)] };
}

/** What a fitted line says of a moment, in the unit of its points. */
export function predict({ slope, intercept }: Pick<Fit, "slope" | "intercept">, year: number): number {
  return 2 ** (intercept + slope * (year - origin));
}

/** What a broken line says of a moment, in the unit of its points. */
export function predictHinge({ year: hinge, level, before, after }: Hinge, year: number): number {
  return 2 ** (level + (year < hinge ? before : after) * (year - hinge));
}

/** Growth per year of a line with so many doublings per year: 0.41 is 41 %. */
export function toGrowth(slope: number): number {
  return 2 ** slope - 1;
}

/** By how many doublings, as root mean square, a line misses the points. */
export function measureError(points: readonly Point[], line: Pick<Fit, "slope" | "intercept">): number {
  const squares = points.map(({ year, value }) => Math.log2(value / predict(line, year)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

interface Logarithm {
  /** Years since the origin. */
  x: number;
  y: number;
}

function inRange(points: readonly Point[], range: readonly [number, number] | undefined): readonly Point[] {
  if (range === undefined) return points;
  const [from, to] = range;
  return points.filter(({ year }) => year >= from && year < to);
}

function toLogarithms(points: readonly Point[]): Logarithm[] {
  return points.map(({ year, value }) => {
    if (!Number.isFinite(year) || !Number.isFinite(value) || value <= 0)
      throw new RangeError(`${value} in ${year} has no logarithm.`);
    return { x: year - origin, y: Math.log2(value) };
  });
}

function fitLine(points: readonly Logarithm[]) {
  const n = points.length;
  if (n < 3) throw new RangeError(`A line with its error takes three points; there are ${n}.`);
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  let spread = 0;
  let shared = 0;
  let total = 0;
  for (const { x, y } of points) {
    spread += (x - meanX) ** 2;
    shared += (x - meanX) * (y - meanY);
    total += (y - meanY) ** 2;
  }
  if (spread === 0) throw new RangeError("All points are in one year.");
  const slope = shared / spread;
  const intercept = meanY - slope * meanX;
  const sse = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { n, slope, intercept, sse, total, spread };
}

/** Least squares of `level + before · min(x − hinge, 0) + after · max(x − hinge, 0)`, by the normal equations. */
function fitSegments(
  points: readonly Logarithm[],
  year: number,
): Omit<Hinge, "n" | "singleSse" | "interval"> | undefined {
  const sides = points.map(({ x, y }) => {
    const t = x - (year - origin);
    return { left: Math.min(t, 0), right: Math.max(t, 0), y };
  });
  const sum = (term: (side: (typeof sides)[number]) => number) => sides.reduce((all, side) => all + term(side), 0);
  const [n, left, right, y] = [sides.length, sum((s) => s.left), sum((s) => s.right), sum((s) => s.y)];
  const [left2, right2] = [sum((s) => s.left ** 2), sum((s) => s.right ** 2)];
  const [leftY, rightY] = [sum((s) => s.left * s.y), sum((s) => s.right * s.y)];
  // A point is on one side only, so the products of both sides vanish and each slope follows from the level.
  const determinant = n - left ** 2 / left2 - right ** 2 / right2;
  if (left2 === 0 || right2 === 0 || !(determinant > 1e-12)) return undefined;
  const level = (y - (left * leftY) / left2 - (right * rightY) / right2) / determinant;
  const before = (leftY - level * left) / left2;
  const after = (rightY - level * right) / right2;
  const sse = sum((s) => (s.y - level - before * s.left - after * s.right) ** 2);
  return { year, level, before, after, sse };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
