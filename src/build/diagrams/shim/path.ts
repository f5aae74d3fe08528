import { type Box, boxOfPoints, type Point } from "./box.ts";

/** A straight piece has equal ends and controls; every other one is a cubic Bézier curve. */
export type Cubic = readonly [start: Point, control1: Point, control2: Point, end: Point];

/** Reads path data into cubic pieces; quadratic curves and arcs are turned into cubics. */
export function readPath(data: string): Cubic[] {
  const pieces: Cubic[] = [];
  let pen: Point = [0, 0];
  let start: Point = [0, 0];
  let control: { kind: string; point: Point } | undefined;
  const lineTo = (end: Point) => {
    pieces.push([pen, pen, end, end]);
    pen = end;
  };
  for (const { command, numbers } of readCommands(data)) {
    const relative = command === command.toLowerCase();
    const at = (index: number): Point => {
      const [x, y] = [numbers[index] ?? 0, numbers[index + 1] ?? 0];
      return relative ? [pen[0] + x, pen[1] + y] : [x, y];
    };
    const mirrored = (kind: string): Point => {
      if (control?.kind !== kind) return pen;
      return [2 * pen[0] - control.point[0], 2 * pen[1] - control.point[1]];
    };
    const curveTo = (kind: string, control1: Point, control2: Point, end: Point, last: Point) => {
      pieces.push([pen, control1, control2, end]);
      pen = end;
      control = { kind, point: last };
    };
    const kept = control;
    switch (command.toUpperCase()) {
      case "M":
        pen = at(0);
        start = pen;
        break;
      case "L":
        lineTo(at(0));
        break;
      case "H":
        lineTo([(relative ? pen[0] : 0) + (numbers[0] ?? 0), pen[1]]);
        break;
      case "V":
        lineTo([pen[0], (relative ? pen[1] : 0) + (numbers[0] ?? 0)]);
        break;
      case "C":
        curveTo("C", at(0), at(2), at(4), at(2));
        break;
      case "S":
        curveTo("C", mirrored("C"), at(0), at(2), at(0));
        break;
      case "Q":
      case "T": {
        const smooth = command.toUpperCase() === "T";
        const middle = smooth ? mirrored("Q") : at(0);
        const end = smooth ? at(0) : at(2);
        curveTo("Q", between(pen, middle, 2 / 3), between(end, middle, 2 / 3), end, middle);
        break;
      }
      case "A": {
        const end = at(5);
        pieces.push(...readArc(pen, numbers, end));
        pen = end;
        break;
      }
      default:
        lineTo(start);
    }
    if (control === kept) control = undefined;
  }
  return pieces;
}

/** Exact box of the pieces: ends and the extremes of each coordinate. */
export function boxOfPath(pieces: Cubic[]): Box | undefined {
  const points = pieces.flatMap((piece) => {
    const turns = [...extremes(piece, 0), ...extremes(piece, 1)].map((time) => pointOn(piece, time));
    return [piece[0], piece[3], ...turns];
  });
  return boxOfPoints(points);
}

export function pointOn([p, q, r, s]: Cubic, time: number): Point {
  const rest = 1 - time;
  const weights = [rest ** 3, 3 * rest ** 2 * time, 3 * rest * time ** 2, time ** 3] as const;
  const mix = (axis: 0 | 1) =>
    weights[0] * p[axis] + weights[1] * q[axis] + weights[2] * r[axis] + weights[3] * s[axis];
  return [mix(0), mix(1)];
}

/** The pieces as a line of short chords, for lengths along the path. */
export function flatten(pieces: Cubic[]): Point[] {
  const chords = 32;
  const [first] = pieces;
  if (first === undefined) return [];
  const points: Point[] = [first[0]];
  for (const piece of pieces) {
    const straight = piece[0] === piece[1] && piece[2] === piece[3];
    const steps = straight ? 1 : chords;
    for (let step = 1; step <= steps; step += 1) points.push(pointOn(piece, step / steps));
  }
  return points;
}

