import { draw } from "./elements.ts";

// More events than these cannot be told apart on a phone: then the line alone says how much is done.
const mostEvents = 24;

/** The line of process of a sitting: one event per card, the covered part thick, the present one yellow. Decorative. */
export function drawEvents(count: number, at: number): SVGSVGElement {
  const svg = draw("svg", { class: "linea-de-tarjetas", "aria-hidden": "true", height: "22" });
  const x = (index: number) => `${count < 2 ? 0 : (index / (count - 1)) * 100}%`;
  svg.append(line("100%", "1"), line(x(Math.min(at, count - 1)), "3"));
  for (let index = 0; index < count; index += 1) {
    if (count > mostEvents && index !== at) continue;
    const [r, fill, width] =
      index === at ? ["8", "var(--resaltador)", "2"] : ["4", index < at ? "var(--tinta)" : "var(--papel)", "1.5"];
    svg.append(draw("circle", { cx: x(index), cy: "11", r, fill, stroke: "var(--tinta)", "stroke-width": width }));
  }
  return svg;
}

function line(to: string, width: string): SVGLineElement {
  return draw("line", { x1: "0", x2: to, y1: "11", y2: "11", stroke: "var(--tinta)", "stroke-width": width });
}
