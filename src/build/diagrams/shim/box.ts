/** An axis-parallel rectangle in user units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Point = readonly [x: number, y: number];

/** `[a b c d e f]` as in SVG's `matrix()`. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function unite(boxes: Box[]): Box | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function boxOfPoints(points: Point[]): Box | undefined {
  return unite(points.map(([x, y]) => ({ x, y, width: 0, height: 0 })));
}

export function transformBox(box: Box, matrix: Matrix): Box {
  const { x, y, width, height } = box;
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
  return boxOfPoints(corners.map((corner) => transformPoint(corner, matrix))) ?? box;
}

export function transformPoint([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Reads a `transform` attribute. */
export function readTransform(text: string): Matrix {
  let matrix = identity;
  for (const [, name = "", list = ""] of text.matchAll(/([a-zA-Z]+)\s*\(([^)]*)\)/gu)) {
    const numbers = [...list.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/giu)].map(([number]) => Number(number));
    matrix = multiply(matrix, toMatrix(name, numbers));
  }
  return matrix;
}

function toMatrix(name: string, numbers: number[]): Matrix {
  const [first = 0, second, third = 0, fourth = 0, fifth = 0, sixth = 0] = numbers;
  const angle = (first * Math.PI) / 180;
  switch (name) {
    case "matrix":
      return [first, second ?? 0, third, fourth, fifth, sixth];
    case "translate":
      return [1, 0, 0, 1, first, second ?? 0];
    case "scale":
      return [first, 0, 0, second ?? first, 0, 0];
    case "rotate": {
      const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      const centre: Point = [second ?? 0, third];
      return multiply(multiply([1, 0, 0, 1, centre[0], centre[1]], turn), [1, 0, 0, 1, -centre[0], -centre[1]]);
    }
    case "skewX":
      return [1, 0, Math.tan(angle), 1, 0, 0];
    case "skewY":
      return [1, Math.tan(angle), 0, 1, 0, 0];
    default:
      return identity;
  }
}