function extremes([p, q, r, s]: Cubic, axis: 0 | 1): number[] {
  const a = -p[axis] + 3 * q[axis] - 3 * r[axis] + s[axis];
  const b = 2 * (p[axis] - 2 * q[axis] + r[axis]);
  const c = q[axis] - p[axis];
  if (Math.abs(a) < 1e-9) return Math.abs(b) < 1e-9 ? [] : [-c / b].filter(isInside);
  const root = Math.sqrt(b * b - 4 * a * c);
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)].filter(isInside);
}

function isInside(time: number): boolean {
  return time > 0 && time < 1;
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** SVG 2, appendix B.2.4: from end points to centre, then one cubic for each quarter at most. */
function readArc(from: Point, numbers: number[], to: Point): Cubic[] {
  let [rx = 0, ry = 0] = [Math.abs(numbers[0] ?? 0), Math.abs(numbers[1] ?? 0)];
  if (rx === 0 || ry === 0 || (from[0] === to[0] && from[1] === to[1])) return [[from, from, to, to]];
  const turn = ((numbers[2] ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const scale = Math.sqrt(Math.max(1, (x / rx) ** 2 + (y / ry) ** 2));
  rx *= scale;
  ry *= scale;
  const [large, sweep] = [(numbers[3] ?? 0) !== 0, (numbers[4] ?? 0) !== 0];
  const denominator = rx ** 2 * y ** 2 + ry ** 2 * x ** 2;
  const factor = Math.sqrt(Math.max(0, (rx ** 2 * ry ** 2 - denominator) / denominator)) * (large === sweep ? -1 : 1);
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const centre: Point = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2];
  const first = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let sweepAngle = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - first;
  if (sweep && sweepAngle < 0) sweepAngle += 2 * Math.PI;
  if (!sweep && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9));
  const step = sweepAngle / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const place = (u: number, v: number): Point => [
    centre[0] + cos * rx * u - sin * ry * v,
    centre[1] + sin * rx * u + cos * ry * v,
  ];
  return Array.from({ length: count }, (_, index) => {
    const [begin, end] = [first + index * step, first + (index + 1) * step];
    return [
      index === 0 ? from : place(Math.cos(begin), Math.sin(begin)),
      place(Math.cos(begin) - handle * Math.sin(begin), Math.sin(begin) + handle * Math.cos(begin)),
      place(Math.cos(end) + handle * Math.sin(end), Math.sin(end) - handle * Math.cos(end)),
      index === count - 1 ? to : place(Math.cos(end), Math.sin(end)),
    ] as const;
  });
}

const arity: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

function* readCommands(data: string): Generator<{ command: string; numbers: number[] }> {
  for (const [, letter = "", rest = ""] of data.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/giu)) {
    const size = arity[letter.toUpperCase()] ?? 0;
    const numbers = readNumbers(rest, letter.toUpperCase() === "A");
    if (size === 0) yield { command: letter, numbers: [] };
    for (let index = 0; size > 0 && index + size <= numbers.length; index += size) {
      // Further pairs after a move are lines.
      const command = index > 0 && /m/iu.test(letter) ? (letter === "m" ? "l" : "L") : letter;
      yield { command, numbers: numbers.slice(index, index + size) };
    }
  }
}

function readNumbers(text: string, arc: boolean): number[] {
  const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/giu;
  if (!arc) return [...text.matchAll(number)].map(([found]) => Number(found));
  // The two flags of an arc may be written without a separator.
  const numbers: number[] = [];
  let rest = text;
  for (;;) {
    const flag = numbers.length % 7 === 3 || numbers.length % 7 === 4;
    const match = (flag ? /^[\s,]*([01])/u : /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iu).exec(rest);
    if (match === null) return numbers;
    numbers.push(Number(match[1]));
    rest = rest.slice(match[0].length);
  }
}
