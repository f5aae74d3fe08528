import { html, type Content } from "../html.ts";
import type { Picture } from "./drawing.ts";
import { area, between, endsOf, farFrom, type Layout, type Point } from "./layout.ts";
import { letterOf, splitGroups } from "./names.ts";
import { upTo } from "./network.ts";

/** A large letter near the middle of each group, if there are several, where it covers nothing. */
export function drawLetters({ network, layout, remains }: Picture): Content {
  const { together } = splitGroups(remains);
  if (network.stations > 20 || together.length < 2) return undefined;
  const taken: Point[] = [];
  const lines = network.links.map((link) => endsOf(network, link));
  return html`<g class="topo-letras" aria-hidden="true">
    ${together.map((group, index) => {
      const spot = spotFor(group, layout, lines, taken);
      taken.push(spot);
      return html`<text
        class="parte-${"abcd"[index % 4]}"
        data-clave="letra-${index}"
        x="${spot.x}"
        y="${spot.y}"
        dy="0.36em"
        >${letterOf(index)}</text
      >`;
    })}
  </g>`;
}

function spotFor(
  group: number[],
  { points, radius }: Layout,
  lines: readonly [Point, Point][],
  taken: readonly Point[],
): Point {
  const members = group.map((node) => points[node]!);
  const centre = {
    x: members.reduce((sum, { x }) => sum + x, 0) / members.length,
    y: members.reduce((sum, { y }) => sum + y, 0) / members.length,
  };
  const spots = upTo(21 * 14).map((index) => ({ x: 20 + (index % 21) * 20, y: 20 + Math.floor(index / 21) * 20 }));
  const costs = spots.map((spot) => {
    const crowd = Math.min(...points.map((point) => between(point, spot))) < radius + 22 ? 1000 : 0;
    const near = Math.min(Infinity, ...taken.map((other) => between(other, spot))) < 30 ? 1000 : 0;
    // Towards the middle of the drawing, as the letter stands inside a ring.
    const inward = between(spot, { x: area.width / 2, y: area.height / 2 }) * 0.25;
    const struck = lines.some(([from, to]) => farFrom(spot, from, to) < 12) ? 60 : 0;
    return crowd + near + struck + between(centre, spot) + inward;
  });
  return spots[costs.indexOf(Math.min(...costs))]!;
}
