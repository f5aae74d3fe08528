/** Shares of a slide's width and height. */
export type Point = readonly [x: number, y: number];

/** How far an arrow key moves the point, as a share of the slide's width. */
const stride = 0.02;

const moves: Record<string, Point> = {
  ArrowLeft: [-stride, 0],
  ArrowRight: [stride, 0],
  ArrowUp: [0, (-stride * 16) / 9],
  ArrowDown: [0, (stride * 16) / 9],
};

/**
 * Tells where the mouse, the pen, or Shift with an arrow point in a box, until the returned function is called. Begins in
 * the middle.
 */
export function followPointing(box: () => DOMRect, show: (point: Point) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let [x, y] = [0.5, 0.5];
  addEventListener(
    "pointermove",
    ({ clientX, clientY }) => {
      const { left, top, width, height } = box();
      [x, y] = [(clientX - left) / width, (clientY - top) / height];
      if (isShare(x) && isShare(y)) show([x, y]);
    },
    { signal },
  );
  addEventListener(
    "keydown",
    (event) => {
      const move = event.shiftKey ? moves[event.key] : undefined;
      if (move === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      [x, y] = [clamp(x + move[0]), clamp(y + move[1])];
      show([x, y]);
    },
    { signal, capture: true },
  );
  show([x, y]);
  return () => stop.abort();
}

function isShare(number: number): boolean {
  return number === clamp(number);
}

function clamp(number: number): number {
  return Math.min(1, Math.max(0, number));
}
