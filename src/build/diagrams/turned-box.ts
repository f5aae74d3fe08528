import { type Box, type Matrix, type Point, transformPoint } from "./shim/box.ts";

/** The corners of a box that may be turned, around it. */
export type Corners = readonly [Point, Point, Point, Point];

export function cornersOf({ x, y, width, height }: Box, matrix: Matrix): Corners {
  const corner = (left: number, top: number) => transformPoint([left, top], matrix);
  return [corner(x, y), corner(x + width, y), corner(x + width, y + height), corner(x, y + height)];
}

/** Whether two boxes share more than a rim of `tolerance` px: no side of either has the other one beyond it. */
export function areOver(first: Corners, second: Corners, tolerance: number): boolean {
  return reaches(first, second, tolerance) && reaches(second, first, tolerance);
}

function reaches([origin, right, , down]: Corners, other: Corners, tolerance: number): boolean {
  return [right, down].every((corner) => {
    const [x, y] = [corner[0] - origin[0], corner[1] - origin[1]];
    const length = Math.hypot(x, y);
    const along = other.map((point) => ((point[0] - origin[0]) * x + (point[1] - origin[1]) * y) / length);
    return Math.min(...along) < length - tolerance && Math.max(...along) > tolerance;
  });
}
